/** Asking our assistant, warm. */
import { openAssistant } from '../../assistant/assistant.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { answerText } from '../evaluate/score/scorers.ts';
import { askSample } from './ask-sample.ts';
import type { AskMeasurement } from './measurements.ts';
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
  const ask = async (question: string) => {
    const started = performance.now();
    const answer = await assistant.ask({ question });
    const totalMs = performance.now() - started;
    const { encodeMs, searchMs, selectMs } = answer.timings;
    return { text: answerText(answer), totalMs, encodeMs, searchMs, selectMs };
  };
  const find = async (question: string, count: number) =>
    (await assistant.retrieve(question, count)).map(({ passage }) => passage.text);
  try {
    return { openMs, questions: await askSample(sample, { ask, find }, onProgress) };
  } finally {
    await assistant.close();
  }
}
