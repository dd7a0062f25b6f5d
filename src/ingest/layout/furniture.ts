/** Finds running heads, page numbers and what else pages repeat. Pure. */
import type { PageText } from '../../core/document-reader.ts';
import { type Line, lettersOf } from '../page-model.ts';
import { mainSizeOf } from './main-size.ts';
import { countOffsets, edgeNumbers, type Offsets, offsetKey } from './page-numbers.ts';
import { thresholds } from './thresholds.ts';

/** The lines that share a baseline, or nearly, from left to right. */
interface Row {
  side: 'top' | 'bottom';
  page: number;
  y: number;
  size: number;
  lines: Line[];
  text: string;
  /** Whether there is air between it and the next row away from the edge, or that is a title in large type. */
  isClear: boolean;
}

function rowsOf(page: PageText, lines: readonly Line[]): Row[] {
  const { rowHeight } = thresholds.furniture;
  const groups: Line[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = groups.at(-1);
    if (row !== undefined && (row[0]?.y ?? 0) - line.y <= rowHeight) row.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const own = group.sort((a, b) => a.x - b.x);
    const y = own[0]?.y ?? 0;
    return {
      side: y > page.height / 2 ? 'top' : 'bottom',
      page: page.number,
      y,
      size: Math.max(...own.map((line) => line.size)),
      lines: own,
      text: own.map((line) => line.text).join(' '),
      isClear: true,
    };
  });
}

/** The outermost rows of a page in the zones of running heads, from the edge inwards. */
function outerRows(page: PageText, rows: readonly Row[]): Row[][] {
  const { zone, rows: most, clearance, larger } = thresholds.furniture;
  return [rows, [...rows].reverse()].map((side) => {
    const height = side === rows ? 'top' : 'bottom';
    return side
      .map((row, index) => {
        const next = side[index + 1];
        const isClear =
          next === undefined ||
          Math.abs(row.y - next.y) >= clearance * row.size ||
          next.size >= larger * row.size;
        return { ...row, isClear };
      })
      .filter((row) => row.side === height && Math.min(row.y, page.height - row.y) < page.height * zone)
      .slice(0, most);
  });
}

const words = (row: Row) => lettersOf(row.text);

/** Rows of one text, size and height on the page, which running heads share from page to page. */
function textKeys(row: Row): string[] {
  const { height } = thresholds.furniture;
  const place = Math.floor(row.y / height);
  const size = Math.round(row.size);
  // Neighbouring cells too, as rounding may part what belongs together.
  return [place, place + 1].map((cell) => `${row.side}|${cell}|${size}|${words(row)}`);
}

function placeKeys(row: Row): string[] {
  const { height } = thresholds.furniture;
  const place = Math.floor(row.y / height);
  return [place, place + 1].map((cell) => `${row.side}|${cell}`);
}

function pagesByKey(rows: readonly Row[], keysOf: (row: Row) => string[]): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>();
  for (const row of rows)
    for (const key of keysOf(row)) pages.set(key, (pages.get(key) ?? new Set()).add(row.page));
  return pages;
}

const styleOf = (line: Line) => `${line.font}|${line.size.toFixed(1)}`;

const styleKeys = (row: Row) =>
  row.lines.flatMap((line) => placeKeys(row).map((key) => `${key}|${styleOf(line)}`));

type PagesByKey = ReadonlyMap<string, ReadonlySet<number>>;

const most = (pages: PagesByKey, keys: readonly string[]) =>
  Math.max(0, ...keys.map((key) => pages.get(key)?.size ?? 0));

/** Whether a row has its page's number: alone, or at the edge of a row where most pages have theirs. */
function hasPageNumber(row: Row, offsets: Offsets, pageCount: number): boolean {
  const { leastPages, pages } = thresholds.furniture;
  const least = Math.min(leastPages, Math.max(2, pageCount));
  return edgeNumbers(row.text).some((edge) => {
    const count = offsets.get(offsetKey(row.page, edge)) ?? 0;
    return count >= (edge.isAlone ? least : Math.max(least, pages * pageCount));
  });
}

/**
 * The last row of each page that says the same on many pages but for the page's number, at whatever height: where a file
 * was printed from one long page, the foot stands right below the text.
 */
function closingRows(rowsOfPage: readonly (readonly Row[])[]): Row[] {
  const { leastPages, pages } = thresholds.furniture;
  const closing = rowsOfPage.flatMap((rows) => rows.at(-1) ?? []);
  const least = Math.max(leastPages, pages * rowsOfPage.length);
  const keyOf = (row: Row) => `${Math.round(row.size)}|${words(row)}`;
  const recurring = pagesByKey(closing, (row) => [keyOf(row)]);
  const offsets = countOffsets(rowsOfPage.map((rows) => rows.slice(-1).map(({ text }) => text)));
  return closing.filter(
    (row) =>
      most(recurring, [keyOf(row)]) >= least &&
      edgeNumbers(row.text).some((edge) => (offsets.get(offsetKey(row.page, edge)) ?? 0) >= least),
  );
}

