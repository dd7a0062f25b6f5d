/** Puts the sentences that answer before those around them. Pure. */
import type { Answer } from '../nouns.ts';

/** The answer with what leads first, so that its numbers are those of the order in which it is read. */
export function leadFirst(answer: Answer): Answer {
  const { lead, sentences } = answer;
  if (lead === undefined) return answer;
  const isLead = (_: unknown, index: number) => lead.includes(index);
  const first = sentences.filter(isLead);
  return {
    ...answer,
    sentences: [...first, ...sentences.filter((_, index) => !isLead(_, index))],
    lead: first.map((_, index) => index),
  };
}
