/** Waits for what other processes bring about. */
import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 300_000;

/** Polls until `isSo`. @throws Error with `what` where it takes too long; the reason of the signal. */
export async function waitUntil(
  isSo: () => Promise<boolean>,
  what: string,
  signal?: AbortSignal,
): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    signal?.throwIfAborted();
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await wait(200);
  }
}
