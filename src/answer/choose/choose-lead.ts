/** Which of the chosen sentences answer, so that they come first; the others stand around them. Pure. */

import type { Choice } from '../quote.ts';
import type { Candidate } from './candidate.ts';
import { keyOf, predecessor } from './select.ts';

/** Sentences that are read at one glance. */
const mostLeading = 2;

/**
 * The two best sentences, or the best of each thing that is asked where these are more; each after the sentence that it
 * points back to.
 * @param chosen what is quoted, in reading order.
 * @param parts the scored sentences of each thing that is asked, best first; none where it is one.
 * @param first what has to lead, such as a correction.
 * @returns in reading order; undefined where all of them lead.
 */
export function chooseLead(
  chosen: readonly Candidate[],
  parts: readonly (readonly Candidate[])[],
  first?: Candidate,
): Candidate[] | undefined {
  const known = new Map(chosen.map((one) => [keyOf(one.sentence.text), one]));
  const find = (one: Candidate | undefined) => one && known.get(keyOf(one.sentence.text));
  const ofParts = parts.map((part) => find(part.find((one) => find(one) !== undefined)));
  const ranked = [...chosen].sort((a, b) => b.score - a.score);
  const needed = [find(first), ranked[0], ...ofParts].flatMap((one) => one ?? []);
  const lead = new Set<Candidate>();
  const take = (one: Candidate) => {
    const before = find(predecessor(one, chosen));
    if (before !== undefined) lead.add(before);
    lead.add(one);
  };
  needed.forEach(take);
  for (const one of ranked) if (lead.size < mostLeading) take(one);
  return lead.size === chosen.length ? undefined : chosen.filter((one) => lead.has(one));
}

/** What leads before what stands around it, each in reading order. Takes what `chooseLead` does. */
export function leadFirst(...given: Parameters<typeof chooseLead>): Pick<Choice, 'chosen' | 'lead'> {
  const chosen = [...given[0]];
  const lead = chooseLead(...given);
  if (lead === undefined) return { chosen };
  return { chosen: [...lead, ...chosen.filter((one) => !lead.includes(one))], lead };
}
