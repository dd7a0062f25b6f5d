/** The rows of printed contents: their titles, the page numbers behind them, and how they are set. Pure. */
import { contentsTitle, matterTitles } from '../../language/en/layout-words.ts';
import { isCapitals } from '../../text/capitals.ts';
import { romanValue } from '../../text/roman-number.ts';
import { findGutter, orderLines } from '../layout/columns.ts';
import type { Line } from '../page-model.ts';

/** A page number as printed. */
export interface PrintedNumber {
  value: number;
  roman: boolean;
}

/** One line of the contents. */
export interface ContentsRow {
  text: string;
  page: number;
  /** The number at its end, or null. */
  number: PrintedNumber | null;
  /** Whether dots lead from its title to its number. */
  hasLeader?: boolean;
  /** From its column's left edge, in points; that of all left pages or of all right ones. */
  indent: number;
  /** Font, size and case: rows of one level share them. */
  style: string;
  /** How heavily it is set: by size, then bold, then capitals. */
  weight: number;
  /** The distance to the row above in ems; 0 for the first of a column. */
  gap: number;
}

/** The distance in points within which rows begin at one place. */
export const sameIndent = 4;

/** Whether a text is the heading of a table of contents. */
export function isContentsTitle(text: string): boolean {
  return contentsTitle.test(text.trim().replace(/\s+/g, ' '));
}

const trailing =
  /^(?<title>.*?\S)(?<leader>[\s.…·_–-]*[.…·_]{2,}[\s.…·_]*|\s+)(?<number>\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})$/u;
const loneNumber = /^[.…·_\s]*(\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})$/;

/** Dots before a number, three or more. */
const leader = /(?:(?:[.·_] ?){3}|…) ?$/u;

function toNumber(text: string): PrintedNumber | null {
  if (/^\d+$/.test(text)) return { value: Number(text), roman: false };
  const value = romanValue(text);
  return value === null ? null : { value, roman: true };
}

/** Whether a line holds a page number, alone or behind a title. */
const endsInNumber = ({ text }: Line) => loneNumber.test(text) || /\s\d{1,4}$/.test(text);

/**
 * Short lines show no gutter; in contents of two columns, titles begin at one place to the right of page numbers.
 * @returns the lines with their column, those of the left one first.
 */
function splitColumns(lines: readonly Line[]): Line[] {
  if (lines.some(({ column }) => column !== null)) return [...lines];
  const titles = lines.filter(({ text }) => /\p{L}{2}/u.test(text));
  const left = Math.min(...titles.map(({ x }) => x));
  const right = Math.max(...lines.map((line) => line.right));
  const isStart = (x: number) => {
    const behind = titles.filter((line) => Math.abs(line.x - x) <= 3);
    const numbered = lines.filter((line) => line.right < x && endsInNumber(line));
    const across = titles.filter((line) => line.x < x - 3 && line.right > x);
    return behind.length >= 2 && numbered.length >= 2 && across.length === 0;
  };
  const start = titles.map(({ x }) => x).find((x) => x > left + (right - left) * 0.35 && isStart(x));
  if (start === undefined) return [...lines];
  const inColumn = (column: number) =>
    lines.filter(({ x }) => x >= start - 3 === (column === 1)).map((line) => ({ ...line, column }));
  return [...inColumn(0), ...inColumn(1)];
}

/** Lines on one baseline of one column, from left to right. */
function toVisualRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const home = rows.find(
      ([first]) => first !== undefined && first.column === line.column && Math.abs(first.y - line.y) <= 2.5,
    );
    if (home === undefined) rows.push([line]);
    else home.push(line);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Splits the number off the end of a row's text; a year that ends a title is none. */
function splitNumber(
  row: readonly Line[],
  pageCount: number,
): Pick<ContentsRow, 'text' | 'number' | 'hasLeader'> {
  const last = row.at(-1);
  const text = row.map((line) => line.text).join(' ');
  const alone = last === undefined ? undefined : loneNumber.exec(last.text)?.[1];
  const match = alone === undefined ? trailing.exec(text)?.groups : undefined;
  const printed = alone ?? match?.number;
  const number = printed === undefined ? null : toNumber(printed);
  if (number === null || number.value > pageCount + 100) return { text, number: null };
  // "Part II" ends in its own number; "Foreword IX" and "Preface … VII" in that of a page.
  const isOwn = /^[IVXLC]/.test(printed ?? '') && !/[.…·_]{2}/.test(match?.leader ?? '');
  if (isOwn && alone === undefined && !matterTitles.test(match?.title ?? '')) return { text, number: null };
  const before = text.slice(0, text.lastIndexOf(printed ?? ''));
  const title =
    alone === undefined
      ? (match?.title ?? text)
      : row
          .slice(0, -1)
          .map((line) => line.text)
          .join(' ');
  return {
    text: title.replace(/[\s.…·_]{2,}$/u, '').trim(),
    number,
    hasLeader: leader.test(before),
  };
}

