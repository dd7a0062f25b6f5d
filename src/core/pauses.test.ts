import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPauses, mapInPieces } from './pauses.ts';

/** A clock that stands still between the steps of some work, each of which takes some milliseconds. */
function createClock() {
  let time = 0;
  return {
    now: () => time,
    work: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('pauses', () => {
  it('let the event loop turn after some twenty milliseconds, and not before', async () => {
    const { now, work } = createClock();
    const pause = createPauses(undefined, now);
    let turns = 0;
    let isOver = false;
    const counting = (async () => {
      for (; !isOver; turns += 1) await nextTurn();
    })();
    const seen = await mapInPieces([5, 5, 5, 5, 5, 5, 5, 5], pause, (milliseconds) => {
      work(milliseconds);
      return turns > 0;
    });
    isOver = true;
    await counting;
    expect(seen).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('end the work of a caller that leaves meanwhile', async () => {
    const { now, work } = createClock();
    const leaving = new AbortController();
    const pause = createPauses(leaving.signal, now);
    const done: number[] = [];
    const working = mapInPieces([1, 2, 3], pause, (step) => {
      work(30);
      done.push(step);
      setImmediate(() => leaving.abort(new Error('The caller has left.')));
    });
    await expect(working).rejects.toThrow('The caller has left.');
    expect(done).toEqual([1]);
  });
});
