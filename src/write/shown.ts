/** Selects what a chat model is shown: sentences of the best passages, each with an id, within a token budget. Pure. */
import type { Candidate } from '../answer/choose/candidate.ts';
import type { Hit, Passage, Sentence } from '../core/types.ts';
import { isOrder } from './orders.ts';

/** One sentence that the model is shown. */
export interface ShownSentence {
  /** `s1`, counted over all passages. */
  id: string;
  passage: Passage;
  /** Its index in `passage.sentences`. */
  index: number;
  sentence: Sentence;
}

export interface ShownPassage {
  passage: Passage;
  sentences: ShownSentence[];
}

/** Characters per token: about 4.5 in English prose, fewer with names and numbers. */
const charactersPerToken = 3.5;
/** Tokens for a sentence's id and a passage's heading. */
const tokensBeside = 6;

function countTokens(sentences: readonly Sentence[]): number {
  const own = sentences.map(({ text }) => text.length / charactersPerToken + tokensBeside);
  return own.reduce((sum, tokens) => sum + tokens, tokensBeside * 2);
}

/** A passage and the indices of its sentences to show. */
interface Part {
  passage: Passage;
  indices: readonly number[];
}

/** All sentences of a passage except instructions to a language model. */
function wholeOf(passage: Passage): Part {
  return withoutOrders({ passage, indices: passage.sentences.map((_, index) => index) });
}

function withoutOrders({ passage, indices }: Part): Part {
  return { passage, indices: indices.filter((index) => !isOrder(passage.sentences[index]?.text ?? '')) };
}

function sentencesOf({ passage, indices }: Part): Sentence[] {
  return indices.flatMap((index) => passage.sentences[index] ?? []);
}

/** The passages of the chosen sentences, best first, with the indices of these. */
function partsOf(chosen: readonly Candidate[]): Part[] {
  const best = [...chosen].sort((a, b) => b.score - a.score);
  const passages = new Map(best.map(({ passage }) => [passage.id, passage]));
  return [...passages.values()].map((passage) => ({
    passage,
    indices: chosen
      .filter((one) => one.passage.id === passage.id)
      .map(({ index }) => index)
      .sort((a, b) => a - b),
  }));
}

/**
 * Selects what to show: the passages of the sentences that would be quoted, then the others by rank. A passage that does
 * not fit is left out, or cut down to its chosen sentences. Instructions to a model are not shown.
 */
export function chooseShown(
  chosen: readonly Candidate[],
  hits: readonly Hit[],
  tokenBudget: number,
): ShownPassage[] {
  const needed = partsOf(chosen);
  const isNeeded = (passage: Passage) => needed.some((part) => part.passage.id === passage.id);
  let left = tokenBudget;
  const take = (...parts: Part[]): Part[] => {
    const part = parts.find((one) => one.indices.length > 0 && countTokens(sentencesOf(one)) <= left);
    if (part === undefined) return [];
    left -= countTokens(sentencesOf(part));
    return [part];
  };
  const parts = [
    ...needed.flatMap((part) => take(wholeOf(part.passage), withoutOrders(part))),
    ...hits.flatMap(({ passage }) => (isNeeded(passage) ? [] : take(wholeOf(passage)))),
  ];
  let count = 0;
  return parts.map(({ passage, indices }) => ({
    passage,
    sentences: indices.flatMap((index): ShownSentence[] => {
      const sentence = passage.sentences[index];
      if (sentence === undefined) return [];
      count += 1;
      return [{ id: `s${count}`, passage, index, sentence }];
    }),
  }));
}
