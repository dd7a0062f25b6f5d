/** A server under more questions than it can answer, beside the same server at rest. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { mean } from '../evaluate/score/statistics.ts';
import type { LoadMeasurement } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';
import { type Sent, withServer } from './serve-for-load.ts';

export interface LoadTask {
  config: Config;
  sample: QuestionSample;
}

/** Questions come so many times as fast as they can be answered, in so many as take so long. */
const overload = { times: 4, forMs: 10_000 };

export function measureLoad({ config, sample }: LoadTask, onProgress: OnProgress): Promise<LoadMeasurement> {
  const questions = sample.timed.map(({ question }) => question);
  return withServer(config, async ({ ask }) => {
    for (const { question } of sample.warmUp) await ask(question);
    const idle: Sent[] = [];
    for (const question of questions) idle.push(await ask(question));
    const everyMs = (mean(idle.map(({ ms }) => ms)) ?? 1) / overload.times;
    const count = Math.round(overload.forMs / everyMs);
    const sent: Promise<Sent>[] = [];
    const started = performance.now();
    while (sent.length < count) {
      // They come by the clock, whoever has been answered.
      const due = Math.min(count, Math.ceil((performance.now() - started) / everyMs));
      while (sent.length < due) sent.push(ask(questions[sent.length % questions.length] ?? ''));
      onProgress({ stage: 'load', done: sent.length, total: count });
      await pause(everyMs);
    }
    const all = await Promise.all(sent);
    const msOf = (from: readonly Sent[], status: number) =>
      from.filter((one) => one.status === status).map(({ ms }) => ms);
    return {
      idleMs: msOf(idle, 200),
      answeredMs: msOf(all, 200),
      refusedMs: msOf(all, 503),
      sent: all.length,
    };
  });
}
