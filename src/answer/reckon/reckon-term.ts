/** What a term of a trade stands for, reckoned of two figures of tables: "current ratio". Pure. */
import type { Operation } from '../../core/question-forms.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { Reckoned } from '../question/spell-out-terms.ts';
import { writeFigure } from './figures.ts';
import { labelOf, ofRow, type Reckoning, type Term } from './reckon.ts';

/** Words that a row's label may have beside those of the thing: "Total inventories, net". */
const mostOtherWords = 2;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Whether a row is that of a thing, by the ways that it is printed. */
function isRowOf(row: Candidate, printed: readonly string[]): boolean {
  const label = wordsOf(labelOf(row));
  return printed.some((form) => {
    const own = wordsOf(form);
    return label.length <= own.length + mostOtherWords && own.every((word) => label.includes(word));
  });
}

type Found = Term & { heads: string };

/** The figure of a thing: of rows with its name the largest, since those of segments are parts of it. */
function findFigure(
  { text, printed }: Reckoned['parts'][number],
  candidates: readonly Candidate[],
): Found | undefined {
  const rows = candidates.filter((one) => one.sentence.row !== undefined && isRowOf(one, printed));
  const figures = rows.flatMap((row) => ofRow(row, { text }) ?? []);
  return figures.sort((one, other) => Math.abs(other.figure.value) - Math.abs(one.figure.value))[0];
}

function write(operation: Operation, first: Found, second: Found): string | undefined {
  const decimals = Math.max(first.figure.decimals, second.figure.decimals);
  const tell = (value: number, { label, heads, figure }: Found) =>
    `${writeFigure(value, figure.decimals)} (${[label, heads].filter((part) => part !== '').join(', ')})`;
  const unit = first.row.sentence.row?.unit?.replace(/^\(|\)$/g, '');
  const behind = unit ? `, ${unit}` : '';
  const [a, b] = [first.figure.value, second.figure.value];
  // What is paid stands in brackets, as less than nothing.
  const paid = Math.abs(b);
  if (operation === 'sum')
    return `${tell(a, first)} + ${tell(b, second)} = ${writeFigure(a + b, decimals)}${behind}`;
  if (operation === 'difference')
    return `${tell(a, first)} − ${tell(paid, second)} = ${writeFigure(a - paid, decimals)}${behind}`;
  if (b === 0) return undefined;
  const quotient = operation === 'share' ? `${writeFigure((100 * a) / b, 1)} %` : writeFigure(a / b, 2);
  return `${tell(a, first)} ÷ ${tell(b, second)} = ${quotient}`;
}

/**
 * Reckons what a question asks for by a term; nothing where one of the two figures is not found, or they are in different units.
 * @param candidates the sentences found for each of the things that it is reckoned of.
 */
export function reckonTerm(
  { operation, parts }: Reckoned,
  candidates: readonly (readonly Candidate[])[],
): Reckoning | undefined {
  const [first, second] = parts.map((part, at) => findFigure(part, candidates[at] ?? []));
  if (operation === undefined || first === undefined || second === undefined) return undefined;
  const unitOf = ({ row }: Found) => row.sentence.row?.unit ?? null;
  if (first.figure.isPercentage || second.figure.isPercentage || unitOf(first) !== unitOf(second))
    return undefined;
  const text = write(operation, first, second);
  return text === undefined ? undefined : { text, rows: [first.row, second.row] };
}
