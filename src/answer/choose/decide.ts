/** Whether the documents answer a question at all, and why not. Pure. */
import { lowerWords, type Subject } from '../../subjects/subject.ts';
import type { NotFoundReason } from '../../wire/types.ts';
import { abstention } from '../answer-numbers.ts';
import type { Correction } from '../premise/premise.ts';
import type { AnswerType, QuestionAnalysis } from '../question/question.ts';
import { gatherEvidence } from './evidence.ts';
import { type AnswerModel, logitOf, sigmoid, thresholdAt } from './linear-model.ts';
import type { ReadList } from './printed-lists.ts';
import type { Candidate } from './select.ts';
import { confidenceInTopic, type TopicMatch, trustInTopic } from './topic.ts';

export interface Decision {
  /** How sure it is that the report answers, 0..1. */
  confidence: number;
  /** Absent if it answers. */
  reason?: NotFoundReason;
}

/** What the search found for one of several questions that are asked at once. */
export interface FoundPart {
  topic: TopicMatch | null;
  /** Its scored sentences, best first. */
  candidates: readonly Candidate[];
}

/** What the search found for a question, before the decision whether it answers. */
export interface Findings {
  /** The scored sentences, best first. */
  candidates: readonly Candidate[];
  /** Those for each of its parts; empty where it asks one thing. */
  parts?: readonly FoundPart[];
  /** The printed list that answers, if one does; its sentences are among the candidates. */
  list?: ReadList | undefined;
  /** How well the passages match the question; null where that cannot be measured. */
  topic: TopicMatch | null;
  /** The sentence that may correct what the question takes for granted. */
  correction?: Correction | undefined;
  /** Names that the question depends on and that the documents never have. */
  absentNames?: readonly string[];
}

/** How many sentences are read for mentions of a country or body without a chapter. */
const sentencesToName = 3;

/** Whether the best sentences mention everything that was asked about, so that a missing chapter does not matter. */
function speaksOf(subjects: readonly Subject[], candidates: readonly Candidate[]): boolean {
  const texts = candidates
    .slice(0, sentencesToName)
    .map((candidate) => candidate.sentence.text.toLowerCase());
  return subjects.every((one) => lowerWords(one).some((word) => texts.some((text) => text.includes(word))));
}

/**
 * The confidence for a question about several chapters. The answerable model was fitted on questions about one chapter,
 * and no single sentence answers a question about several: its doubt counts less, and the topic model's counts more.
 */
function confidenceOfSeveral(answerable: number, isOnTopic: boolean): number {
  if (!isOnTopic) return Math.min(answerable, abstention.ruledOut);
  // Only low confidence is raised: being sure of one chapter's answer says nothing of several.
  return Math.max(answerable, Math.min(answerable ** abstention.severalPower, abstention.severalCeiling));
}

/** Of two clauses both must be answered, of more items most. */
function confidenceOfParts(each: readonly number[]): number {
  const sorted = [...each].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The models for what was found: with the reader where it has read the best sentence, else without. */
export function modelsFor<Models>([best]: readonly Candidate[], models: Models & { unread: Models }): Models {
  return best?.features.read === 1 ? models : models.unread;
}

/** Whether a question compares places, or asks which of them something holds for. */
export function asksOfSeveral({ isSweep, compared }: QuestionAnalysis): boolean {
  return isSweep || compared.length > 0;
}

/**
 * Decides whether to answer one question; one that asks several things is answered if it is sure of the whole or of its
 * parts. It is refused if it names only countries without a chapter, if the report is not about what it asks, or if the
 * answerable model is not sure enough and no sentence corrects the question.
 * @param answerRate the share of the answerable questions that are to be answered, 0..1.
 */
export function decide(
  analysis: QuestionAnalysis,
  { candidates, parts = [], topic, correction, absentNames = [] }: Findings,
  model: AnswerModel,
  answerRate: number,
): Decision {
  const onTopic = confidenceInTopic(topic, model.topic);
  const { answerable: weights, thresholds } = modelsFor<Pick<AnswerModel, 'answerable' | 'thresholds'>>(
    candidates,
    model,
  );
  const answerableBy = (some: readonly Candidate[], absent: readonly string[]) => {
    const evidence = gatherEvidence(some, analysis.isSweep, absent);
    return evidence === null ? 0 : sigmoid(logitOf(weights, evidence));
  };
  const confidenceWith = (absent: readonly string[]) => {
    const answerable = answerableBy(candidates, absent);
    if (asksOfSeveral(analysis))
      return confidenceOfSeveral(answerable, onTopic >= model.topic.leastConfidence);
    const whole = answerable * trustInTopic(topic, model.topic);
    const each = parts.map(
      (part) => answerableBy(part.candidates, absent) * trustInTopic(part.topic, model.topic),
    );
    return Math.max(whole, confidenceOfParts(each));
  };
  const confidence = confidenceWith(absentNames);
  const foreign = analysis.countriesWithoutChapter;
  if (
    foreign.length > 0 &&
    analysis.namedChapters.every((name) => analysis.subjects.of(name).kind === 'union') &&
    !speaksOf(foreign.map(analysis.subjects.of), candidates)
  ) {
    return { confidence: Math.min(confidence, abstention.ruledOut), reason: 'no-chapter' };
  }
  const rate = topic === null ? answerRate * abstention.untoldTopicRate : answerRate;
  const leastConfidence = thresholdAt(thresholds, rate);
  if (confidence >= leastConfidence) return { confidence };
  if (confidenceWith([]) >= leastConfidence) return { confidence, reason: 'not-mentioned' };
  if (onTopic < model.topic.leastConfidence) return { confidence, reason: 'off-topic' };
  const coverage = Math.max(
    0,
    ...candidates.slice(0, 3).map((candidate) => candidate.features.windowCoverage),
  );
  if (coverage < abstention.offTopicCoverage) return { confidence, reason: 'off-topic' };
  // What is asked is not stated because it is not true: the correction is the answer.
  if (correction?.warning !== undefined) return { confidence: leastConfidence };
  return { confidence, reason: 'not-stated' };
}

const thingAsked: Record<AnswerType, string | null> = {
  amount: 'an amount',
  percentage: 'a percentage',
  number: 'a number',
  date: 'a date',
  person: 'a person',
  reason: 'a reason',
  source: 'a source',
  other: null,
};

/** What the question asks for, in words ("an amount"), or null. */
export function nameThingAsked(type: AnswerType): string | null {
  return thingAsked[type];
}
