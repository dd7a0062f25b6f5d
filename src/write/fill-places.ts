/** Handles the places of a comparison that the model wrote nothing on. */
import type { MaterialGroup, WritingMaterial } from '../answer/written.ts';
import { namesSubject } from '../subjects/subject.ts';
import type { CheckedReplySentence } from './check-sentence.ts';
import { isRefusal } from './read-reply.ts';
import type { Telling } from './telling.ts';

export interface Refused {
  /** The places without told sentences for which the model says that nothing is stated. */
  places: readonly string[];
  /** Those of them with passages. */
  quotable: readonly string[];
  /** The sentences in which the model says so. */
  refusals: readonly CheckedReplySentence[];
}

export const noneRefused: Refused = { places: [], quotable: [], refusals: [] };

/** If the model finds no answer for a place, that is accepted, as for a whole question. */
export function findRefused(
  groups: readonly MaterialGroup[] = [],
  sentences: readonly CheckedReplySentence[],
  telling: Pick<Telling, 'isSilentOn'>,
): Refused {
  const denials = sentences.filter((one) => isRefusal(one.sentence));
  const names = ({ sentence }: CheckedReplySentence, { subject }: MaterialGroup) =>
    namesSubject(sentence.text, subject);
  const refused = groups.filter(
    (group) => telling.isSilentOn(group.label) && denials.some((one) => names(one, group)),
  );
  return {
    places: refused.map(({ label }) => label),
    quotable: refused.filter(({ chosen }) => chosen.length > 0).map(({ label }) => label),
    refusals: denials.filter((one) => refused.some((group) => names(one, group))),
  };
}

/** Quotes what is missing after the model broke off. */
export async function quoteRest(
  { chosen, groups }: Pick<WritingMaterial, 'chosen' | 'groups'>,
  telling: Pick<Telling, 'quote'>,
): Promise<void> {
  if (groups === undefined) for (const one of chosen) await telling.quote(one);
  else for (const group of groups) for (const one of group.chosen) await telling.quote(one, group.label);
}

/** Quotes for the places without a verified sentence or refusal; returns these places. */
export async function quoteForSilent(
  groups: readonly MaterialGroup[] = [],
  telling: Pick<Telling, 'quote' | 'isSilentOn'>,
  refused: readonly string[],
): Promise<string[]> {
  const silent = groups.filter(
    ({ label, chosen }) => chosen.length > 0 && telling.isSilentOn(label) && !refused.includes(label),
  );
  for (const group of silent) for (const one of group.chosen) await telling.quote(one, group.label);
  return silent.map(({ label }) => label);
}
