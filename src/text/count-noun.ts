/** Counts in sentences. Pure. */

/** "1 page", "1,335 passages". */
export function countNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
