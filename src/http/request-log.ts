/** One line a request, for whoever runs the server. Questions are never in it. */
import type { MiddlewareHandler } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';

export interface RequestLog {
  requestId: string;
  method: string;
  /** Without the query: the page's own address carries the question there. */
  path: string;
  status: number;
  durationMs: number;
  /** With a 500: the error's name and where it was thrown, without its message, which may repeat a question. */
  error?: string;
}

export type Log = (entry: RequestLog) => void;

function describeError(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}

/** Logs each request once it is answered (a streamed body may still be on its way). */
export function logRequests(log: Log): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const { status } = context.res;
    log({
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path,
      status,
      durationMs: Math.round(performance.now() - start),
      ...(status === 500 && context.error ? { error: describeError(context.error) } : {}),
    });
  };
}