/**
 * The running heads, page numbers and repeated boxes among a document's lines. A row at the edge of its page is one if it
 * has the number that its page must have, if its words recur there on other pages, or if it is set like such rows in
 * their place. Position alone would eat body lines.
 */
export function findFurniture(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
): Set<Line> {
  const { leastPages, headShare, placeShare, styleShare, boxShare } = thresholds.furniture;
  // The first page may do without a head.
  const leastSame = pages.length === leastPages ? leastPages - 1 : leastPages;
  const rowsOfPage = pages.map((page, index) => rowsOf(page, linesOfPage[index] ?? []));
  const sides = pages.map((page, index) => outerRows(page, rowsOfPage[index] ?? []));
  const rows = sides.flat(2);
  const offsets = countOffsets(sides.map((own) => own.flat().map((row) => row.text)));
  const recurring = pagesByKey(rows, textKeys);
  /** A heading may recur too, but not from page to page. */
  const recurs = (row: Row) =>
    words(row) !== '' &&
    textKeys(row).some((key) => {
      const own = recurring.get(key) ?? new Set<number>();
      return own.size >= leastSame && [-2, -1, 1, 2].some((step) => own.has(row.page + step));
    });
  const inPlace = pagesByKey(rows, placeKeys);
  const isMostInPlace = (row: Row, found: PagesByKey, share: number) =>
    placeKeys(row).some((key) => most(found, [key]) >= share * most(inPlace, [key]));
  const characters = new Map<string, number>();
  for (const line of linesOfPage.flat())
    characters.set(styleOf(line), (characters.get(styleOf(line)) ?? 0) + line.text.length);
  const total = [...characters.values()].reduce((sum, count) => sum + count, 0);
  const styledPlaces = pagesByKey(rows, styleKeys);
  const titleSize = thresholds.heading.chapterSize * mainSizeOf(linesOfPage.flat());
  /** A head that names what each page is about, in a style that hardly anything else is set in, but titles are. */
  const hasOwnStyle = (row: Row) =>
    words(row) !== '' &&
    row.size < titleSize &&
    row.lines.every((line) => (characters.get(styleOf(line)) ?? 0) < styleShare * total) &&
    most(styledPlaces, styleKeys(row)) >= Math.max(leastPages, headShare * pages.length);
  const isNumbered = (row: Row) => hasPageNumber(row, offsets, pages.length);
  const isPageNumber = (row: Row) => words(row) === '' && isNumbered(row);
  const likely = rows.filter((row) => isNumbered(row) || recurs(row) || hasOwnStyle(row));
  const likelyInPlace = pagesByKey(likely, placeKeys);
  // The heads of a table over several pages recur too, but among rows of text.
  const known = new Set(
    likely.filter((row) => isPageNumber(row) || isMostInPlace(row, likelyInPlace, headShare)),
  );
  const knownInPlace = pagesByKey([...known], placeKeys);
  const knownStyles = pagesByKey([...known], styleKeys);
  /** A head that is on a page or two only, in the place and style of others. */
  const isLikeKnown = (row: Row) =>
    row.size < titleSize &&
    isMostInPlace(row, knownInPlace, placeShare) &&
    row.lines.every((line) => most(knownStyles, styleKeys({ ...row, lines: [line] })) >= leastPages);
  const furniture = new Set(closingRows(rowsOfPage).flatMap(({ lines }) => lines));
  for (const side of sides.flat()) {
    // From the edge inwards: behind the first row of text there is only text. A head of two rows has air below the second.
    let stack: Row[] = [];
    for (const row of side) {
      if (!known.has(row) && !isLikeKnown(row)) break;
      stack.push(row);
      if (!row.isClear && !isPageNumber(row)) continue;
      for (const line of stack.flatMap(({ lines }) => lines)) furniture.add(line);
      stack = [];
    }
  }
  const boxes = new Map<string, Line[]>();
  for (const line of linesOfPage.flat()) {
    const key = `${Math.round(line.x)}|${Math.round(line.y)}|${line.text}`;
    boxes.set(key, [...(boxes.get(key) ?? []), line]);
  }
  const repeated = [...boxes.values()].filter(
    ({ length }) => length >= Math.max(leastPages + 1, boxShare * pages.length),
  );
  const inBoxes = repeated.flat().reduce((sum, { text }) => sum + text.length, 0);
  // What most of a document consists of is its text: a form that is filled in again and again.
  if (inBoxes <= total / 2) for (const line of repeated.flat()) furniture.add(line);
  return furniture;
}
