/** Asks every question and summarises the results. */
import { performance } from 'node:perf_hooks';
import type { Assistant } from '../../assistant/assistant.ts';
import type { OnProgress } from '../../core/types.ts';
import { askQuestion, type QuestionResult } from './ask-question.ts';
import type { EvalQuestion } from './questions/eval-format.ts';
import { readPassages } from './read-passages.ts';
import { createJudge } from './score/ranking-measures.ts';
import { type Summary, summarize } from './score/summarize.ts';

export interface EvalRun {
  summary: Summary;
  perQuestion: QuestionResult[];
}

export interface RunOptions {
  assistant: Assistant;
  questions: readonly EvalQuestion[];
  onProgress?: OnProgress | undefined;
  /** Milliseconds; replaced by tests. */
  clock?: (() => number) | undefined;
}

/**
 * Runs the evals. Follow-ups are asked by their standalone text, since the figures are about answering;
 * `askConversations` measures how follow-ups are understood.
 * @throws VerseError whatever the assistant throws.
 */
export async function runEvals(options: RunOptions): Promise<EvalRun> {
  const { assistant, questions, onProgress, clock = () => performance.now() } = options;
  const judge = createJudge(await readPassages(assistant));
  const perQuestion: QuestionResult[] = [];
  onProgress?.({ stage: 'asking', done: 0, total: questions.length });
  for (const question of questions) {
    perQuestion.push(await askQuestion(assistant, question, { clock, judge }));
    onProgress?.({ stage: 'asking', done: perQuestion.length, total: questions.length });
  }
  return { summary: summarize(perQuestion), perQuestion };
}
