/** Whether a verb stands in the passive. Pure. */
import type { AttachmentForms } from '../../core/language.ts';
import type { Word } from './read-words.ts';

/** Whether a word stands in the passive: a form of "be" shortly before it, or "by" right after it. */
export function isPassive(
  words: readonly Word[],
  at: number,
  { agent, participle, passiveVerbs }: AttachmentForms,
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const after = words.slice(at + 1, at + 3);
  // "Bought by", "a visit by".
  if (after.some(({ lower }) => lower === agent)) return true;
  const before = words.slice(Math.max(0, at - 3), at).filter((one) => one.sentence === word.sentence);
  return participle.test(word.lower) && before.some(({ lower }) => passiveVerbs.has(lower));
}
