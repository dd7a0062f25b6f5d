/** The child's side of `runInChild`: does its task, reports progress, sends the result and exits. */
import { VerseError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/types.ts';
import type { ChildMessage, Failure } from './run-in-child.ts';
import { loadTask, type TaskRequest } from './tasks.ts';

/** Progress more often than this would disturb the measurement. */
const progressEveryMs = 100;

function send(message: ChildMessage): void {
  process.send?.(message);
}

function createReporter(): OnProgress {
  let stage = '';
  let sent = -Infinity;
  return (progress) => {
    const isDue =
      progress.stage !== stage ||
      progress.done === progress.total ||
      performance.now() - sent > progressEveryMs;
    if (!isDue) return;
    stage = progress.stage;
    sent = performance.now();
    send({ kind: 'progress', progress });
  };
}

function toFailure(error: unknown): Failure {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof VerseError) return { code: error.code, message, hint: error.hint, stack };
  return { code: null, message, hint: '', stack };
}

/** Peak memory so far. Linux starts it at the parent's, so the parent loads no model. */
function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

async function work({ name, input }: TaskRequest): Promise<void> {
  try {
    const task = await loadTask(name);
    const output = await task(input, createReporter());
    send({ kind: 'result', output, peakBytes: peakBytes() });
  } catch (error) {
    send({ kind: 'failure', failure: toFailure(error) });
  }
  process.disconnect();
}

const request: TaskRequest = JSON.parse(process.argv[2] ?? '');
await work(request);
