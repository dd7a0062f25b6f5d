/** Limits on body size, answer time, questions per client and questions at once. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { rateLimiter } from 'hono-rate-limiter';
import type { AppConfig, AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { clientOfAddress } from './client-address.ts';
import { isLoopback } from './loopback.ts';

function refuseLarger(maxSize: number, setting: string): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      const remedy = `Send less of it, or set ${setting} higher.`;
      throw new HttpProblem(413, 'body-too-large', `The body is larger than ${maxSize} bytes. ${remedy}`);
    },
  });
}

/**
 * Refuses larger bodies with 413, including chunked ones without a length.
 * @param bringsTurns whether a request may carry the turns of a conversation, which have a larger limit.
 */
export function limitBody(
  { maxBodyBytes, maxChatBodyBytes = 0 }: AppConfig,
  bringsTurns: (context: Context) => boolean,
): MiddlewareHandler {
  const short = refuseLarger(maxBodyBytes, 'VERSE_MAX_BODY_BYTES');
  if (maxChatBodyBytes <= maxBodyBytes) return short;
  const long = refuseLarger(maxChatBodyBytes, 'VERSE_MAX_CHAT_BODY_BYTES');
  return (context, next) => (bringsTurns(context) ? long : short)(context, next);
}

/** 503 rather than 504: the slow server is this one, not one behind it, and a retry may succeed. */
function timeoutProblem({ requestTimeoutMs }: AppConfig): HttpProblem {
  const detail = `No answer within ${requestTimeoutMs / 1000} s. Ask again, or set VERSE_REQUEST_TIMEOUT_MS higher.`;
  return new HttpProblem(503, 'timeout', detail, { headers: { 'Retry-After': '5' } });
}

/** Aborts work whose client has disconnected. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

function isEventStream(context: Context): boolean {
  return (
    context.finalized && context.res.headers.get('Content-Type')?.startsWith('text/event-stream') === true
  );
}

/**
 * Answers 503 when time is up. The context's `signal` aborts then, and when the client disconnects, so that handlers
 * can stop; for an event stream the limit covers the whole stream.
 */
export function limitTime(config: AppConfig): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const work = new AbortController();
    context.set('signal', work.signal);
    const timer = setTimeout(() => work.abort(timeoutProblem(config)), config.requestTimeoutMs);
    // A stream outlives this function, and its timer must not keep the process alive.
    timer.unref();
    const leave = () => work.abort(new ClientGone('The client has gone.'));
    context.req.raw.signal.addEventListener('abort', leave, { once: true });
    const stopped = new Promise<never>((_, reject) => {
      work.signal.addEventListener('abort', () => reject(work.signal.reason), { once: true });
    });
    try {
      await Promise.race([next(), stopped]);
    } finally {
      if (!isEventStream(context)) clearTimeout(timer);
    }
  };
}

/** More than anyone can read; at 12 ms a question it is 1 % of a core. */
const rateOnNetwork = 60;
const rateWindowMs = 60_000;

/** Only questions and searches are limited; reading is cheap. */
function asks(context: Context): boolean {
  return context.req.method === 'POST';
}

/** Requests a client may make in a minute; 0 means no limit. */
function rateOf({ host, rateLimit }: AppConfig): number {
  return rateLimit ?? (isLoopback(host) ? 0 : rateOnNetwork);
}

/**
 * Answers 429 with Retry-After to a client (a token, or an address) that asks too much. Until then the RateLimit header
 * says what is left (draft-ietf-httpapi-ratelimit-headers-07).
 */
export function limitRate(config: AppConfig): MiddlewareHandler<AppEnv> {
  const limit = rateOf(config);
  return rateLimiter<AppEnv>({
    windowMs: rateWindowMs,
    limit,
    standardHeaders: 'draft-7',
    skip: (context) => limit === 0 || !asks(context),
    keyGenerator: (context) => context.get('client') ?? clientOfAddress(context.env?.remoteAddress ?? ''),
    handler: () => {
      throw new HttpProblem(429, 'too-many-requests', `More than ${limit} questions within a minute.`);
    },
  });
}

/** The same response; `done` is called once its body has been sent or abandoned. */
function afterSending(response: Response, done: () => void): Response {
  const { readable, writable } = new TransformStream();
  void response.body
    ?.pipeTo(writable)
    .catch(() => undefined)
    .finally(done);
  return new Response(readable, response);
}

/** Answers 503 while the maximum of questions is being answered: a retry is better than a long queue. */
export function limitConcurrency({ maxConcurrent = Number.POSITIVE_INFINITY }: AppConfig): MiddlewareHandler {
  let running = 0;
  return async (context, next) => {
    if (!asks(context)) return next();
    if (running >= maxConcurrent) {
      const detail = `${running} questions are being answered. Ask again in a second.`;
      throw new HttpProblem(503, 'busy', detail, { headers: { 'Retry-After': '1' } });
    }
    running += 1;
    const done = () => {
      running -= 1;
    };
    try {
      await next();
    } finally {
      if (isEventStream(context)) context.res = afterSending(context.res, done);
      else done();
    }
  };
}
