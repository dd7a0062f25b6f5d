/** Sums, differences and shares of two figures of tables that a question asks for. Pure. */
import type { Operation } from '../../core/question-forms.ts';
import type { RowCell } from '../../core/types.ts';
import { askedCells } from '../asked-cells.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { type Figure, readFigure, writeFigure } from './figures.ts';

export interface Reckoning {
  /** "13,486 (2018) − 12,790 (2017) = 696, in millions". */
  text: string;
  /** The rows that the figures are quoted from: one, or two. */
  rows: Candidate[];
}

/** A figure with its row, and what tells it from the other. */
export interface Term {
  figure: Figure;
  label: string;
  row: Candidate;
}

type Asked = Pick<QuestionAnalysis, 'text' | 'years' | 'language'>;

const operations = ['difference', 'share', 'sum'] as const;

function readOperation({ text, language }: Asked): (typeof operations)[number] | undefined {
  const forms = language.questions?.reckoning;
  return operations.find((operation) => forms?.[operation].test(text));
}

/** The words of a label or question, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** The cells that hold figures. */
export function figuresOf({ sentence }: Candidate): { cell: RowCell; figure: Figure; index: number }[] {
  const { cells = [] } = sentence.row ?? {};
  return cells.flatMap((cell, index) => {
    const figure = readFigure(cell.text);
    return figure === undefined || index === 0 ? [] : [{ cell, figure, index }];
  });
}

/** The figures of one row for the two years that are asked about; none where several stand under a year and nothing tells which. */
function ofYears(row: Candidate, { years, text }: Asked): Term[] {
  if (row.sentence.row === undefined || years.length !== 2) return [];
  const isAsked = askedCells(row.sentence.row, text);
  return years.flatMap((year) => {
    const under = figuresOf(row).filter(({ cell }) => cell.heads.some((head) => head.includes(year)));
    const told = under.length > 1 ? under.filter(({ index }) => isAsked[index]) : under;
    const [only, ...others] = told;
    if (only === undefined || others.length > 0) return [];
    return [{ figure: only.figure, label: only.cell.heads.join(' '), row }];
  });
}

/** The label of a row, without the marks of notes. */
export const labelOf = ({ sentence }: Candidate): string =>
  (sentence.row?.cells[0]?.text ?? '').replace(/\s*(?:\d+\/|[*†‡]+)$/u, '').trim();

/** The figure of a row that is asked for, and the heads that it stands under. */
export function ofRow(row: Candidate, { text }: Pick<Asked, 'text'>): (Term & { heads: string }) | undefined {
  if (row.sentence.row === undefined) return undefined;
  const figures = figuresOf(row);
  const isAsked = askedCells(row.sentence.row, text);
  const told = figures.length > 1 ? figures.filter(({ index }) => isAsked[index]) : figures;
  const [only, ...others] = told;
  if (only === undefined || others.length > 0) return undefined;
  return { figure: only.figure, label: labelOf(row), row, heads: only.cell.heads.join(' ') };
}

/** The rows whose label the question names, each word of it. */
function namedRows(rows: readonly Candidate[], { text }: Asked): Candidate[] {
  const words = new Set(wordsOf(text));
  return rows.filter((row) => {
    const own = wordsOf(labelOf(row));
    return own.length > 0 && own.every((word) => words.has(word));
  });
}

/** The figures of the two rows of one table that the question names, in its order. */
function ofRows(rows: readonly Candidate[], asked: Asked): Term[] {
  const named = namedRows(rows, asked);
  const labels = new Map(named.map((row) => [labelOf(row).toLowerCase(), row]));
  // "Total assets" has the words of "Assets" too.
  if (labels.size !== 2 || named.length !== 2) return [];
  const terms = named.map((row) => ofRow(row, asked));
  const [first, second] = terms;
  const isSameTable =
    first?.row.sentence.row?.caption === second?.row.sentence.row?.caption &&
    first?.row.passage.documentId === second?.row.passage.documentId;
  if (first === undefined || second === undefined || first.heads !== second.heads || !isSameTable) return [];
  const at = ({ label }: Term) => asked.text.toLowerCase().indexOf(wordsOf(label)[0] ?? '');
  return at(first) <= at(second) ? [first, second] : [second, first];
}

function write(
  operation: Operation,
  [first, second]: readonly [Term, Term],
  byYear: boolean,
): string | undefined {
  const decimals = Math.max(first.figure.decimals, second.figure.decimals);
  const tell = ({ figure, label }: Term) =>
    `${writeFigure(figure.value, figure.decimals)}${figure.isPercentage ? ' %' : ''} (${label})`;
  const unit = first.row.sentence.row?.unit?.replace(/^\(|\)$/g, '');
  const behind = unit ? `, ${unit}` : '';
  const isPercentage = first.figure.isPercentage;
  if (isPercentage !== second.figure.isPercentage) return undefined;
  const points = isPercentage ? ' percentage points' : '';
  const [a, b] = [first.figure.value, second.figure.value];
  if (operation === 'sum')
    return isPercentage
      ? undefined
      : `${tell(first)} + ${tell(second)} = ${writeFigure(a + b, decimals)}${behind}`;
  if (operation === 'share') {
    const [part, whole] = Math.abs(a) <= Math.abs(b) ? [first, second] : [second, first];
    if (isPercentage || whole.figure.value === 0) return undefined;
    const share = (100 * part.figure.value) / whole.figure.value;
    return `${tell(part)} ÷ ${tell(whole)} = ${writeFigure(share, 1)} %`;
  }
  // Of two years the later comes first: what has been added since.
  const [from, less] = byYear ? [second, first] : [first, second];
  const gap = from.figure.value - less.figure.value;
  return `${tell(from)} − ${tell(less)} = ${writeFigure(gap, decimals)}${points}${behind}`;
}

/**
 * Reckons with two figures of tables where a question asks for their sum, difference or share and names both: by two years and
 * the label of a row, or by the labels of two rows of a table under the same head. Nothing where more than two could be meant.
 * @param chosen the sentences quoted.
 * @param candidates further sentences, of which the second row may be one.
 */
export function reckon(
  asked: Asked,
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
): Reckoning | undefined {
  const operation = readOperation(asked);
  if (operation === undefined) return undefined;
  const rows = chosen.filter(({ sentence, language }) => sentence.row !== undefined && language.tag === 'en');
  const years = [...asked.years].sort();
  const [row, ...further] = namedRows(rows, asked);
  if (operation === 'difference' && row !== undefined && further.length === 0) {
    const [first, second] = ofYears(row, { ...asked, years });
    const text = first && second && write(operation, [first, second], true);
    if (text !== undefined) return { text, rows: [row] };
  }
  const more = candidates.filter(
    (one) =>
      one.sentence.row !== undefined &&
      rows.some(({ passage }) => passage.documentId === one.passage.documentId),
  );
  for (const among of [rows, [...new Set([...rows, ...more])]]) {
    const [first, second] = ofRows(among, asked);
    const isQuoted =
      first !== undefined && second !== undefined && [first, second].some(({ row }) => rows.includes(row));
    const text = isQuoted ? write(operation, [first, second], false) : undefined;
    if (first !== undefined && second !== undefined && text !== undefined)
      return { text, rows: [first.row, second.row] };
  }
  return undefined;
}
