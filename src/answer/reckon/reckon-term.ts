/** What a term of a trade stands for, reckoned of two figures of tables: "current ratio". Pure. */
import type { Operation } from '../../core/question-forms.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { Reckoned } from '../question/spell-out-terms.ts';
import { writeFigure } from './figures.ts';
import { figuresOf, labelOf, ofRow, type Reckoning, type Term, wordsOf } from './reckon.ts';

/** Whether a row is that of a thing, by the ways that it is printed: "Operating income/(loss)", but no accruals of it. */
function isRowOf(row: Candidate, printed: readonly string[], labelWords: ReadonlySet<string>): boolean {
  const label = wordsOf(labelOf(row).replace(/[/(].*$/u, ''));
  return printed.some((form) => {
    const own = wordsOf(form);
    return (
      own.every((word) => label.includes(word)) &&
      label.every((word) => own.includes(word) || labelWords.has(word))
    );
  });
}

type Found = Term & { heads: string };

/** The figures of a thing, the largest first: those of segments are parts of it. */
function findFigures(
  { text, printed }: Reckoned['parts'][number],
  labelWords: ReadonlySet<string>,
  candidates: readonly Candidate[],
): Found[] {
  const rows = candidates.filter(
    (one) => one.sentence.row !== undefined && isRowOf(one, printed, labelWords),
  );
  // What is less than all figures of another such row is of a part, or in another unit.
  const leasts = rows
    .map((row) => figuresOf(row).map(({ figure }) => Math.abs(figure.value)))
    .flatMap((figures) => (figures.length > 0 ? [Math.min(...figures)] : []));
  const least = Math.max(0, ...leasts);
  return rows
    .flatMap((row) => ofRow(row, { text }) ?? [])
    .filter(({ figure }) => !figure.isPercentage && Math.abs(figure.value) >= least)
    .sort((one, other) => Math.abs(other.figure.value) - Math.abs(one.figure.value));
}

/** Two figures of one table, or else of tables in one unit that both tell. */
function pair(firsts: readonly Found[], seconds: readonly Found[]): [Found, Found] | undefined {
  const pairs = firsts.flatMap((first) => seconds.map((second): [Found, Found] => [first, second]));
  const tableOf = ({ row: { passage, sentence } }: Found) =>
    `${passage.documentId} ${sentence.pages.join()} ${sentence.row?.caption} ${sentence.row?.unit}`;
  // "in millions, except per share data": what is excepted is no figure of a statement's totals.
  const unitOf = ({ row }: Found) => row.sentence.row?.unit?.replace(/^\(|,.*|\)$/g, '').toLowerCase();
  return (
    pairs.find(([first, second]) => tableOf(first) === tableOf(second) && first.heads === second.heads) ??
    pairs.find(([first, second]) => unitOf(first) !== undefined && unitOf(first) === unitOf(second))
  );
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
  { operation, labelWords, parts }: Reckoned,
  candidates: readonly (readonly Candidate[])[],
): Reckoning | undefined {
  const [firsts = [], seconds = []] = parts.map((part, at) =>
    findFigures(part, labelWords, candidates[at] ?? []),
  );
  const found = pair(firsts, seconds);
  if (operation === undefined || found === undefined) return undefined;
  const [first, second] = found;
  const text = write(operation, first, second);
  return text === undefined ? undefined : { text, rows: [first.row, second.row] };
}
