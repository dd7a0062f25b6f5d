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

/** Answerable questions with evidence: `timed` of them, and of the rest `warmUp`. */
export function sampleQuestions(
  questions: readonly EvalQuestion[],
  counts: { timed: number; warmUp: number },
): QuestionSample {
  const answerable = questions
    .filter(({ kind, evidence }) => kind === 'answerable' && evidence.length > 0)
    .map(({ id, question, facts, evidence }) => ({ id, question, facts, evidence }));
  const timed = pickEvenly(answerable, counts.timed);
  const rest = answerable.filter((question) => !timed.includes(question));
  return { timed, warmUp: pickEvenly(rest, counts.warmUp) };
}
