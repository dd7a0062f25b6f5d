/** Brings together what outline and contents say of a document's structure. Pure. */

import { similarity, titleKey } from '../../text/similar-titles.ts';
import type { Entry } from './entries.ts';

/** Whether two entries are one: of one heading, or of one title on one page or the next. */
function areOne(a: Entry, b: Entry): boolean {
  if (a.titleEnd !== null && b.titleEnd !== null && a.block <= b.titleEnd && b.block <= a.titleEnd)
    return true;
  if (Math.abs(a.page - b.page) > 1) return false;
  const [left, right] = [titleKey(a.title), titleKey(b.title)];
  const shorter = Math.min(left.length, right.length);
  return (
    (shorter >= 6 && (left.includes(right) || right.includes(left))) || similarity(a.title, b.title) >= 0.75
  );
}

/** The share of entries that both sources must have before one completes the other. */
const agreedShare = 0.5;

/**
 * The entries of `base`, and those of `other` that it lacks, in reading order. Where the two hardly agree, `base` alone.
 */
export function mergeEntries(base: readonly Entry[], other: readonly Entry[]): Entry[] {
  const pairs = other.map((entry) => ({ entry, twin: base.find((own) => areOne(own, entry)) }));
  const agreed = pairs.filter(({ twin }) => twin !== undefined);
  const isTrusted = agreed.length >= 2 && agreed.length >= Math.min(base.length, other.length) * agreedShare;
  if (!isTrusted) return [...base];
  const shifts = agreed.map(({ entry, twin }) => (twin?.depth ?? 0) - entry.depth).sort((a, b) => a - b);
  const shift = shifts[Math.floor(shifts.length / 2)] ?? 0;
  const kept = base.map((entry): Entry => {
    const twin = agreed.find((pair) => pair.twin === entry)?.entry;
    return twin === undefined
      ? entry
      : { ...entry, sources: [...new Set([...entry.sources, ...twin.sources])] };
  });
  const missing = pairs
    .filter(({ entry, twin }) => twin === undefined && entry.sources.includes('heading'))
    .map(({ entry }) => ({ ...entry, depth: entry.depth + shift }));
  const merged = [...kept, ...missing].sort(
    (a, b) => a.page - b.page || a.block - b.block || a.depth - b.depth,
  );
  const outermost = Math.min(...merged.map(({ depth }) => depth));
  return merged.map((entry) => ({ ...entry, depth: entry.depth - outermost }));
}
