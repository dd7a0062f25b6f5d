/** The text of a passage that is indexed, which is never quoted. */
import { createHash } from 'node:crypto';
import type { Passage, Sentence } from '../core/types.ts';
import { arrangeRow } from './arrange-row.ts';

/** The form of the prefix and of the rows below; an index made with another one is rebuilt. */
export const prefixForm = 'chapter-section-3';

/** Web addresses are reduced to their host name, which identifies the source; the rest is noise. */
function shortenUrls(text: string): string {
  return text.replace(/(?:https?:\/\/)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})[/?#][^\s<>]*/gi, '$1');
}

/** "Germany. Recent trends. ", for a note "Germany. Endnote. ". */
function headingPrefix(passage: Passage): string {
  const heading = passage.kind === 'note' ? 'Endnote' : passage.section;
  return [passage.chapter, heading].flatMap((part) => (part ? [`${part}. `] : [])).join('');
}

/** A row of a table with its heads; any other sentence as it is. */
export const indexedText = ({ text, row }: Sentence): string => (row === undefined ? text : arrangeRow(row));

/**
 * The text that is encoded for a passage: the heading prefix, then one part per sentence, so that part n holds
 * `sentences[n - 1]`. The prefix lifts the evidence into the first ten passages more often.
 */
export function indexedParts(passage: Passage): string[] {
  const sentences = passage.sentences.map(indexedText);
  const texts = sentences.length > 0 ? sentences : [passage.text];
  return [
    headingPrefix(passage),
    ...texts.map((text) => `${passage.kind === 'note' ? shortenUrls(text) : text} `),
  ];
}

/** The key for reusing a passage's vectors: 32 hexadecimal digits of (encoder, indexed text). */
export function indexedHash(encoderId: string, parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([encoderId, parts]))
    .digest('hex')
    .slice(0, 32);
}
