/** Long computing on the event loop, in pieces: others are answered between them, and a caller that leaves is heard. */

/** Of a piece, unless one step of the work takes longer. */
const longestMs = 20;

/** Called between the steps of some work. @throws the reason of its signal. */
export type Pause = () => Promise<void>;

/** Pauses for a turn of the event loop whenever the work has held it for long enough; most calls return at once. */
export function createPauses(signal?: AbortSignal, now = () => performance.now()): Pause {
  let begun = now();
  return async () => {
    if (now() - begun < longestMs) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    begun = now();
  };
}

/** What becomes of each, one after the other, with pauses between them. */
export async function mapInPieces<Item, Result>(
  items: Iterable<Item>,
  pause: Pause,
  work: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    await pause();
    results.push(await work(item));
  }
  return results;
}
