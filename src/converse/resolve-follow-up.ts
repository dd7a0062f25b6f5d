/**
 * Resolves a follow-up from the turns before it: "and in Poland?" becomes the previous question about Poland. By rules,
 * without a model; a question that stands alone is left unchanged. Pure.
 */

import type { ResolvedQuestion } from '../answer/choose/resolved-question.ts';
import type { Gazetteer } from '../answer/question/gazetteer.ts';
import type { Language } from '../core/language.ts';
import { english } from '../language/en/english.ts';
import type { Turn } from '../wire/types.ts';
import { askAgain, asksForMore, asksForSource } from './ask-again.ts';
import { askBare } from './ask-bare.ts';
import { carryContext } from './carry-context.ts';
import { comparePlaces } from './compare-places.ts';
import { findAnaphor } from './find-anaphor.ts';
import { swapAspect } from './swap-aspect.ts';
import { swapPlace } from './swap-place.ts';
import { swapTime } from './swap-time.ts';
import { type FollowUp, type PreviousTurn, readFollowUp, readTurn } from './turn.ts';

function pointBack(followUp: FollowUp, previous: PreviousTurn): string | null {
  const anaphor = findAnaphor(followUp);
  return anaphor === null ? null : carryContext(followUp, anaphor, previous);
}

/** In order: specific patterns first, then questions that only refer back. */
const rules: readonly ((followUp: FollowUp, previous: PreviousTurn) => string | null)[] = [
  askAgain,
  askBare,
  comparePlaces,
  swapPlace,
  swapTime,
  swapAspect,
  pointBack,
];

function resolveAfter(
  question: string,
  previous: PreviousTurn,
  gazetteer: Gazetteer,
  language: Language,
): ResolvedQuestion | null {
  const followUp = readFollowUp(question, gazetteer, language);
  if (asksForMore(followUp)) return { text: previous.question, beyond: [previous.answer] };
  for (const rule of rules) {
    const text = rule(followUp, previous);
    if (text !== null) return { text, beyond: [] };
  }
  return null;
}

/**
 * The question in full, or null if it stands alone.
 * @param history earlier turns as asked, latest last; each is resolved from those before it.
 */
export function resolveFollowUp(
  question: string,
  history: readonly Turn[],
  gazetteer: Gazetteer,
  language: Language,
): ResolvedQuestion | null {
  // The rules are English.
  if (language.tag !== english.tag) return null;
  let previous: PreviousTurn | undefined;
  let shown: readonly string[] = [];
  for (const turn of history) {
    // A question about the answer does not change the topic.
    if (previous !== undefined && asksForSource(readFollowUp(turn.question, gazetteer, language))) continue;
    const resolved = previous && resolveAfter(turn.question, previous, gazetteer, language);
    previous = readTurn({ ...turn, question: resolved?.text ?? turn.question }, gazetteer, language);
    // "More" after "more" continues both answers.
    shown = resolved && resolved.beyond.length > 0 ? [...shown, previous.answer] : [previous.answer];
  }
  if (previous === undefined) return null;
  const resolution = resolveAfter(question, previous, gazetteer, language);
  return resolution !== null && resolution.beyond.length > 0 ? { ...resolution, beyond: shown } : resolution;
}
