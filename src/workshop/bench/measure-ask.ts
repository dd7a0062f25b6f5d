/** Asking our assistant, warm. */

import { openAssistant } from '../../assistant/assistant.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { countWords } from '../../text/count-words.ts';
import { answerText, factsFound } from '../evaluate/score/scorers.ts';
import { evidenceDepth, shareFound, shareQuotable } from './evidence.ts';
import type { AskedQuestion, AskMeasurement } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';

export interface AskTask {
  config: Config;
  sample: QuestionSample;
}

export async function measureAsk(
  { config, sample }: AskTask,
  onProgress: OnProgress,
): Promise<AskMeasurement> {
  const opening = performance.now();
  const assistant = await openAssistant(config);
  const openMs = performance.now() - opening;
  const questions: AskedQuestion[] = [];
  try {
    onProgress({ stage: 'ask', done: 0, total: sample.timed.length });
    for (const { question } of sample.warmUp) await assistant.ask({ question });
    for (const { id, question, facts, evidence } of sample.timed) {
      const started = performance.now();
      const answer = await assistant.ask({ question });
      const totalMs = performance.now() - started;
      const { encodeMs, searchMs, selectMs } = answer.timings;
      const hits = await assistant.retrieve(question, evidenceDepth);
      const texts = hits.map(({ passage }) => passage.text);
      const text = answerText(answer);
      questions.push({
        id,
        totalMs,
        encodeMs,
        searchMs,
        selectMs,
        found: shareFound(texts, evidence),
        foundVerbatim: shareQuotable(texts, evidence),
        hasFacts: facts.length === 0 ? null : factsFound(text, { facts }).every(Boolean),
        words: countWords(text),
      });
      onProgress({ stage: 'ask', done: questions.length, total: sample.timed.length });
    }
  } finally {
    await assistant.close();
  }
  return { openMs, questions };
}
