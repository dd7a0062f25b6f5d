/** Scores the sentences of the best passages and chooses those to quote. Pure. */

import type { AnswerType } from '../../core/language.ts';
import { compareIds } from '../../core/passage-store.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import { isOverview } from '../question/overview.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import type { Candidate } from './candidate.ts';
import { itemsBeside } from './enumeration.ts';
import { type MatchedQuestion, measureSentences } from './features.ts';
import { isGroupLabel } from './match-row.ts';
import { type MeasuredSentence, rankSentences, type SentenceModels } from './rank-sentences.ts';
import { foldRestatements } from './restatements.ts';
import { isDangling, takesBack } from './sentence-form.ts';

export type { Candidate };

/** The sentences of the hits that are worth quoting, best first. */
export function scoreSentences(
  question: MatchedQuestion,
  hits: readonly RetrievedHit[],
  models: SentenceModels,
): Candidate[] {
  const measured = hits.flatMap((hit, rank) =>
    measureSentences(question, hit, rank).flatMap((features, index): MeasuredSentence[] => {
      const sentence = hit.passage.sentences[index];
      const language = question.languageOf(hit.passage.documentId);
      if (sentence === undefined || isGroupLabel(hit.passage.sentences, index)) return [];
      return [{ passage: hit.passage, language, index, sentence, features }];
    }),
  );
  return rankSentences(measured, models);
}

/** How much may be quoted: the most words and sentences, and how far a sentence's score may be below the best. */
export interface ChoiceLimits {
  maxWords: number;
  maxSentences: number;
  maxGap: number;
  /**
   * Whether the other items of an enumeration are quoted with one of them. All facts, of 471 dev questions on six reports and
   * of 84 on four that nothing was fitted on: without .8301 and .702, with .8323 and .714, in the same words.
   */
  takesItems?: boolean;
  /** Whether a summary's restatement is quoted rather than the chapter's statement. */
  prefersOverview?: boolean;
}

/** Types whose answer is in one sentence, so that it is short. */
const typedAnswers: ReadonlySet<AnswerType> = new Set<AnswerType>([
  'amount',
  'percentage',
  'number',
  'date',
  'person',
]);

/** Whether the answer stands in one sentence. */
export function standsInOne({ answerType, text, language: { questions } }: QuestionAnalysis): boolean {
  return typedAnswers.has(answerType) && questions?.second.test(text) !== true;
}

/** The limits for a question that is neither a comparison nor a sweep. */
export function limitsFor(analysis: QuestionAnalysis, maxWords: number): ChoiceLimits {
  const { chapters, text, language } = analysis;
  const { questions } = language;
  const isOne = standsInOne(analysis);
  const maxGap = isOne ? choice.maxTypedGap : choice.maxGap;
  const prefersOverview =
    chapters.some((chapter) => isOverview(chapter, language)) || questions?.summary.test(text) === true;
  return { maxWords, maxSentences: choice.maxSentences, maxGap, takesItems: !isOne, prefersOverview };
}

/** A sentence's letters and digits in lower case, which are the same where it is printed twice. */
export function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The candidate `distance` sentences after another in its passage. */
function neighbour(candidate: Candidate, distance: number, candidates: readonly Candidate[]) {
  return candidates.find(
    (one) => one.passage.id === candidate.passage.id && one.index === candidate.index + distance,
  );
}

/** The sentence that has a note's marker. */
function ownerOf({ passage }: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const [id] = passage.kind === 'note' ? (passage.sentences[0]?.noteIds ?? []) : [];
  return candidates.find(
    (one) => id !== undefined && one.passage.kind !== 'note' && one.sentence.noteIds.includes(id),
  );
}

/** Whether a sentence needs the one before it, or a note its own: "41 % of these citizens." */
function leansOn({ passage, sentence, language }: Candidate): boolean {
  const isRemark = passage.kind === 'note' && countWords(sentence.text) <= choice.mostWordsOfRemark;
  return isRemark || isDangling(sentence.text, language);
}

/** What this sentence leans on, if it does: the sentence before, that of a note. */
export function predecessor(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  if (!leansOn(candidate)) return undefined;
  return candidate.passage.kind === 'note'
    ? ownerOf(candidate, candidates)
    : neighbour(candidate, -1, candidates);
}

/** The sentence after, if this one only announces it: "… which explicitly stated that:". */
function successor(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return candidate.sentence.text.endsWith(':') ? neighbour(candidate, 1, candidates) : undefined;
}

/** The sentence after, if it qualifies this one: "In practice, only a small fraction …". */
function reservation(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const next = neighbour(candidate, 1, candidates);
  return next !== undefined && takesBack(next.sentence.text, next.language) ? next : undefined;
}

/**
 * Takes sentences from the best down until the words are used up or the next scores too far below. A sentence that
 * points back is taken with its predecessor if both fit; one that announces the next is taken with it or not at all; a
 * short answer is taken with the sentence that qualifies it, an item of an enumeration with the others that fit. What is
 * said in two places is taken once.
 * @param scored all scored sentences, best first.
 * @returns the chosen sentences in reading order.
 */
export function chooseSentences(scored: readonly Candidate[], limits: ChoiceLimits): Candidate[] {
  const candidates = foldRestatements(scored, limits.prefersOverview === true);
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
    const isNew = (one: Candidate | undefined): one is Candidate =>
      one !== undefined && !keys.has(keyOf(one.sentence.text));
    const fits = (one: Candidate) => words + length + countWords(one.sentence.text) <= limits.maxWords;
    const after = successor(candidate, scored);
    if (candidate.sentence.text.endsWith(':') && (!isNew(after) || !fits(after))) continue;
    const before = predecessor(candidate, scored);
    if (isNew(before) && fits(before)) take(before);
    take(candidate);
    if (isNew(after)) take(after);
    if (limits.takesItems !== true) continue;
    for (const item of itemsBeside(candidate, scored))
      if (isNew(item) && words + countWords(item.sentence.text) <= limits.maxWords) take(item);
  }
  const [first] = candidates;
  if (chosen.length === 0 && first !== undefined) take(first);
  const shortAnswer = Math.min(limits.maxWords, choice.maxWordsWithReservation);
  for (const one of [...chosen]) {
    const next = reservation(one, scored);
    if (next === undefined || keys.has(keyOf(next.sentence.text))) continue;
    if (words + countWords(next.sentence.text) <= shortAnswer) take(next);
  }
  return orderForReading(chosen);
}

/**
 * The best sentence's passage first, then the order of the document; sentences of a passage stay together, and a note stands
 * behind its sentence.
 */
export function orderForReading(chosen: readonly Candidate[]): Candidate[] {
  const best = [...chosen].sort((a, b) => b.score - a.score)[0];
  if (best === undefined) return [];
  const standsAt = (one: Candidate) => ownerOf(one, chosen) ?? one;
  const first = standsAt(best).passage.id;
  const isBehind = (one: Candidate) => Number(standsAt(one) !== one);
  const byPlace = (a: Candidate, b: Candidate) =>
    compareIds(standsAt(a).passage.id, standsAt(b).passage.id) ||
    standsAt(a).index - standsAt(b).index ||
    isBehind(a) - isBehind(b) ||
    compareIds(a.passage.id, b.passage.id);
  const isFirst = (one: Candidate) => standsAt(one).passage.id === first;
  return [...chosen].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || byPlace(a, b));
}
