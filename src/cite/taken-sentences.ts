/** What of an answer may be taken away: sentences that passed their check, with their places. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { originNotes } from '../text/origin-notes.ts';
import { tellCoverage } from '../text/tell-coverage.ts';
import { isAround } from '../wire/lead.ts';
import { tellRow } from '../wire/tell-row.ts';
import type { Answer, AnswerSentence, Citation } from '../wire/types.ts';
import { chapterName, citedReports, ocrName, placeName } from './place-names.ts';

export interface TakenSentence {
  text: string;
  origin: AnswerSentence['origin'];
  /** "Germany, p. 84; Sweden, p. 181". */
  places: string;
  citations: Citation[];
  /** The rows of tables that it quotes, with the heads of their columns. */
  rows: string[];
  /** Whether it opens an item of a list. */
  isItem: boolean;
  /** Whether it stands around those that answer. */
  isAround: boolean;
}

/** Names a place, with its report if the answer cites several, and where the report repeats it. */
function placeNamer({ citations, nearest = [] }: Answer): (citation: Citation) => string {
  const reports = citedReports([...citations, ...nearest]);
  return (citation) => {
    const others = (citation.alsoIn ?? []).map(({ chapter, pageLabel }) =>
      citation.undivided ? `p. ${pageLabel}` : `${chapter}, p. ${pageLabel}`,
    );
    const also = others.length > 0 ? `; also ${others.join('; ')}` : '';
    const read = ocrName(citation);
    return `${placeName(citation, reports)}${read === null ? '' : `, ${read}`}${also}`;
  };
}

/** The question in full, as it is read without the turns before it. */
export function questionOf({ question, resolvedQuestion }: Answer): string {
  return resolvedQuestion ?? question;
}

/** The sentences that passed their check, by their places in the answer. */
export function takenSentences(answer: Answer): Map<number, TakenSentence> {
  const nameOf = placeNamer(answer);
  const taken = new Map<number, TakenSentence>();
  answer.sentences.forEach(({ text, verified, origin, citations: numbers, listItem }, index) => {
    if (!verified) return;
    const citations = answer.citations.filter(({ number }) => numbers.includes(number));
    const places = citations.map(nameOf).join('; ');
    const rows = citations.flatMap((citation) => tellRow(citation) ?? []);
    const isItem = listItem === true;
    taken.set(index, { text, origin, places, citations, rows, isItem, isAround: isAround(answer, index) });
  });
  return taken;
}

/** The sentences that answer, and those that stand around them. */
export function partTaken(taken: ReadonlyMap<number, TakenSentence>): {
  answering: TakenSentence[];
  around: TakenSentence[];
} {
  const all = [...taken.values()];
  return { answering: all.filter((one) => !one.isAround), around: all.filter((one) => one.isAround) };
}

type Rows = NonNullable<Answer['groups']>;

/**
 * The rows of an answer that is a table: those of a comparison, or of an answer from all chapters a row for each that is
 * cited, as a reader looks through them.
 */
export function rowsOf({ groups, coverage, sentences, citations }: RowsSource): Rows | undefined {
  if (groups !== undefined || coverage === undefined) return groups;
  const reports = citedReports(citations);
  const rows = new Map<string, number[]>();
  sentences.forEach(({ citations: [number], verified }, index) => {
    const place = citations.find((one) => one.number === number);
    if (!verified || place === undefined) return;
    const label = chapterName(place, reports);
    rows.set(label, [...(rows.get(label) ?? []), index]);
  });
  return [...rows].map(([label, own]) => ({ label, sentences: own }));
}

export type RowsSource = Pick<Answer, 'sentences' | 'citations'> &
  Partial<Pick<Answer, 'groups' | 'coverage'>>;

/** Says which sentences must not pass for the report's, and how complete they are. */
export function openingLines({ coverage }: Answer, taken: ReadonlyMap<number, TakenSentence>): string[] {
  const has = (sort: AnswerSentence['origin']) => [...taken.values()].some(({ origin }) => origin === sort);
  const written = 'Written by a language model; each sentence was checked against the page named.';
  return [
    ...(has('written') ? [written, ''] : []),
    ...originNotes([...taken.values()].map(({ origin }) => origin)).flatMap((note) => [note, '']),
    ...(coverage ? [tellCoverage(coverage), ''] : []),
  ];
}

/** The text for a question without an answer. */
export function findingLines(found: Answer): string[] {
  const { answer, searched, elsewhere, nearest = [] } = found;
  const nameOf = placeNamer(found);
  const where = [
    ...(searched.documents > 1 ? [countNoun(searched.documents, 'report')] : []),
    countNoun(searched.chapters, 'chapter'),
    countNoun(searched.passages, 'passage'),
  ];
  const passages = nearest.map((one) => `“${one.quote}” (${nameOf(one)}): ${one.why}`);
  return [
    answer,
    `Searched: ${where.join(', ')}.`,
    ...(elsewhere ? ['', 'Elsewhere:', `“${elsewhere.quote}” (${nameOf(elsewhere)})`] : []),
    ...(passages.length > 0 ? ['', 'Nearest passages, not an answer:', ...passages] : []),
  ];
}
