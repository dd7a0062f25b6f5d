/** Chooses the sentences for a question that asks several things. Pure. */
import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import type { Candidate } from './candidate.ts';
import { keyOf, orderForReading, predecessor } from './select.ts';

/** How far below its part's best a sentence is. */
interface Offer {
  candidate: Candidate;
  gap: number;
  part: readonly Candidate[];
}

const announces = ({ sentence }: Candidate) => sentence.text.endsWith(':');

/** How many words may be quoted: more for items, each of which is told by itself. */
function wordsFor(parts: number, maxWords: number): number {
  return Math.round(maxWords * (parts > 2 ? choice.shareOfItems : choice.shareOfClauses));
}

/**
 * The best sentence of the whole question and of each part, however long they are together, then the next best of any.
 * @param whole the candidates for the question as it was asked, best first.
 * @param parts those for each part.
 * @returns the chosen sentences in reading order.
 */
export function chooseParts(
  whole: readonly Candidate[],
  parts: readonly (readonly Candidate[])[],
  maxWords: number,
): Candidate[] {
  const limit = wordsFor(parts.length, maxWords);
  const chosen: Candidate[] = [];
  const keys = new Set<string>();
  let words = 0;
  const isNew = (one: Candidate) => !keys.has(keyOf(one.sentence.text));
  const take = (some: readonly Candidate[]) => {
    for (const one of some) {
      chosen.push(one);
      keys.add(keyOf(one.sentence.text));
      words += countWords(one.sentence.text);
    }
  };
  const withBefore = (candidate: Candidate, part: readonly Candidate[]) => {
    const before = predecessor(candidate, part);
    return before !== undefined && isNew(before) ? [before, candidate] : [candidate];
  };
  const groups = [whole, ...parts];
  for (const part of groups) {
    const best = part.find((one) => !announces(one));
    if (best !== undefined && isNew(best)) take(withBefore(best, part));
  }
  const offers = groups
    .flatMap((part) =>
      part.map((candidate): Offer => ({ candidate, part, gap: (part[0]?.score ?? 0) - candidate.score })),
    )
    .filter(({ candidate, gap }) => gap <= choice.maxPartGap && !announces(candidate))
    .sort((one, other) => one.gap - other.gap);
  for (const { candidate, part } of offers) {
    if (chosen.length >= choice.maxSentencesOfParts) break;
    if (!isNew(candidate)) continue;
    const sentences = withBefore(candidate, part);
    const length = sentences.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);
    if (words + length <= limit) take(sentences);
  }
  return orderForReading(chosen);
}
