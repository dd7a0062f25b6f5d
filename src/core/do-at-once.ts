/** Does many things of a kind, some of them at the same time. */

/**
 * @param most how many at the same time.
 * @param signal nothing is begun once that is aborted.
 * @returns what was made of each, in the order of the items.
 * @throws what `work` throws first; the reason of `signal`. What was begun by then goes on, unheard.
 */
export async function doAtOnce<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, at: number) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const left = items.entries();
  let failed = false;
  async function goOn(): Promise<void> {
    // Shared by all: each takes the next that none has taken.
    for (const [at, item] of left) {
      if (failed) return;
      signal?.throwIfAborted();
      results[at] = await work(item, at);
    }
  }
  const going = Array.from({ length: Math.min(most, items.length) }, () =>
    goOn().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.all(going);
  return results;
}