function styleOf(line: Line): string {
  return `${line.font}/${line.size.toFixed(1)}${isCapitals(line.text) ? '/caps' : ''}`;
}

/** The rows of one page, column by column. */
function rowsOfPage(lines: readonly Line[], pageCount: number): (ContentsRow & { margin: string })[] {
  const rows = toVisualRows(splitColumns(lines));
  let above: Line | undefined;
  return rows.flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    const gap = above !== undefined && above.column === first.column ? (above.y - first.y) / first.size : 0;
    above = first;
    const lettered = row.find((line) => /\p{L}{2}/u.test(line.text)) ?? first;
    return [
      {
        ...splitNumber(row, pageCount),
        page: first.page,
        indent: first.x,
        margin: `${first.page % 2}/${first.column}`,
        style: styleOf(lettered),
        weight: lettered.size + (lettered.bold ? 1 : 0) + (isCapitals(lettered.text) ? 0.5 : 0),
        gap,
      },
    ];
  });
}

/** Counts indents from where the text of their column begins, over all pages. */
function fromMargin(rows: readonly (ContentsRow & { margin: string })[]): ContentsRow[] {
  const left = new Map<string, number>();
  for (const { margin, indent, text } of rows)
    if (/\p{L}{2}/u.test(text)) left.set(margin, Math.min(left.get(margin) ?? indent, indent));
  return rows.map(({ margin, ...row }) => ({
    ...row,
    indent: row.indent - (left.get(margin) ?? row.indent),
  }));
}

/**
 * The least share of a page's rows that end in a number, for it to be one of contents: under their title, and
 * without; and without, where dots lead to the numbers. Long titles run over two or three rows.
 */
const numberedShare = { titled: 0.3, untitled: 0.6, led: 0.4 };

/** The fewest numbered titles of a page of contents that has no heading. */
const leastUntitled = 6;

const arabicOf = (rows: readonly ContentsRow[]) =>
  rows.flatMap(({ number }) => (number === null || number.roman ? [] : [number.value]));

/** Whether rows read as contents: enough of them end in numbers that rise. */
function readAsContents(rows: readonly ContentsRow[], least: number, share: number): boolean {
  const numbers = arabicOf(rows);
  const rising = numbers.filter((value, at) => at === 0 || value >= (numbers[at - 1] ?? 0)).length;
  const numbered = rows.filter(({ number }) => number !== null).length;
  return numbered >= least && numbered >= rows.length * share && rising >= numbers.length * 0.8;
}

/** Whether rows without a heading above read as contents; numbers alone are those of notes. */
function readAsUntitled(rows: readonly ContentsRow[]): boolean {
  const titled = rows.filter(({ text, number }) => number !== null && /\p{L}{2}/u.test(text));
  if (titled.length < leastUntitled) return false;
  const led = titled.filter(({ hasLeader }) => hasLeader).length;
  return readAsContents(
    rows,
    leastUntitled,
    led >= leastUntitled ? numberedShare.led : numberedShare.untitled,
  );
}

/** One table of contents: its pages and rows. */
export interface PrintedContents {
  pages: number[];
  rows: ContentsRow[];
}

/** How far into a document its contents may begin. */
const latestStart = 0.2;

/**
 * The printed contents of a document; some have two, a short and a long one.
 * @param linesOfPage the lines of each page without running heads, page 1 first.
 */
export function findPrintedContents(linesOfPage: readonly (readonly Line[])[]): PrintedContents[] {
  const pageCount = linesOfPage.length;
  const latest = Math.min(pageCount, Math.max(12, Math.ceil(pageCount * latestStart)));
  const linesOn = (page: number) => {
    const lines = linesOfPage[page - 1] ?? [];
    return orderLines(lines, findGutter(lines)).filter(({ text }) => !isContentsTitle(text));
  };
  const isTitledAt = (page: number) =>
    (linesOfPage[page - 1] ?? []).some(({ text }) => isContentsTitle(text));
  const found: PrintedContents[] = [];
  for (let page = 1; page <= latest; page++) {
    const rows = rowsOfPage(linesOn(page), pageCount);
    if (found.some(({ pages }) => pages.includes(page))) continue;
    const isFirst = isTitledAt(page) ? readAsContents(rows, 2, numberedShare.titled) : readAsUntitled(rows);
    if (!isFirst) continue;
    const pages = [page];
    const all = [...rows];
    for (let next = page + 1; next <= pageCount; next++) {
      const more = rowsOfPage(linesOn(next), pageCount);
      // A second table of contents begins at the front again.
      const goesOn = (arabicOf(more)[0] ?? Infinity) >= (arabicOf(all).at(-1) ?? 0);
      if (!goesOn || !readAsContents(more, 1, numberedShare.titled)) break;
      pages.push(next);
      all.push(...more);
    }
    found.push({ pages, rows: fromMargin(all) });
  }
  return found;
}
