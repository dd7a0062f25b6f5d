/** This server's address, for links in answers. */
import type { Context } from 'hono';

/** As the client used it; a TLS proxy names the scheme. */
export function originOf(context: Context): string {
  const { host, protocol } = new URL(context.req.url);
  const isSecure = context.req.header('X-Forwarded-Proto') === 'https';
  return `${isSecure ? 'https:' : protocol}//${host}`;
}
