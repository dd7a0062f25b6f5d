/** Admits requests with a known token, and shows browsers the sign-in form. */
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { clientOfAddress } from './client-address.ts';
import { refuseRate } from './limits.ts';
import type { RateWindow } from './rate-window.ts';
import { bearerChallenge, sealCookie, signInForm, signInPath } from './sign-in.ts';
import type { Tokens } from './tokens.ts';

/** Open to everyone, as it shows nothing of the documents: probes, sign-in, and the page's static files. */
function isOpen(path: string): boolean {
  return ['/healthz', '/readyz', signInPath].includes(path) || /^\/(?:page|plain)\//.test(path);
}

/** A token in the header takes precedence over the cookie: it was set on purpose. */
function findToken(context: Context, tokens: Tokens): number | undefined {
  const header = context.req.header('Authorization');
  if (header !== undefined) {
    const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
    return token === undefined ? undefined : tokens.find(token);
  }
  const seal = getCookie(context, sealCookie);
  return seal === undefined ? undefined : tokens.findSealed(seal);
}

/** Wrong tokens that a client may send in a minute: a person mistypes a few, a program that guesses sends thousands. */
export const guessesAMinute = 20;

/** Counts a wrong token. One that is known is always let in: others behind the same address may guess. @throws HttpProblem 429. */
export function countGuess(context: Context, guesses: RateWindow): void {
  const rate = guesses.take(clientOfAddress(context.env?.remoteAddress ?? ''));
  if (!rate.isWithin) refuseRate('Too many wrong tokens within a minute.', rate);
}

/** RFC 6750, section 3: `invalid_token` only where one was sent. */
function challengeFor(context: Context): { challenge: string; problem: HttpProblem } {
  const wasSent = context.req.header('Authorization') !== undefined;
  const challenge = `${bearerChallenge}${wasSent ? ', error="invalid_token"' : ''}`;
  const [code, detail] = wasSent
    ? ['unknown-token', 'This server does not know the token.']
    : [
        'no-token',
        'This server asks for a token. Send it as `Authorization: Bearer …`, or sign in at its page.',
      ];
  return {
    challenge,
    problem: new HttpProblem(401, code, detail, { headers: { 'WWW-Authenticate': challenge } }),
  };
}

/** Whether a browser is opening a page, rather than a script or program calling the API. */
function opensPage(context: Context): boolean {
  const { method } = context.req;
  return method === 'GET' && (context.req.header('Accept') ?? '').includes('text/html');
}

/** Answers 401 without a token. Sets `client` to the token's position in the list, never its text. */
export function requireToken(tokens: Tokens, guesses: RateWindow): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const place = findToken(context, tokens);
    if (place !== undefined) context.set('client', `token ${place}`);
    else if (!isOpen(context.req.path)) {
      const { challenge, problem } = challengeFor(context);
      if (opensPage(context)) return signInForm(context, challenge);
      if (context.req.header('Authorization') !== undefined) countGuess(context, guesses);
      throw problem;
    }
    await next();
  };
}
