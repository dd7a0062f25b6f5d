import { describe, expect, it } from 'vitest';
import { doAtOnce } from './do-at-once.ts';

/** Work that is done when it is told to, and counts what is under way. */
function createWork() {
  let underWay = 0;
  let most = 0;
  const begun: number[] = [];
  return {
    begun,
    most: () => most,
    async work(item: number): Promise<number> {
      begun.push(item);
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, item));
      underWay -= 1;
      return item * 10;
    },
  };
}

describe('doAtOnce', () => {
  it('gives the results in the order of the items, with no more under way than it may', async () => {
    const { work, most, begun } = createWork();
    expect(await doAtOnce([9, 1, 5, 2, 3], 2, work)).toEqual([90, 10, 50, 20, 30]);
    expect(most()).toBe(2);
    expect(begun).toEqual([9, 1, 5, 2, 3]);
  });

  it('begins nothing once something failed, nor once it is told to stop', async () => {
    const { work, begun } = createWork();
    const failing = (item: number) => (item === 2 ? Promise.reject(new Error('no 2')) : work(item));
    await expect(doAtOnce([1, 2, 3, 4], 1, failing)).rejects.toThrow('no 2');
    expect(begun).toEqual([1]);
    const stopping = new AbortController();
    const stops = (item: number) => {
      stopping.abort(new Error('left'));
      return work(item);
    };
    await expect(doAtOnce([5, 6, 7], 1, stops, stopping.signal)).rejects.toThrow('left');
    expect(begun).toEqual([1, 5]);
  });

  it('does nothing with nothing', async () => {
    expect(await doAtOnce([], 3, createWork().work)).toEqual([]);
  });
});
