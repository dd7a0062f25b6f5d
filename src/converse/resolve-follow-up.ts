/**
 * Resolves a follow-up from the turns before it: "and in Poland?" becomes the previous question about Poland. By rules,
 * without a model; a question that stands alone is left unchanged. Pure.
 */

import type { ResolvedQuestion } from '../answer/choose/resolved-question.ts';
import type { Gazetteer } from '../answer/question/gazetteer.ts';
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import type { Language } from '../core/language.ts';
import type { Turn } from '../wire/types.ts';
import { askAgain, asksForMore, asksForSource } from './ask-again.ts';
import { askBare } from './ask-bare.ts';
import { carryContext } from './carry-context.ts';
import { comparePlaces } from './compare-places.ts';
import { findAnaphor } from './find-anaphor.ts';
import { swapAspect } from './swap-aspect.ts';
import { swapPlace } from './swap-place.ts';
import { swapTime } from './swap-time.ts';
import { type FollowUp, type PreviousTurn, readFollowUp, readTurn, type TurnReading } from './turn.ts';

function pointBack(followUp: FollowUp, previous: PreviousTurn, forms: FollowUpForms): string | null {
  const anaphor = findAnaphor(followUp, forms);
  return anaphor === null ? null : carryContext(followUp, anaphor, previous, forms);
}

/** In order: specific patterns first, then questions that only refer back. */
const rules: readonly ((
  followUp: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
) => string | null)[] = [askAgain, askBare, comparePlaces, swapPlace, swapTime, swapAspect, pointBack];

function resolveAfter(
  question: string,
  previous: PreviousTurn,
  reading: TurnReading,
): ResolvedQuestion | null {
  const { forms } = reading;
  const followUp = readFollowUp(question, reading);
  if (asksForMore(followUp, forms)) return { text: previous.question, beyond: [previous.answer] };
  for (const rule of rules) {
    const text = rule(followUp, previous, forms);
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
  const { followUps: forms } = language;
  if (forms === undefined) return null;
  const reading = { gazetteer, language, forms };
  let previous: PreviousTurn | undefined;
  let shown: readonly string[] = [];
  for (const turn of history) {
    // A question about the answer does not change the topic.
    if (previous !== undefined && asksForSource(readFollowUp(turn.question, reading), forms)) continue;
    const resolved = previous && resolveAfter(turn.question, previous, reading);
    previous = readTurn({ ...turn, question: resolved?.text ?? turn.question }, reading);
    // "More" after "more" continues both answers.
    shown = resolved && resolved.beyond.length > 0 ? [...shown, previous.answer] : [previous.answer];
  }
  if (previous === undefined) return null;
  const resolution = resolveAfter(question, previous, reading);
  return resolution !== null && resolution.beyond.length > 0 ? { ...resolution, beyond: shown } : resolution;
}
