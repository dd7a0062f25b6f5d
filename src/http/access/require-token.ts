/** Admits requests with a known token that has the right for them, and shows browsers the sign-in form. */
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { everybody, type Grant, hasExpired } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import type { Rate } from '../../core/quota-counts.ts';
import type { AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { clientOfAddress } from './client-address.ts';
import { guardOperators } from './guard.ts';
import type { Keyring } from './keyring.ts';
import { refuseRate } from './limits.ts';
import type { RateWindow } from './rate-window.ts';
import { requiredRight } from './required-right.ts';
import { bearerChallenge, sealCookie, signInForm, signInPath } from './sign-in.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** Open to everyone, as it shows nothing of the documents: probes, sign-in, and the page's static files. */
function isOpen(path: string): boolean {
  return ['/healthz', '/readyz', signInPath].includes(path) || /^\/(?:page|plain)\//.test(path);
}

/** Whoever comes without a token to what is open to everyone. */
const nobody: Grant = { name: 'nobody', rights: [], collections: [] };

/** A token in the header takes precedence over the cookie: it was set on purpose. */
function findGrant(context: Context, tokens: Tokens): Grant | undefined {
  const header = context.req.header('Authorization');
  if (header !== undefined) {
    const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
    return token === undefined ? undefined : tokens.find(token);
  }
  const seal = getCookie(context, sealCookie);
  return seal === undefined ? undefined : tokens.findSealed(seal);
}

/** In whichever of the two places. */
function sendsToken(context: Context): boolean {
  return context.req.header('Authorization') !== undefined || getCookie(context, sealCookie) !== undefined;
}

/** Wrong tokens that a client may send in a minute: a person mistypes a few, a program that guesses sends thousands. */
export const guessesAMinute = 20;

const takeGuess = (context: Context, guesses: RateWindow): Rate =>
  guesses.take(clientOfAddress(context.env?.remoteAddress ?? ''));

const refuseGuess = (rate: Rate): never => refuseRate('Too many wrong tokens within a minute.', rate);

/** Counts a wrong token. One that is known is always let in: others behind the same address may guess. @throws HttpProblem 429. */
export function countGuess(context: Context, guesses: RateWindow): void {
  const rate = takeGuess(context, guesses);
  if (!rate.isWithin) refuseGuess(rate);
}

/** RFC 6750, section 3: `invalid_token` only where one was sent. */
function challengeFor(context: Context, expired: boolean): { challenge: string; problem: HttpProblem } {
  const wasSent = context.req.header('Authorization') !== undefined;
  const challenge = `${bearerChallenge}${wasSent ? ', error="invalid_token"' : ''}`;
  const [code, detail] = expired
    ? ['expired-token', 'The token has expired. Ask whoever runs this server for another.']
    : wasSent
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

/** @throws HttpProblem 403 that says which right is missing. */
function checkRight({ req }: Context, { name, rights, collections }: Grant): void {
  const { right, everything } = requiredRight(req.method, req.path);
  if (right !== 'any' && !rights.includes(right)) {
    const detail = `${name} may not do this: it lacks the right “${right}”. Whoever runs this server can give it.`;
    throw new HttpProblem(403, 'missing-right', detail);
  }
  if (everything && collections !== undefined) {
    const detail = `${name} may not see this: it is of all documents, and the token sees some collections only.`;
    throw new HttpProblem(403, 'missing-right', detail);
  }
}

/** @throws HttpProblem 503 where they cannot be read: it says no path to who may not know it. */
async function currentTokens({ req }: Context, keyring: Keyring): Promise<Tokens | undefined> {
  try {
    return await keyring.current();
  } catch (error) {
    if (!(error instanceof VerseError)) throw error;
    if (isOpen(req.path) && req.path !== signInPath) return createTokens([]);
    const detail =
      'This server cannot read its tokens and lets nobody in. `verse token list` tells its owner why.';
    throw new HttpProblem(503, 'no-tokens', detail);
  }
}

/**
 * Answers 401 without a token, and 403 to one without the right. Sets `grant`, and `client` to the token's name, never its text.
 * Where no token is asked for, what tells of the server is for this machine alone.
 */
export function requireToken(keyring: Keyring, guesses: RateWindow): MiddlewareHandler<AppEnv> {
  const guard = guardOperators();
  return async (context, next) => {
    const tokens = await currentTokens(context, keyring);
    if (tokens === undefined) {
      context.set('grant', everybody);
      return guard(context, next);
    }
    const grant = findGrant(context, tokens);
    const expired = grant !== undefined && hasExpired(grant, new Date());
    if (grant !== undefined && !expired) {
      context.set('client', grant.name);
      context.set('grant', grant);
    } else {
      context.set('grant', nobody);
    }
    if (isOpen(context.req.path)) return next();
    if (grant === undefined || expired) {
      const { challenge, problem } = challengeFor(context, expired);
      const sent = sendsToken(context) && !expired ? takeGuess(context, guesses) : undefined;
      if (opensPage(context)) return signInForm(context, challenge, sent?.isWithin === false ? 429 : 401);
      if (sent?.isWithin === false) refuseGuess(sent);
      throw problem;
    }
    checkRight(context, grant);
    await next();
  };
}
