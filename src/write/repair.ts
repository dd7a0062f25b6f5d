/** Has a chat model rewrite sentences that failed their check. */
import { dropped } from '../language/en/reply-forms.ts';
import type { CheckedReplySentence } from './check-sentence.ts';
import { type ReplySentence, readLine } from './read-reply.ts';

/** A line of the reply: the number of a sentence, and the sentence again. */
const numbered = /^\s*(\d{1,2})\s*[.):]\s*(.*)$/;

/**
 * Reads the reply to a request for repair.
 * @param count how many sentences were to be written again.
 * @returns the replacements of each; none if it is dropped.
 */
export function readRepair(reply: string, count: number): ReplySentence[][] {
  const repaired: ReplySentence[][] = Array.from({ length: count }, () => []);
  for (const line of reply.split('\n')) {
    const [, number, rest] = numbered.exec(line) ?? [];
    // Asked for one sentence, some models reply without its number.
    const at = number === undefined ? (count === 1 ? 1 : 0) : Number(number);
    const text = rest ?? line;
    if (!dropped.test(text)) repaired[at - 1]?.push(...readLine(text));
  }
  return repaired;
}

/** The reply with each failed sentence replaced by the verified sentences of its repair, if there are any. */
export function replaceFailed(
  checked: readonly CheckedReplySentence[],
  failed: readonly CheckedReplySentence[],
  repaired: readonly (readonly CheckedReplySentence[])[],
): CheckedReplySentence[] {
  return checked.flatMap((one) => {
    const better = repaired[failed.indexOf(one)] ?? [];
    return better.length > 0 ? better : [one];
  });
}
