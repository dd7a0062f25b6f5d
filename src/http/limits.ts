/** How large a body may be, and how long an answer may take. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { timeout } from 'hono/timeout';
import type { AppConfig } from './app-options.ts';
import { HttpProblem } from './problem.ts';

/** Refuses larger bodies with 413, also those that come in pieces without a length. */
export function limitBody({ maxBodyBytes }: AppConfig): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => {
      throw new HttpProblem(413, 'body-too-large', `The body is larger than ${maxBodyBytes} bytes.`);
    },
  });
}

/** 503, not 504: it is this server that is slow, no gateway behind it, and asking again may help. */
export function limitTime({ requestTimeoutMs }: AppConfig): MiddlewareHandler {
  const detail = `No answer within ${requestTimeoutMs / 1000} s. Ask again, or set VERSE_REQUEST_TIMEOUT_MS higher.`;
  return timeout(
    requestTimeoutMs,
    () => new HttpProblem(503, 'timeout', detail, { headers: { 'Retry-After': '5' } }),
  );
}
