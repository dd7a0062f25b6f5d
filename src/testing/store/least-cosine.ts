/** Compares token vectors that were kept in fewer bits with what they were. */
import type { PassageTokens } from '../../core/passage-store.ts';

/** The cosine of the two tokens that are least alike, of those in the same place; 1 where there are none. */
export function leastCosine(left: PassageTokens, right: PassageTokens): number {
  const dimensions = left.vectors.length / Math.max(1, left.count);
  const cosineAt = (token: number) => {
    let [both, own, others] = [0, 0, 0];
    for (let at = token * dimensions; at < (token + 1) * dimensions; at += 1) {
      const [one = 0, other = 0] = [left.vectors[at], right.vectors[at]];
      both += one * other;
      own += one * one;
      others += other * other;
    }
    return both / Math.sqrt(own * others);
  };
  return Math.min(1, ...Array.from({ length: left.count }, (_, token) => cosineAt(token)));
}
