/** An answer as CSV (RFC 4180): a row for each sentence, an empty one where a row of a comparison is not stated. Pure. */
import type { Answer } from '../wire/types.ts';
import { type LinkOf, referTo } from './references.ts';
import { rowsOf, type TakenSentence, takenSentences } from './taken-sentences.ts';

const heads = ['Row', 'Sentence', 'Report', 'Year', 'Chapter', 'Pages', 'Link'];

function csvField(field: string): string {
  // Spreadsheets take these for a formula (OWASP, CSV injection).
  const text = /^[=+@\-\t\r]/.test(field) ? `'${field}` : field;
  return `"${text.replaceAll('"', '""')}"`;
}

/** A line for each place of a sentence. */
function linesOf(label: string, { text, citations }: TakenSentence, linkOf: LinkOf): string[][] {
  if (citations.length === 0) return [[label, text, '', '', '', '', '']];
  return citations.map((citation) => {
    const { title, year, chapter, pages, link } = referTo([citation], linkOf);
    return [label, text, title, year === undefined ? '' : String(year), chapter ?? '', pages, link ?? ''];
  });
}

export function toCsv(answer: Answer, linkOf: LinkOf): string {
  const taken = takenSentences(answer);
  const rows =
    rowsOf(answer) ?? [...taken.keys()].map((index) => ({ label: String(index + 1), sentences: [index] }));
  const lines = rows.flatMap(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    if (own.length === 0) return [[label, '', '', '', '', '', '']];
    return own.flatMap((one) => linesOf(label, one, linkOf));
  });
  return [heads, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n');
}
