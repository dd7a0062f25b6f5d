/** Asks a stack the questions of a sample, warm, and measures what it gives. */
import type { OnProgress } from '../../core/types.ts';
import { countWords } from '../../text/count-words.ts';
import { factsFound } from '../evaluate/score/scorers.ts';
import { evidenceDepth, shareFound, shareQuotable } from './evidence.ts';
import type { AskedQuestion } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';

export interface AskedStack {
  /** Answers, and takes its times. */
  ask(
    question: string,
  ): Promise<{ text: string } & Pick<AskedQuestion, 'totalMs' | 'encodeMs' | 'searchMs' | 'selectMs'>>;
  /** The texts of the first passages; not timed. */
  find(question: string, count: number): Promise<string[]>;
}

export async function askSample(
  { timed, warmUp }: QuestionSample,
  stack: AskedStack,
  onProgress: OnProgress,
): Promise<AskedQuestion[]> {
  onProgress({ stage: 'ask', done: 0, total: timed.length });
  for (const { question } of warmUp) await stack.ask(question);
  const questions: AskedQuestion[] = [];
  for (const { id, question, facts, evidence } of timed) {
    const { text, ...times } = await stack.ask(question);
    const texts = await stack.find(question, evidenceDepth);
    questions.push({
      id,
      ...times,
      found: shareFound(texts, evidence),
      foundVerbatim: shareQuotable(texts, evidence),
      hasFacts: facts.length === 0 ? null : factsFound(text, { facts }).every(Boolean),
      words: countWords(text),
    });
    onProgress({ stage: 'ask', done: questions.length, total: timed.length });
  }
  return questions;
}
