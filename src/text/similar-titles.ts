/** Whether two settings of a title are the same. Pure. */

function bigrams(letters: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 2 <= letters.length; at++) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Lower-case letters and digits only, to compare different settings of the same title. */
export function titleKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Dice similarity of the letter pairs of two texts, 0..1; case, signs and blanks do not count. */
export function similarity(a: string, b: string): number {
  const [left, right] = [titleKey(a), titleKey(b)];
  if (left === right) return left === '' ? 0 : 1;
  if (left.length < 2 || right.length < 2) return 0;
  const pairs = bigrams(left);
  let shared = 0;
  for (const [pair, count] of bigrams(right)) shared += Math.min(count, pairs.get(pair) ?? 0);
  return (2 * shared) / (left.length + right.length - 2);
}
