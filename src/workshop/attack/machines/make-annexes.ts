/** Small documents to be read: pages of a report's sentences, a title above. */

import { seededRandom } from '../../../core/seeded-random.ts';
import type { Passage } from '../../../core/types.ts';
import { onePage } from '../pdf/simple-pdfs.ts';

export interface Annex {
  id: string;
  bytes: Uint8Array;
}

const sentencesEach = 12;
/** Characters of a line of Helvetica at 10 points. */
const lineLength = 90;

function toLines(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const line = `${lines[last]} ${word}`.trim();
    if (line.length <= lineLength) lines[last] = line;
    else lines.push(word);
  }
  return lines;
}

const show = (line: string) => `(${line.replace(/[\\()]/g, (sign) => `\\${sign}`)}) Tj T*`;

/** A document of a page, the same by the same number and version. */
export function makeAnnex(passages: readonly Passage[], number: number, version: number): Annex {
  const sentences = passages.flatMap((passage) => passage.sentences.map(({ text }) => text));
  // A font of the PDF itself has these signs.
  const plain = sentences.filter((text) => /^[\x20-\x7e]+$/.test(text) && text.length > 60);
  const random = seededRandom(1000 * number + version);
  const chosen = Array.from(
    { length: sentencesEach },
    () => plain[Math.floor(random() * plain.length)] ?? '',
  );
  const lines = toLines(chosen.join(' '));
  const content = [
    'BT /F1 18 Tf 60 780 Td',
    `(Annex ${number}, version ${version}) Tj ET`,
    'BT /F1 10 Tf 13 TL 60 740 Td',
    ...lines.map(show),
    'ET',
  ].join('\n');
  return { id: `annex-${String(number).padStart(3, '0')}`, bytes: onePage({ content }) };
}
