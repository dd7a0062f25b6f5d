/** Area under the ROC curve: how often a positive scores above a negative. Pure. */
export function areaUnderCurve(surer: readonly number[], others: readonly number[]): number {
  let wins = 0;
  for (const high of surer) for (const low of others) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / Math.max(1, surer.length * others.length);
}
