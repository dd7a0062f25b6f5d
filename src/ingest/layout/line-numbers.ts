/** Finds the numbers of the lines of a draft or a bill, counted down the margin: no text, no cells and no column. Pure. */
import type { Line } from '../page-model.ts';

const numbers = {
  /** So many on a page, for it to be certain; fewer where the count runs on to such a page. */
  least: 8,
  /** Pages that have them. */
  pages: 2,
  /** The share of the rows down to the last number that have one: a table's rows are of several lines. */
  share: 0.6,
  /** The share of them beside a row of text: blank lines of a listing are counted too. */
  beside: 0.75,
  /** Points within which they are set below each other, and from the row that each counts. */
  aligned: 3,
  /** Lines further out: running heads and page numbers. */
  outside: 2,
} as const;

const bare = /^\d{1,4}$/;

const countAt = (line: Line | undefined): number => Number(line?.text ?? Number.NaN);

/** The longest series of lines that count on from each other. @param own from top to bottom. */
function longestCount(own: readonly Line[]): Line[] {
  let longest: Line[] = [];
  let open: Line[] = [];
  for (const line of own) {
    open = countAt(line) === countAt(open.at(-1)) + 1 ? [...open, line] : [line];
    if (open.length > longest.length) longest = open;
  }
  return longest;
}

/** The most bare numbers of a page that are set below each other, from top to bottom. */
function mostAligned(lines: readonly Line[]): Line[] {
  const found = lines.filter(({ text }) => bare.test(text)).sort((a, b) => b.y - a.y);
  const groups = found.flatMap((line) =>
    [(other: Line) => other.x, (other: Line) => other.right].map((edge) =>
      found.filter((other) => Math.abs(edge(other) - edge(line)) <= numbers.aligned),
    ),
  );
  return groups.reduce((most, group) => (group.length > most.length ? group : most), []);
}

/** What may be a page's line numbers: most beside a row of another style, with nothing further out. */
function countOf(lines: readonly Line[]): { count: Line[]; isFirm: boolean } {
  const count = longestCount(mostAligned(lines));
  const rest = lines.filter((line) => !count.includes(line));
  const [left, right] = [Math.min(...count.map(({ x }) => x)), Math.max(...count.map((line) => line.right))];
  const isAtEdge =
    rest.filter((line) => line.x < left).length <= numbers.outside ||
    rest.filter((line) => line.right > right).length <= numbers.outside;
  const hasRow = (line: Line) =>
    rest.some(
      (other) =>
        Math.abs(other.y - line.y) <= numbers.aligned &&
        (other.font !== line.font || Math.abs(other.size - line.size) > 0.5),
    );
  if (!isAtEdge || count.filter(hasRow).length < numbers.beside * count.length)
    return { count: [], isFirm: false };
  const [top = 0, bottom = 0] = [count[0]?.y, count.at(-1)?.y];
  const within = rest.filter(({ y }) => y <= top + numbers.aligned && y >= bottom - numbers.aligned);
  const rows = new Set(within.map(({ y }) => Math.round(y))).size;
  return { count, isFirm: count.length >= numbers.least && count.length >= numbers.share * rows };
}

/** The line numbers of a document's pages; none where fewer than two pages have them. */
export function findLineNumbers(linesOfPage: readonly (readonly Line[])[]): Set<Line> {
  const pages = linesOfPage.map(countOf);
  if (pages.filter(({ isFirm }) => isFirm).length < numbers.pages) return new Set();
  const runsOn = (at: number) => {
    const [before, own, after] = [pages[at - 1], pages[at], pages[at + 1]];
    return (
      (before?.isFirm === true && countAt(before.count.at(-1)) + 1 === countAt(own?.count[0])) ||
      (after?.isFirm === true && countAt(own?.count.at(-1)) + 1 === countAt(after.count[0]))
    );
  };
  return new Set(pages.flatMap(({ count, isFirm }, at) => (isFirm || runsOn(at) ? count : [])));
}
