/** What becomes of the places of a comparison that a model did not write on. */
import { namesPlace } from '../answer/question/question.ts';
import type { Found, FoundGroup } from '../answer/written.ts';
import type { CheckedReplySentence } from './check-sentence.ts';
import { isRefusal } from './read-reply.ts';
import type { Telling } from './telling.ts';

export interface Refused {
  /** The places on which nothing was told, and of which the model says that nothing is stated. */
  places: readonly string[];
  /** Those of them on which something was found. */
  quotable: readonly string[];
  /** The sentences that say so. */
  refusals: readonly CheckedReplySentence[];
}

export const noneRefused: Refused = { places: [], quotable: [], refusals: [] };

/** A model that finds no answer for a place is believed, as one that finds none at all is. */
export function findRefused(
  groups: readonly FoundGroup[] = [],
  sentences: readonly CheckedReplySentence[],
  telling: Pick<Telling, 'isSilentOn'>,
): Refused {
  const denials = sentences.filter((one) => isRefusal(one.sentence));
  const names = ({ sentence }: CheckedReplySentence, { label }: FoundGroup) =>
    namesPlace(sentence.text, label);
  const refused = groups.filter(
    (group) => telling.isSilentOn(group.label) && denials.some((one) => names(one, group)),
  );
  return {
    places: refused.map(({ label }) => label),
    quotable: refused.filter(({ chosen }) => chosen.length > 0).map(({ label }) => label),
    refusals: denials.filter((one) => refused.some((group) => names(one, group))),
  };
}

/** Quotes what the model did not come to before it broke off. */
export async function quoteRest(
  { chosen, groups }: Pick<Found, 'chosen' | 'groups'>,
  telling: Pick<Telling, 'quote'>,
): Promise<void> {
  if (groups === undefined) for (const one of chosen) await telling.quote(one);
  else for (const group of groups) for (const one of group.chosen) await telling.quote(one, group.label);
}

/** Quotes for the places that nothing verified was written on and that are not refused; which those are. */
export async function quoteForSilent(
  groups: readonly FoundGroup[] = [],
  telling: Pick<Telling, 'quote' | 'isSilentOn'>,
  refused: readonly string[],
): Promise<string[]> {
  const silent = groups.filter(
    ({ label, chosen }) => chosen.length > 0 && telling.isSilentOn(label) && !refused.includes(label),
  );
  for (const group of silent) for (const one of group.chosen) await telling.quote(one, group.label);
  return silent.map(({ label }) => label);
}
