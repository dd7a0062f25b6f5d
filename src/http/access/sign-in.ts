/**
 * Sign-in for browsers, which cannot send a token header for images and files, but do send cookies. The cookie holds
 * a digest of the token; scripts cannot read it and other sites cannot post with it.
 */
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { hasExpired } from '../../config/grants.ts';
import { sealToken } from '../../config/token-file.ts';
import type { App } from '../app-options.ts';
import { renderPlainPage } from '../pages/plain-page.ts';
import type { Keyring } from './keyring.ts';

export const signInPath = '/sign-in';
export const sealCookie = 'verse';
/** The challenge of a 401 without a token (RFC 6750, section 3). */
export const bearerChallenge = 'Bearer realm="Chapter & Verse"';

/** Browsers keep cookies for at most 400 days. */
const cookieSeconds = 400 * 24 * 3600;

/** The path to continue to, always on this server. */
function localPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/';
}

function renderForm(next: string, message: string) {
  return renderPlainPage(
    'Sign in · Chapter & Verse',
    html`<main class="card">
<h1>Chapter &amp; Verse</h1>
<p id="why">${message}</p>
<form method="post" action="${signInPath}?next=${encodeURIComponent(next)}">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus aria-describedby="why">
<button type="submit">Sign in</button>
</form>
</main>`,
  );
}

/** Shows the form instead of the requested page, which follows after signing in; 429 to who sends wrong tokens on and on. */
export function signInForm(
  context: Context,
  challenge: string,
  status: 401 | 429 = 401,
): Response | Promise<Response> {
  const next = context.req.path + new URL(context.req.url).search;
  const message = 'This server asks for a token. Whoever runs it can give you one.';
  return context.html(renderForm(next, message), status, {
    'WWW-Authenticate': challenge,
    'Cache-Control': 'no-store',
  });
}

/** Adds the address that the form posts to. */
export function serveSignIn(app: App, keyring: Keyring, onGuess: (context: Context) => void): void {
  app.post(signInPath, async (context) => {
    const tokens = await keyring.current();
    if (tokens === undefined) return context.notFound();
    const next = localPath(context.req.query('next'));
    const { token } = await context.req.parseBody();
    const given = typeof token === 'string' ? token.trim() : '';
    context.header('Cache-Control', 'no-store');
    const grant = tokens.find(given);
    if (grant !== undefined && hasExpired(grant, new Date())) {
      const form = renderForm(next, 'This token has expired. Ask whoever runs this server for another.');
      return context.html(form, 401, { 'WWW-Authenticate': bearerChallenge });
    }
    if (grant === undefined) {
      onGuess(context);
      const form = renderForm(next, 'This server does not know that token. Try again.');
      return context.html(form, 401, { 'WWW-Authenticate': bearerChallenge });
    }
    setCookie(context, sealCookie, sealToken(given), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: cookieSeconds,
      // Only over https: browsers drop secure cookies on plain HTTP.
      secure: context.req.header('Origin')?.startsWith('https:') === true,
    });
    return context.redirect(next, 303);
  });
}
