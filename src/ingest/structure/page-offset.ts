/** From page numbers as printed to pages of the file. Pure. */
import { titleKey } from '../../text/similar-titles.ts';
import { type RawEntry, textOf } from './contents-entries.ts';
import type { PrintedNumber } from './contents-rows.ts';

/** How much votes for an offset must outnumber chance. */
const leastVotes = 2;

/**
 * What to add to a printed page number to get the page in the file: the offset that most titles and printed page numbers
 * agree on; undefined where too few do.
 */
export function findOffset(
  entries: readonly RawEntry[],
  roman: boolean,
  displayOf: ReadonlyMap<number, readonly string[]>,
  printed: ReadonlyMap<number, PrintedNumber>,
): number | undefined {
  const votes = new Map<number, number>();
  const vote = (offset: number, weight: number) => votes.set(offset, (votes.get(offset) ?? 0) + weight);
  for (const { rows, number } of entries) {
    if (number === null || number.roman !== roman) continue;
    const title = titleKey(textOf(rows));
    for (const [page, keys] of displayOf) {
      const best = Math.max(
        0,
        ...keys.map((key) => (key.length >= 5 && title.includes(key) ? key.length / title.length : 0)),
      );
      if (best > 0.2) vote(page - number.value, best);
    }
  }
  for (const [page, number] of printed) if (number.roman === roman) vote(page - number.value, 0.2);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= leastVotes ? best[0] : undefined;
}
