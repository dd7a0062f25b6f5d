/** Times the stages of an answer. */

/** Milliseconds to two places: since the last lap, and in all. */
export function createClock() {
  let last = performance.now();
  const started = last;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    lap(): number {
      const now = performance.now();
      const elapsed = round(now - last);
      last = now;
      return elapsed;
    },
    total: () => round(performance.now() - started),
  };
}
