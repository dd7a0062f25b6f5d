/** How far a question names a row of a table. Pure. */
import type { Language } from '../../core/language.ts';
import type { Sentence, TableRow } from '../../core/types.ts';
import { partRow } from '../../search/arrange-row.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';

/** A word of a row's labels. */
export interface LabelWord {
  /** As the keyword index has it. */
  term: string;
  /** Printed with a full stop: "Avg." */
  isShort: boolean;
}

/** What is set behind a label to refer to a note: the 6 of "European Union 6/". */
const noteSign = /(?<=\s)\d{1,2}\s?[/)](?=$|\s)/g;

/** The words of a row's labels, those of the groups that it is in first; of its own label alone on request. */
export function listLabelWords(row: TableRow, language: Language, { own = false } = {}): LabelWord[] {
  const labels = own ? [row.cells[0]?.text ?? ''] : partRow(row).labels;
  const printed = labels.join(' ').replace(noteSign, '').split(/\s+/u);
  return printed.flatMap((one) =>
    splitWords(one).flatMap((word) => {
      const term = toTerm(word, language);
      return term === null ? [] : [{ term, isShort: /^\p{L}{2,}\.$/u.test(one) }];
    }),
  );
}

const leastPrefix = 3;
/** A label of one word, as "Total", is told by the group that the row is in. */
const leastOwnWords = 2;

/** Whether the letters of one word stand in another in their order, the first of both the same: "avg", "average". */
function areLettersOf(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && short[0] === long[0];
}

/** Whether a label's word stands for one of a question: the same, its beginning ("Dec"), or its abbreviation ("Avg."). */
function standsFor({ term, isShort }: LabelWord, asked: string): boolean {
  if (term === asked) return true;
  if (term.length >= asked.length || /\d/.test(term)) return false;
  return (term.length >= leastPrefix && asked.startsWith(term)) || (isShort && areLettersOf(term, asked));
}

/**
 * The share of a row's label words that a question has, 0..1; undefined without any.
 * @param asked the question's terms, and the names of what it means by them.
 */
export function shareOfLabel(words: readonly LabelWord[], asked: ReadonlySet<string>): number | undefined {
  if (words.length === 0) return undefined;
  const terms = [...asked];
  return words.filter((word) => terms.some((term) => standsFor(word, term))).length / words.length;
}

/** How far a question names a row, 0..1: by all its labels, or by its own where that says enough; undefined without any. */
export function shareOfRow(
  { label, ownLabel }: { label: readonly LabelWord[]; ownLabel: readonly LabelWord[] },
  asked: ReadonlySet<string>,
): number | undefined {
  const whole = shareOfLabel(label, asked);
  if (whole === undefined || ownLabel.length < leastOwnWords) return whole;
  return Math.max(whole, shareOfLabel(ownLabel, asked) ?? 0);
}

/** Whether a sentence is the label of the rows below it, which have it over them: "Current assets:". */
export function isGroupLabel(sentences: readonly Sentence[], index: number): boolean {
  const { cells = [] } = sentences[index]?.row ?? {};
  const under = sentences[index + 1]?.row?.under ?? [];
  return cells.length === 1 && under.includes(cells[0]?.text ?? '');
}
