/** Entity tags, so that a browser need not fetch twice what has not changed. */
import type { Context } from 'hono';

/** Whether the client already holds this version (RFC 9110, section 13.1.2: weak comparison). */
export function isUnchanged(context: Context, entityTag: string): boolean {
  const held = context.req.header('If-None-Match');
  if (held === undefined) return false;
  return held.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === entityTag);
}
