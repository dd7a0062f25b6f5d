/** Entity tags, so that browsers do not fetch unchanged files again. */
import type { Context } from 'hono';

/** Whether the client already has this version (RFC 9110, section 13.1.2: weak comparison). */
export function isUnchanged(context: Context, entityTag: string): boolean {
  const known = context.req.header('If-None-Match');
  if (known === undefined) return false;
  return known.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === entityTag);
}
