/** How deep the entries of printed contents are. Pure. */
import { matterTitles } from '../../language/en/layout-words.ts';
import { readTitleNumber, type TitleNumber, withoutNumber } from './numbering.ts';

/** An entry of the contents, and how its first row is set. */
export interface SetEntry {
  title: string;
  /** Whether a page number stands behind it. */
  isNumbered: boolean;
  /** The page of the contents that it is on. */
  page: number;
  /** From the margin, in points. */
  indent: number;
  style: string;
  weight: number;
}

/** A level that is open: how its entries are set, and the number of the last one. */
interface Level extends Omit<SetEntry, 'title' | 'isNumbered'> {
  last: TitleNumber | null;
}

/** The distance in points within which rows begin at one place. */
const sameIndent = 4;

/** "I." and "C." may count as roman numbers or as letters. */
function readings(number: TitleNumber): TitleNumber[] {
  const [value = 0] = number.path;
  const other = { I: 9, V: 22, X: 24, L: 12, C: 3, D: 4, M: 13 };
  if (number.path.length > 1) return [number];
  if (number.style === 'roman')
    return Object.values({ I: 1, V: 5, X: 10 }).includes(value)
      ? [
          number,
          { ...number, style: 'letter', path: [value === 1 ? other.I : value === 5 ? other.V : other.X] },
        ]
      : [number];
  const roman = { 3: 100, 4: 500, 12: 50, 13: 1000 }[value];
  return number.style === 'letter' && roman !== undefined
    ? [number, { ...number, style: 'roman', path: [roman] }]
    : [number];
}

/** Whether a number is the next one after that of a level: 4 after 3, 3.2 after 3.1. */
function follows(number: TitleNumber, last: TitleNumber | null): boolean {
  if (last === null) return false;
  return readings(number).some((one) =>
    readings(last).some(
      (before) =>
        one.style === before.style &&
        one.label === before.label &&
        one.path.length === before.path.length &&
        one.path.slice(0, -1).join() === before.path.slice(0, -1).join() &&
        one.path.at(-1) === (before.path.at(-1) ?? 0) + 1,
    ),
  );
}

/** Whether an entry stands above those that follow, whatever their indent: a part, or a heading without a page. */
function divides({ isNumbered }: SetEntry, number: TitleNumber | null): boolean {
  return !isNumbered || (number?.label === 'part' && number.path.length === 1);
}

/**
 * Depths, from 0, in the order of the entries. A part stands above all that follows; a number that comes next after that of
 * an open level is of this level; else an entry is of the level that is set like it at its indent, and what is set otherwise
 * is deeper, unless it begins further out.
 */
export function depthsOf(entries: readonly SetEntry[]): number[] {
  let open: Level[] = [];
  return entries.map((entry) => {
    const { title, isNumbered: _, ...look } = entry;
    const number = readTitleNumber(title);
    if (divides(entry, number)) {
      open = [{ ...look, indent: Number.NEGATIVE_INFINITY, style: '', weight: Infinity, last: null }];
      return 0;
    }
    const isMatter = matterTitles.test(withoutNumber(title).trim());
    if (
      isMatter &&
      number === null &&
      (open[0] === undefined || look.weight >= open[0].weight - 0.2 || open[0].style === '')
    ) {
      open = [{ ...look, last: null }];
      return 0;
    }
    const isBeside = (level: Level) =>
      level.style === look.style && Math.abs(level.indent - look.indent) <= sameIndent;
    const next = number === null ? -1 : open.findLastIndex(({ last }) => follows(number, last));
    const alike = open.findIndex(
      (level) =>
        isBeside(level) && (number === null || level.last === null || level.last.style === number.style),
    );
    const at = next >= 0 ? next : alike;
    const level = open[at];
    if (level !== undefined) {
      open = open.slice(0, at + 1);
      open[at] = { ...look, last: number ?? level.last };
      return at;
    }
    while ((open.at(-1)?.indent ?? Number.NEGATIVE_INFINITY) > look.indent + sameIndent) open.pop();
    // What is set more heavily than the last entry is not below it.
    while (open.length > 0 && (open.at(-1)?.weight ?? 0) < look.weight - 0.4) open.pop();
    open.push({ ...look, last: number });
    return open.length - 1;
  });
}
