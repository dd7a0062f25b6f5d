/** Where notes open among the small lines of a page: numbers that follow each other. Pure. */
import type { NoteLine } from './note-openers.ts';

/** How many numbers may be skipped. */
const longestSkip = 4;

/** The indices of the lines that open the notes from `start` on. */
function follow(lines: readonly NoteLine[], start: number, marked: ReadonlySet<number>): number[] {
  const chain = [start];
  for (;;) {
    const from = chain.at(-1) ?? start;
    const before = lines[from];
    const current = before?.opens;
    if (before === undefined || typeof current !== 'number') return chain;
    const isAlike = (line: NoteLine) =>
      line.isApart === before.isApart && (line.page !== before.page || Math.abs(line.x - before.x) <= 2);
    const below = lines.map((line, at) => ({ line, at })).slice(from + 1);
    const nexts = below.filter(({ line }) => line.opens === current + 1);
    const skipping = below.filter(
      ({ line }) =>
        line.opens !== null &&
        line.opens > current &&
        line.opens <= current + longestSkip &&
        (marked.has(line.opens) || (line.isApart && isAlike(line))),
    );
    const next = nexts.find(({ line }) => isAlike(line)) ?? nexts[0] ?? skipping[0];
    // An author may give two notes one number.
    const again = below.find(({ line }) => line.opens === current && line.isApart && isAlike(line));
    const found = again !== undefined && again.at < (next?.at ?? lines.length) ? again : next;
    if (found === undefined) return chain;
    chain.push(found.at);
  }
}

/**
 * The openers of a page's notes, a list for each time they start anew. A chain may start with the number that follows the
 * page before, with one that a marker on the page names, or with 1.
 * @param last the last number of the page before; 0 for none.
 */
export function findChains(
  lines: readonly NoteLine[],
  last: number,
  marked: ReadonlySet<number>,
): number[][] {
  let best: { chain: number[]; score: number } | null = null;
  lines.forEach(({ opens }, index) => {
    if (opens === null) return;
    const isNext = last > 0 && opens === last + 1;
    if (!isNext && opens !== 1 && !marked.has(opens)) return;
    if (!isNext && lines.slice(0, index).some((line) => line.opens === opens - 1)) return;
    const chain = follow(lines, index, marked);
    const named = chain.filter((at) => marked.has(lines[at]?.opens ?? -1)).length;
    const score = chain.length + named + (isNext ? 1.5 : 0);
    if (best === null || score > best.score) best = { chain, score };
  });
  const first = (best as { chain: number[] } | null)?.chain;
  if (first === undefined) return [];
  const chains = [first];
  // A list may end above the next, which is longer.
  const start = first[0] ?? 0;
  const before = lines.slice(0, start);
  const goesOn =
    lines[start]?.opens === 1 && last > 0 ? before.findIndex(({ opens }) => opens === last + 1) : -1;
  if (goesOn >= 0) chains.unshift(follow(before, goesOn, marked));
  for (;;) {
    const end = chains.at(-1)?.at(-1) ?? lines.length;
    const again = lines.findIndex((line, at) => at > end && line.opens === 1);
    if (again < 0) return chains;
    chains.push(follow(lines, again, marked));
  }
}
