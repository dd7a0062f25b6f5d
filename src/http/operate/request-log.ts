/** One log line per request. Questions are never logged. */
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { describeFault, VerseError } from '../../core/errors.ts';
import type { AppEnv } from '../app-options.ts';

/** What the client was not told of an error: the folder or the host that it is about. */
export function untold(error: unknown): string | undefined {
  return error instanceof VerseError && error.afar !== undefined ? error.sentence : undefined;
}

/**
 * Logs each request once its response begins: server failures as errors, what kept it from its work and the client is
 * not told as a warning, the rest as info. The query string is left out, since the page's address carries the question there.
 */
export function logRequests(log: Logger): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const { status } = context.res;
    const line = {
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path,
      status,
      durationMs: Math.round(performance.now() - start),
      client: context.get('client') ?? context.env?.remoteAddress,
    };
    const problem = untold(context.error);
    if (problem !== undefined) log.warn({ ...line, problem }, 'request refused');
    else if (status !== 500) log.info(line, 'request');
    else
      log.error({ ...line, ...(context.error && { error: describeFault(context.error) }) }, 'request failed');
  };
}
