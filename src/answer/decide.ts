/** Whether the documents answer a question at all, and why not. Pure. */
import type { NotFoundReason } from '../wire.ts';
import type { AnswerType, QuestionAnalysis } from './question.ts';
import type { Candidate } from './select.ts';
import { fillsSlot } from './slots.ts';
import { abstention } from './tuning.ts';

export interface Decision {
  /** How sure it is that the report answers, 0..1. */
  confidence: number;
  /** Absent where it does. */
  reason?: NotFoundReason;
}

/** Types whose absence near the best sentences means that the thing asked is not stated. */
const strictTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(['amount', 'percentage', 'number', 'date']);

/** Whether the thing asked stands in one of the best sentences or next to it. */
function slotNear(analysis: QuestionAnalysis, candidates: readonly Candidate[]): boolean {
  if (!strictTypes.has(analysis.answerType)) return true;
  return candidates.slice(0, 3).some(({ passage, index }) =>
    [index - 1, index, index + 1].some((place) => {
      const text = passage.sentences[place]?.text;
      return text !== undefined && fillsSlot(text, analysis.answerType, analysis.text);
    }),
  );
}

/** The best sentence's score as a probability that the report answers: a logistic function, fitted on the dev split. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-(abstention.weight * score + abstention.bias)));
}

/**
 * Decides on one question, by three rules: it names only countries that have no chapter; nothing comes near it;
 * or a number, amount, share or date is asked for and none stands in or beside the best sentences.
 * @param candidates the scored sentences, best first.
 */
export function decide(analysis: QuestionAnalysis, candidates: readonly Candidate[]): Decision {
  const confidence = confidenceOf(candidates[0]?.score ?? 0);
  const foreign = analysis.countriesWithoutChapter;
  if (foreign.length > 0 && analysis.chapters.length === 0 && !speaksOf(foreign, candidates[0])) {
    return { confidence: Math.min(confidence, abstention.ruledOut), reason: 'no-chapter' };
  }
  if (confidence < abstention.threshold) return { confidence, reason: 'off-topic' };
  if (!slotNear(analysis, candidates)) return { confidence: Math.min(confidence, abstention.ruledOut), reason: 'not-stated' };
  return { confidence };
}

/** Whether the best sentence itself speaks of the countries asked about: then the lack of a chapter does not matter. */
function speaksOf(names: readonly string[], best: Candidate | undefined): boolean {
  const text = best?.sentence.text.toLowerCase() ?? '';
  // "Norway" and "Norwegian" share five letters.
  return names.every((name) => text.includes(name.toLowerCase().slice(0, 5)));
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

/** What the question asks for in words, or null. */
export function nameThingAsked(type: AnswerType): string | null {
  return thingAsked[type];
}
