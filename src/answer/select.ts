/** Scores the sentences of the best passages and chooses those to quote. Pure but for the store's tables. */
import type { Encoder, PassageStore } from '../seams.ts';
import { type QueryTokens, sentenceMaxSim } from '../search/maxsim.ts';
import type { Hit, Passage, Sentence } from '../types.ts';
import type { QuestionAnalysis } from './question.ts';
import { countWords, isByline, isDangling, isSentence } from './sentence-form.ts';
import { fillsSlot } from './slots.ts';
import { choice, sentenceWeights } from './tuning.ts';

/** A sentence that could be quoted. */
export interface Candidate {
  passage: Passage;
  /** Its place in `passage.sentences`. */
  index: number;
  sentence: Sentence;
  score: number;
  /** Weighted share of the question's tokens met in the sentence itself, 0..1. */
  coverage: number;
  /** The same, met in the sentence, its neighbours or its headings. */
  windowCoverage: number;
  /** Whether it holds what the question asks for; true where no type is asked. */
  fillsSlot: boolean;
}

/** A question ready to be matched. */
export interface MatchedQuestion {
  analysis: QuestionAnalysis;
  tokens: QueryTokens;
  dimensions: Encoder['dimensions'];
}

/** Weighted mean over the question's tokens of the best similarity among some parts of a passage. */
function coverageOf(similarities: Float32Array, parts: readonly number[], { tokens }: MatchedQuestion): number {
  const width = tokens.tokens.length;
  let sum = 0;
  let weights = 0;
  for (let token = 0; token < width; token++) {
    const weight = tokens.weights[token] ?? 0;
    sum += weight * Math.max(0, ...parts.map((part) => similarities[part * width + token] ?? 0));
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** All sentences of the hits, best first. */
export function scoreSentences(question: MatchedQuestion, hits: readonly Hit[], store: PassageStore): Candidate[] {
  const { analysis } = question;
  const candidates = hits.flatMap((hit) => {
    const { passage } = hit;
    const position = store.position(passage.id);
    if (position === undefined) return [];
    const partCount = passage.sentences.length + 1;
    const similarities = sentenceMaxSim(question.tokens, store.tokens(position), question.dimensions, partCount);
    return passage.sentences.map((sentence, index): Candidate => {
      const own = index + 1;
      const window = [0, own - 1, own, own + 1].filter((part) => part >= 0 && part < partCount);
      const coverage = coverageOf(similarities, [own], question);
      const windowCoverage = coverageOf(similarities, window, question);
      const typed = analysis.answerType !== 'other' && analysis.answerType !== 'source';
      const slot = !typed || fillsSlot(sentence.text, analysis.answerType, analysis.text);
      const words = countWords(sentence.text);
      const score =
        sentenceWeights.coverage * coverage +
        sentenceWeights.window * windowCoverage +
        sentenceWeights.passage * hit.score +
        (typed && slot ? sentenceWeights.slot : 0) -
        (words < choice.shortSentence ? sentenceWeights.short : 0) -
        (passage.kind === 'note' && analysis.answerType !== 'source' ? sentenceWeights.note : 0) -
        (isSentence(sentence.text) && !(isByline(sentence.text) && analysis.answerType !== 'person') ? 0 : sentenceWeights.noSentence);
      return {
        passage,
        index,
        sentence,
        score,
        coverage,
        windowCoverage,
        fillsSlot: slot,
      };
    });
  });
  return candidates.sort((a, b) => b.score - a.score);
}

/** What may be quoted: how many words and sentences, and how far below the best. */
export interface ChoiceLimits {
  maxWords: number;
  maxSentences: number;
  maxGap: number;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The sentence before, where this one points back at it and it is not chosen yet. */
function predecessor(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  if (candidate.index === 0 || !isDangling(candidate.sentence.text)) return undefined;
  return candidates.find((one) => one.passage === candidate.passage && one.index === candidate.index - 1);
}

/**
 * Takes sentences from the best down until the words are used up or the next falls too far behind.
 * A sentence that points back brings its predecessor where both fit. The same sentence is taken once.
 */
export function chooseSentences(candidates: readonly Candidate[], limits: ChoiceLimits): Candidate[] {
  const chosen: Candidate[] = [];
  const keys = new Set<string>();
  let words = 0;
  const best = candidates[0]?.score ?? 0;
  const take = (candidate: Candidate) => {
    chosen.push(candidate);
    keys.add(keyOf(candidate.sentence.text));
    words += countWords(candidate.sentence.text);
  };
  for (const candidate of candidates) {
    if (chosen.length >= limits.maxSentences || best - candidate.score > limits.maxGap) break;
    if (keys.has(keyOf(candidate.sentence.text))) continue;
    const length = countWords(candidate.sentence.text);
    if (chosen.length > 0 && words + length > limits.maxWords) continue;
    const before = predecessor(candidate, candidates);
    const withBefore =
      before !== undefined &&
      !keys.has(keyOf(before.sentence.text)) &&
      words + length + countWords(before.sentence.text) <= limits.maxWords;
    if (withBefore) take(before);
    take(candidate);
  }
  return orderForReading(chosen);
}

/** The best sentence's passage first, then the order of the document; sentences of a passage stay together. */
function orderForReading(chosen: readonly Candidate[]): Candidate[] {
  const best = [...chosen].sort((a, b) => b.score - a.score)[0];
  if (best === undefined) return [];
  const inPassage = (one: Candidate) => one.passage === best.passage;
  const byPlace = (a: Candidate, b: Candidate) => comparePlaces(a.passage.id, b.passage.id) || a.index - b.index;
  return [...chosen.filter(inPassage).sort(byPlace), ...chosen.filter((one) => !inPassage(one)).sort(byPlace)];
}

/** Passage ids end in numbers: chapter and place. */
function comparePlaces(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
