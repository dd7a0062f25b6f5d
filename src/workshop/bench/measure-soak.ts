/** A server under half of what it can take, for long: whether its memory stays what it is. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { mean, percentile } from '../evaluate/score/statistics.ts';
import type { SoakMeasurement } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';
import { type LoadTarget, withServer } from './serve-for-load.ts';

export interface SoakTask {
  config: Config;
  sample: QuestionSample;
  minutes: number;
}

/** Until this share of the time caches fill. */
const warmShare = 0.2;

/** Of ten requests five ask, two search, and the others are one each. */
function mix({ ask, search, verify, callTool, readDocuments }: LoadTarget) {
  return [ask, search, ask, verify, ask, callTool, ask, search, ask, readDocuments];
}

const median = (values: readonly number[]) => percentile(values, 0.5) ?? 0;

export function measureSoak(
  { config, sample, minutes }: SoakTask,
  onProgress: OnProgress,
): Promise<SoakMeasurement> {
  const questions = [...sample.timed, ...sample.warmUp].map(({ question }) => question);
  return withServer(config, async (target) => {
    const requests = mix(target);
    const statuses: Record<string, number> = {};
    const send = async (turn: number): Promise<number> => {
      const { status, ms } = await (requests[turn % requests.length] ?? target.ask)(
        questions[turn % questions.length] ?? '',
      );
      statuses[status] = (statuses[status] ?? 0) + 1;
      return ms;
    };
    const alone: number[] = [];
    for (let turn = 0; turn < 5 * requests.length; turn += 1) alone.push(await send(turn));
    const everyMs = (mean(alone) ?? 1) * 2;
    const started = performance.now();
    const total = minutes * 60_000;
    const bytes: number[] = [];
    const open = new Set<Promise<unknown>>();
    for (let turn = 0; performance.now() - started < total; turn += 1) {
      const one: Promise<unknown> = send(turn).finally(() => open.delete(one));
      open.add(one);
      const elapsed = performance.now() - started;
      if (elapsed > total * warmShare) bytes.push(process.memoryUsage.rss());
      onProgress({ stage: 'soak', done: Math.floor(elapsed / 1000), total: Math.round(total / 1000) });
      await pause(Math.max(0, (turn + 1) * everyMs - elapsed));
    }
    await Promise.all(open);
    const quarter = Math.ceil(bytes.length / 4);
    const beforeBytes = median(bytes.slice(0, quarter));
    return { minutes, statuses, beforeBytes, afterBytes: median(bytes.slice(-quarter)) };
  });
}
