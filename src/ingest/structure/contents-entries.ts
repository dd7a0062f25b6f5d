/** Joins the rows of printed contents into entries. Pure. */
import { joinTitle } from '../page-model.ts';
import { type ContentsRow, type PrintedNumber, sameIndent } from './contents-rows.ts';
import { isNumberAlone, readTitleNumber } from './numbering.ts';

/** Rows that make one entry; the number is that of the last of `rows`. */
export interface RawEntry {
  rows: ContentsRow[];
  number: PrintedNumber | null;
  /** Rows close below it, without a number: the rest of its title, a subtitle, its author. */
  after: ContentsRow[];
}

/** The title that rows make together. */
export const textOf = (rows: readonly ContentsRow[]) => joinTitle(rows.map(({ text }) => text));

/** The usual distance between rows that begin entries, in ems. */
function entryGapOf(rows: readonly ContentsRow[]): number {
  const gaps = rows
    .filter((row, at) => row.gap > 0 && row.number !== null && (rows[at - 1]?.number ?? null) !== null)
    .map(({ gap }) => gap)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/** A row this much closer to the one above than entries are belongs to it. */
const closeShare = 0.85;
/** A row below another with this much air between them, in ems, begins anew; with hardly any, it goes on. */
const newEntryGap = 1.9;
const tightGap = 1.35;

/** Styles of rows that hardly ever end in a number and are nearly as many as those that do: the chapters' authors. */
function authorStyles(rows: readonly ContentsRow[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; numbered: number }>();
  for (const { style, number, text } of rows) {
    if (readTitleNumber(text) !== null) continue;
    const count = counts.get(style) ?? { all: 0, numbered: 0 };
    counts.set(style, { all: count.all + 1, numbered: count.numbered + (number === null ? 0 : 1) });
  }
  const numbered = rows.filter(({ number }) => number !== null).length;
  const isOf = ({ all, numbered: own }: { all: number; numbered: number }) =>
    all >= 3 && own <= all * 0.2 && all >= numbered * 0.3;
  return new Set([...counts].filter(([, count]) => isOf(count)).map(([style]) => style));
}

/** Joins rows into entries: a title goes on in the next row, or its number stands behind its last one. */
export function toRawEntries(all: readonly ContentsRow[]): RawEntry[] {
  const authors = authorStyles(all);
  const rows = all.filter(({ style, number }) => number !== null || !authors.has(style));
  const entryGap = entryGapOf(rows);
  const entries: RawEntry[] = [];
  let open: ContentsRow[] = [];
  const close = (number: PrintedNumber | null) => {
    if (open.length > 0) entries.push({ rows: open, number, after: [] });
    open = [];
  };
  for (const row of rows) {
    const above = open.at(-1);
    const last = entries.at(-1);
    const begins = readTitleNumber(row.text) !== null;
    const isClose = row.gap > 0 && row.gap <= entryGap * closeShare;
    if (above === undefined && last?.number && row.number === null && isClose && !begins) {
      last.after.push(row);
      continue;
    }
    const isAlike = above !== undefined && (row.style === above.style || row.gap <= tightGap);
    const isLabel = above !== undefined && isNumberAlone(textOf(open));
    const isHanging = !isLabel && row.gap <= tightGap && row.indent > (open[0]?.indent ?? 0) + sameIndent;
    // The title goes on in the next row; "PART I" has its title there, however that is set.
    const goesOn = isAlike && row.gap <= newEntryGap && (!begins || isHanging);
    const isLabelled = isLabel && !begins;
    if (above !== undefined && !goesOn && !isLabelled) close(null);
    open.push(row);
    if (row.number !== null) close(row.number);
  }
  close(null);
  return entries.filter(({ rows: own }) => own.some(({ text }) => /\p{L}{2}/u.test(text)));
}
