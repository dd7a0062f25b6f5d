/** How much is answered at once: a retry is better than a long queue. */
import type { Context, MiddlewareHandler } from 'hono';
import type { AppConfig, AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { asks, isEventStream } from './limits.ts';

/** A longer queue is shed: who waits longer asks again, and then both are waited for. */
const longestWaitMs = 1000;
/** Of the last answers the time that each took of the queue, the newest for a tenth. */
const newestShare = 0.1;

/** The same response; `done` is called once its body has been sent or abandoned. */
function afterSending(response: Response, done: () => void): Response {
  const { readable, writable } = new TransformStream();
  void response.body
    ?.pipeTo(writable)
    .catch(() => undefined)
    .finally(done);
  return new Response(readable, response);
}

function refuseBusy(detail: string, seconds: number): never {
  throw new HttpProblem(503, 'busy', detail, { headers: { 'Retry-After': String(seconds) } });
}

export interface ConcurrencyOptions {
  /** Milliseconds of any beginning. */
  now?: () => number;
  /** What is limited; by default questions and searches. */
  applies?: (context: Context) => boolean;
}

/**
 * Answers 503 while the maximum of questions is being answered, or where those before it would take longer than a second,
 * by the pace of the last answers. `leaveQueue` takes a request out of the queue that waits for a language model.
 */
export function limitConcurrency(
  { maxConcurrent = Number.POSITIVE_INFINITY }: Pick<AppConfig, 'maxConcurrent'>,
  { now = () => performance.now(), applies = asks }: ConcurrencyOptions = {},
): MiddlewareHandler<AppEnv> {
  let running = 0;
  /** Those that wait for this machine alone. */
  let queued = 0;
  let paceMs: number | undefined;
  let lastDone = 0;
  return async (context, next) => {
    if (!applies(context)) return next();
    const calls = context.get('calls') ?? 1;
    if (calls > maxConcurrent) {
      const detail = `A batch may have ${maxConcurrent} calls, and this one has ${calls}. Send it in parts.`;
      throw new HttpProblem(413, 'batch-too-large', detail);
    }
    if (running + calls > maxConcurrent)
      refuseBusy(`${running} questions are being answered. Ask again in a second.`, 1);
    const waitMs = queued * (paceMs ?? 0);
    if (waitMs > longestWaitMs) {
      const seconds = Math.ceil(waitMs / 1000);
      refuseBusy(`Those before would take ${seconds} s. Ask again then.`, seconds);
    }
    const started = now();
    let isQueued = true;
    running += calls;
    queued += calls;
    const leaveQueue = () => {
      if (isQueued) queued -= calls;
      isQueued = false;
    };
    context.set('leaveQueue', leaveQueue);
    const done = () => {
      running -= calls;
      if (isQueued && context.res.status < 400) {
        const took = (now() - Math.max(started, lastDone)) / calls;
        paceMs = paceMs === undefined ? took : paceMs + (took - paceMs) * newestShare;
        lastDone = now();
      }
      leaveQueue();
    };
    try {
      await next();
    } finally {
      if (isEventStream(context)) context.res = afterSending(context.res, done);
      else done();
    }
  };
}
