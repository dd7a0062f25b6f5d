/** Adds the sentence that corrects a question to those quoted. Pure. */
import { countWords } from '../../text/count-words.ts';
import type { Candidate } from '../choose/candidate.ts';
import { orderForReading, predecessor } from '../choose/select.ts';

import type { Correction } from './premise.ts';

const wordsOf = (sentences: readonly Candidate[]) =>
  sentences.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);

const isSame = (one: Candidate, other: Candidate) =>
  one.passage.id === other.passage.id && one.index === other.index;

/** The best of the chosen sentences that fit beside others within a word limit. */
function fitBeside(chosen: readonly Candidate[], first: readonly Candidate[], maxWords: number): Candidate[] {
  const kept = [...first];
  for (const one of [...chosen].sort((a, b) => b.score - a.score))
    if (!kept.includes(one) && wordsOf(kept) + countWords(one.sentence.text) <= maxWords) kept.push(one);
  return chosen.filter((one) => kept.includes(one));
}

/**
 * A flagged correction comes first, after the sentence it refers back to; any other is added to the best of the chosen,
 * whose order is kept.
 * @param chosen the chosen sentences, in reading order.
 * @param candidates all scored sentences, best first.
 */
export function quoteCorrection(
  chosen: readonly Candidate[],
  { candidate, warning }: Correction,
  candidates: readonly Candidate[],
  maxWords: number,
): Candidate[] {
  const known = chosen.find((one) =>
    [one, ...(one.restatements ?? [])].some((same) => isSame(same, candidate)),
  );
  if (warning === undefined) {
    // What it announces is another sentence.
    if (known !== undefined || candidate.sentence.text.endsWith(':')) return [...chosen];
    const best = [...chosen].sort((a, b) => b.score - a.score).slice(0, 1);
    // A question that asks several things is answered in more words.
    const most = Math.max(maxWords, wordsOf(chosen));
    if (wordsOf([...best, candidate]) > most) return [...chosen];
    return orderForReading([...fitBeside(chosen, [...best, candidate], most), candidate]);
  }
  const lead = known ?? candidate;
  const before = predecessor(lead, candidates);
  const first = before === undefined ? [lead] : [before, lead];
  const rest = chosen.filter((one) => !first.some((own) => isSame(own, one)));
  return [...first, ...fitBeside(rest, first, maxWords)];
}
