/** Which questions are asked: always the same of the same file, in the same order. Pure. */
import type { EvalQuestion } from '../evaluate/eval-format.ts';

/** The part of a question that the bench uses. */
export type BenchQuestion = Pick<EvalQuestion, 'id' | 'question' | 'facts' | 'evidence'>;

export interface QuestionSample {
  /** Timed, each once in a process: an answer that was kept from an earlier asking would show nothing. */
  timed: BenchQuestion[];
  /** Asked before, so that what is timed is warm. */
  warmUp: BenchQuestion[];
}

/** `count` of the items at even distances, so that every chapter and type has its share; all where there are fewer. */
export function pickEvenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const places = Array.from({ length: count }, (_, index) => Math.floor((index * items.length) / count));
  return places.map((place) => items[place]).filter((item) => item !== undefined);
}

/**
 * Answerable questions with evidence: `timed` of those that nothing was fitted on, so that quality is not flattered
 * (`verse tune` uses the dev split), and `warmUp` of the others.
 */
export function sampleQuestions(
  questions: readonly EvalQuestion[],
  counts: { timed: number; warmUp: number },
): QuestionSample {
  const answerable = questions.filter(({ kind, evidence }) => kind === 'answerable' && evidence.length > 0);
  const pick = (from: readonly EvalQuestion[], count: number): BenchQuestion[] =>
    pickEvenly(from, count).map(({ id, question, facts, evidence }) => ({ id, question, facts, evidence }));
  return {
    timed: pick(
      answerable.filter(({ split }) => split !== 'dev'),
      counts.timed,
    ),
    warmUp: pick(
      answerable.filter(({ split }) => split === 'dev'),
      counts.warmUp,
    ),
  };
}
