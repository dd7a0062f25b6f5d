/** Limits on answer time and on questions per client. */
import type { Context, MiddlewareHandler } from 'hono';
import { quotaSeconds } from '../../config/grants.ts';
import type { QuotaUse, Rate } from '../../core/quota-counts.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { AppConfig, AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { clientOfAddress, siteOfAddress } from './client-address.ts';
import { isLoopback } from './loopback.ts';
import { createRateWindow } from './rate-window.ts';

/** 503 rather than 504: the slow server is this one, not one behind it, and a retry may succeed. */
function timeoutProblem({ requestTimeoutMs }: AppConfig): HttpProblem {
  const detail = `No answer within ${requestTimeoutMs / 1000} s. Ask again, or set VERSE_REQUEST_TIMEOUT_MS higher.`;
  return new HttpProblem(503, 'timeout', detail, { headers: { 'Retry-After': '5' } });
}

/** Aborts work whose client has disconnected. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

export function isEventStream(context: Context): boolean {
  return (
    context.finalized && context.res.headers.get('Content-Type')?.startsWith('text/event-stream') === true
  );
}

/**
 * Answers 503 when time is up. The context's `signal` aborts then, and when the client disconnects, so that handlers
 * can stop; for an event stream the limit covers the whole stream. A file may take as long as it comes.
 */
export function limitTime(
  config: AppConfig,
  takesFile: (context: Context) => boolean,
): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const work = new AbortController();
    context.set('signal', work.signal);
    const timer = takesFile(context)
      ? undefined
      : setTimeout(() => work.abort(timeoutProblem(config)), config.requestTimeoutMs);
    // A stream outlives this function, and its timer must not keep the process alive.
    timer?.unref();
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
/** A site of IPv6, which has 65,536 networks, may ask as much as so many clients. */
const clientsOfSite = 16;

/** Only questions and searches are limited; reading is cheap. */
export function asks(context: Context): boolean {
  return context.req.method === 'POST';
}

/** Requests a client may make in a minute; 0 means no limit. */
function rateOf({ host, rateLimit }: AppConfig): number {
  return rateLimit ?? (isLoopback(host) ? 0 : rateOnNetwork);
}

/** Something that a client may do so often, and how much of it is left. */
interface Allowance {
  limit: number;
  /** Seconds after which it is whole again. */
  window: number;
  rate: Rate;
}

/** The RateLimit headers (draft-ietf-httpapi-ratelimit-headers-07): of several allowances the one with least left. */
function showRate(context: Context, allowances: readonly Allowance[]): void {
  const [least] = [...allowances].sort((one, other) => one.rate.remaining - other.rate.remaining);
  if (least === undefined) return;
  const { limit, rate } = least;
  context.header('RateLimit', `limit=${limit}, remaining=${rate.remaining}, reset=${rate.reset}`);
  context.header('RateLimit-Policy', allowances.map((one) => `${one.limit};w=${one.window}`).join(', '));
}

/** Refuses what is beyond a rate, with the seconds to wait. */
export function refuseRate(detail: string, { reset }: Rate): never {
  throw new HttpProblem(429, 'too-many-requests', detail, { headers: { 'Retry-After': String(reset) } });
}

/** "40 minutes", "3 hours", rounded up. */
function showWait(seconds: number): string {
  if (seconds > 3600) return countNoun(Math.ceil(seconds / 3600), 'hour');
  return seconds > 60 ? countNoun(Math.ceil(seconds / 60), 'minute') : countNoun(seconds, 'second');
}

/**
 * Answers 429 to a client (a token, or an address) that asks too much within a minute, or beyond its token's quota; until then
 * headers say what is left. `takeRate` counts further calls of a request. A file counts for the minute only, and what is beyond the
 * minute not for the quota.
 */
export function limitRate(
  config: AppConfig,
  takesFile: (context: Context) => boolean,
  takeQuota: (use: QuotaUse) => Promise<Rate>,
): MiddlewareHandler<AppEnv> {
  const limit = rateOf(config);
  const clients = createRateWindow(limit);
  const sites = createRateWindow(limit * clientsOfSite);
  return async (context, next) => {
    const { name, ...grant } = context.get('grant');
    const quota = takesFile(context) ? undefined : grant.quota;
    if (!asks(context) || (limit === 0 && quota === undefined)) return next();
    const address = context.env?.remoteAddress ?? '';
    const token = context.get('client');
    const site = token === undefined ? siteOfAddress(address) : undefined;

    /** What is left of the minute; nothing where it has no limit. */
    const takeMinute = (calls: number): Allowance[] => {
      if (limit === 0) return [];
      const minute = { limit, window: 60, rate: clients.take(token ?? clientOfAddress(address), calls) };
      const rates = [minute.rate, ...(site === undefined ? [] : [sites.take(site, calls)])];
      const beyond = rates.find(({ isWithin }) => !isWithin);
      if (beyond === undefined) return [minute];
      showRate(context, [minute]);
      refuseRate(`More than ${limit} questions within a minute.`, beyond);
    };

    const takeRate = async (calls = 1) => {
      const ofMinute = takeMinute(calls);
      if (quota === undefined) return showRate(context, ofMinute);
      const seconds = quotaSeconds[quota.per];
      const rate = await takeQuota({ name, limit: quota.count, seconds, calls });
      showRate(context, [...ofMinute, { limit: quota.count, window: seconds, rate }]);
      if (rate.isWithin) return;
      const spent = `The quota of ${name} is spent: ${countNoun(quota.count, 'question')} per ${quota.per}.`;
      refuseRate(`${spent} Ask again in ${showWait(rate.reset)}.`, rate);
    };
    context.set('takeRate', takeRate);
    await takeRate();
    await next();
  };
}
