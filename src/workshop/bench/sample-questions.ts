/** Selects the questions, always the same for the same file. Pure. */
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';

/** The part of a question that the bench uses. */
export type BenchQuestion = Pick<EvalQuestion, 'id' | 'question' | 'facts' | 'evidence'>;

export interface QuestionSample {
  /** Timed once per process, as a repeated question would come from caches. */
  timed: BenchQuestion[];
  /** Asked first, to warm up. */
  warmUp: BenchQuestion[];
}

/** `count` items at even distances, so that every chapter and type is represented; all if there are fewer. */
export function pickEvenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const places = Array.from({ length: count }, (_, index) => Math.floor((index * items.length) / count));
  return places.map((place) => items[place]).filter((item) => item !== undefined);
}

/**
 * Answerable questions with evidence: `timed` from the test split, so that quality is not flattered by fitting, and
 * `warmUp` from the dev split.
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
