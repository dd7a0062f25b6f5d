/** An answer as plain text. Pure. */
import { itemMark } from '../text/item-mark.ts';
import { aroundTitle } from '../wire/lead.ts';
import type { Answer, Citation } from '../wire/types.ts';
import { type LinkOf, referencesOf, referenceText } from './references.ts';
import {
  findingLines,
  openingLines,
  partTaken,
  questionOf,
  rowsOf,
  type TakenSentence,
  takenSentences,
} from './taken-sentences.ts';

function noteLines(citations: readonly Citation[]): string[] {
  const lines = citations.flatMap(({ chapter, notes }) =>
    notes.map(({ label, text, page }) => `${chapter}, note ${label} (p. ${page}): ${text}`),
  );
  return [...new Set(lines)];
}

/** The references alone, a line each. */
export function toReferenceLines(answer: Answer, linkOf: LinkOf): string[] {
  return referencesOf(answer, linkOf).map((reference) =>
    [referenceText(reference), reference.link ?? []].flat().join(' '),
  );
}

/** Question, sentences with places, endnotes and references. */
export function toText(answer: Answer, linkOf: LinkOf): string {
  if (answer.status === 'not-found') return [questionOf(answer), '', ...findingLines(answer)].join('\n');
  const taken = takenSentences(answer);
  const line = ({ text, places, rows: ofTables, isItem }: TakenSentence) => {
    const words = isItem ? `${itemMark(text)}${text}` : text;
    const told = places === '' ? words : `${words} (${places})`;
    return [told, ...ofTables.map((row) => `  ${row}`)].join('\n');
  };
  const rows = rowsOf(answer);
  const { answering, around } = partTaken(taken);
  const body =
    rows === undefined
      ? [...answering.map(line), ...(around.length > 0 ? ['', `${aroundTitle}:`, ...around.map(line)] : [])]
      : rows.flatMap(({ label, sentences }) => {
          const own = sentences.flatMap((index) => taken.get(index) ?? []);
          return own.length > 0 ? own.map((one) => `${label}: ${line(one)}`) : [`${label}: Not stated.`];
        });
  const notes = noteLines([...taken.values()].flatMap(({ citations }) => citations));
  const references = toReferenceLines(answer, linkOf);
  return [
    questionOf(answer),
    '',
    ...openingLines(answer, taken),
    ...body,
    ...(notes.length > 0 ? ['', 'Notes', ...notes] : []),
    ...(references.length > 0 ? ['', ...references] : []),
  ].join('\n');
}
