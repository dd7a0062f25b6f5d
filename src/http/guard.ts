/** What every request passes first and every response leaves with. */
import type { MiddlewareHandler } from 'hono';
import { hostName, isLoopback } from './loopback.ts';
import { HttpProblem } from './problem.ts';

/**
 * Refuses what a web page elsewhere could send to a server that only this machine should reach: a name that was
 * rebound to 127.0.0.1 (https://en.wikipedia.org/wiki/DNS_rebinding), and a request another origin's page makes.
 */
export function refuseForeignHosts(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (!isLoopback(hostName(host))) {
      throw new HttpProblem(403, 'foreign-host', `This server answers to localhost only, not to ${host}.`);
    }
    const origin = context.req.header('Origin');
    if (origin !== undefined && origin !== `http://${host}`) {
      throw new HttpProblem(403, 'foreign-origin', `Pages of ${origin} may not use this server.`);
    }
    await next();
  };
}

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Security headers for every response; no CORS header, so no other origin can read one. */
export function secureResponses(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
    // A PDF runs none of our scripts, and the page's policy would stop the browser's own PDF viewer.
    const isPdf = context.res.headers.get('Content-Type') === 'application/pdf';
    context.res.headers.set('Content-Security-Policy', isPdf ? "frame-ancestors 'none'" : pagePolicy);
  };
}
