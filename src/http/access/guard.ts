/** What every request passes first and every response leaves with. */
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppConfig, AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { hostName, isLoopback } from './loopback.ts';

/**
 * Whether the server answers to this host name. A server on loopback answers to loopback names, one on a network to
 * any address too. Other names must be listed, since a page elsewhere may have rebound them
 * (https://en.wikipedia.org/wiki/DNS_rebinding); an address cannot be rebound.
 */
function answersTo(name: string, { host, allowedHosts = [] }: AppConfig): boolean {
  if (isLoopback(name) || allowedHosts.includes(name)) return true;
  return !isLoopback(host) && (isIP(name) !== 0 || name === host.toLowerCase());
}

/** Refuses what a foreign web page could send: a rebound host name, or another origin. */
export function refuseForeigners(config: AppConfig): MiddlewareHandler {
  const { corsOrigins = [], allowedHosts = [] } = config;
  const isLocal = isLoopback(config.host) && allowedHosts.length === 0;
  return async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (!answersTo(hostName(host), config)) {
      const message = isLocal
        ? `This server answers to localhost only, not to ${host}.`
        : `This server does not answer to ${host}.`;
      throw new HttpProblem(421, 'foreign-host', `${message} VERSE_ALLOWED_HOSTS lists further names.`);
    }
    const origin = context.req.header('Origin');
    // Behind a TLS proxy the page's own origin is https.
    const own = [`http://${host}`, `https://${host}`];
    if (origin !== undefined && !own.includes(origin) && !corsOrigins.includes(origin)) {
      throw new HttpProblem(403, 'foreign-origin', `Pages of ${origin} may not use this server.`);
    }
    await next();
  };
}

/** What tells of the server and who uses it. */
const operatorPaths = ['/metrics', '/docs', '/openapi.json'];
/** What proxies say of whom they ask for. */
const proxyHeaders = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'];

/**
 * Without tokens these are for this machine alone, and for no proxy on it: one that adds no header of its own is told by the name that
 * its clients asked for, which it must pass on.
 */
export function guardOperators(): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const address = (context.env?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/i, '');
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    const isProxied = proxyHeaders.some((name) => context.req.header(name) !== undefined);
    const isHere = isLoopback(address) && isLoopback(hostName(host)) && !isProxied;
    if (operatorPaths.includes(context.req.path) && !isHere) {
      const detail = `${context.req.path} is shown on the server's own machine only, or with a token: see \`verse token\`.`;
      throw new HttpProblem(403, 'not-here', detail);
    }
    await next();
  };
}

/** Lets pages of the listed origins read responses (CORS). Tokens are still required. */
export function admitOrigins(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    exposeHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit', 'WWW-Authenticate', 'Mcp-Session-Id'],
    maxAge: 600,
  });
}

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer, with which browsers send the sign-in form with `Origin: null` (Fetch standard, section 3.2).
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Security headers for every response. */
export function secureResponses(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
    // The page's policy would block the browser's PDF viewer, and a PDF runs no scripts of ours.
    const isPdf = context.res.headers.get('Content-Type') === 'application/pdf';
    // A response that sets its own policy keeps it.
    if (context.res.headers.has('Content-Security-Policy')) return;
    context.res.headers.set('Content-Security-Policy', isPdf ? "frame-ancestors 'none'" : pagePolicy);
  };
}
