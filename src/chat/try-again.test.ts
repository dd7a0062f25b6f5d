import { describe, expect, it } from 'vitest';
import { tryAgain } from './try-again.ts';

const signal = new AbortController().signal;
const busy = new Error('busy');

/** Fails so many times, then gives what number the try had; and the pauses it was given. */
function failing(times: number) {
  let tries = 0;
  const pauses: number[] = [];
  const attempt = async () => {
    tries += 1;
    if (tries <= times) throw busy;
    return tries;
  };
  const wait = async (milliseconds: number) => pauses.push(milliseconds);
  return { attempt, pauses, wait };
}

describe('tryAgain', () => {
  it('returns the result of the first successful attempt, after growing pauses', async () => {
    const { attempt, pauses, wait } = failing(2);
    expect(await tryAgain(attempt, { signal, isPassing: () => true, wait })).toBe(3);
    expect(pauses).toEqual([500, 2000]);
  });

  it('throws what the last try threw, and at once what will not pass', async () => {
    const often = failing(9);
    await expect(tryAgain(often.attempt, { signal, isPassing: () => true, wait: often.wait })).rejects.toBe(
      busy,
    );
    expect(often.pauses).toHaveLength(2);
    const once = failing(1);
    await expect(tryAgain(once.attempt, { signal, isPassing: () => false, wait: once.wait })).rejects.toBe(
      busy,
    );
    expect(once.pauses).toEqual([]);
  });

  it('waits as long as asked, up to a limit', async () => {
    const asked = failing(1);
    await tryAgain(asked.attempt, { signal, isPassing: () => true, askedMs: () => 1500, wait: asked.wait });
    expect(asked.pauses).toEqual([1500]);
    const long = failing(1);
    const options = { signal, isPassing: () => true, askedMs: () => 60_000, wait: long.wait };
    await expect(tryAgain(long.attempt, options)).rejects.toBe(busy);
  });

  it('stops waiting when nobody waits for it', async () => {
    const asking = new AbortController();
    const { attempt } = failing(1);
    const trying = tryAgain(attempt, { signal: asking.signal, isPassing: () => true, pausesMs: [600_000] });
    asking.abort(new Error('gone'));
    await expect(trying).rejects.toThrow('gone');
  });
});
