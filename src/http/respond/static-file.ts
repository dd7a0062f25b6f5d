/** A file that ships with the server, as a response. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { isUnchanged } from './entity-tag.ts';

const contentTypes: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The files that are text, a third of their size when packed. */
const packed = new Set(['.html', '.css', '.js', '.svg']);

/** Packed once each, by their entity tags: few files ship with the server. */
const kept = new Map<string, Promise<Uint8Array>>();

function packOnce(bytes: Uint8Array, entityTag: string): Promise<Uint8Array> {
  const packing = kept.get(entityTag) ?? promisify(gzip)(bytes);
  kept.set(entityTag, packing);
  return packing;
}

/** Whether a client names gzip among what it takes, and not as refused (RFC 9110, section 12.5.3). */
function takesGzip(context: Context): boolean {
  const taken = context.req.header('Accept-Encoding') ?? '';
  return taken.split(',').some((one) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));
}

/**
 * Sends the file, packed if the client takes it so, 304 if the client has it, or 404. The caller has checked that the name stays
 * in its folder.
 */
export async function sendFile(context: Context, file: URL): Promise<Response> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return context.notFound();
  const type = extname(file.pathname);
  const isPacked = packed.has(type) && takesGzip(context);
  const sum = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const entityTag = `"${sum}${isPacked ? '-gzip' : ''}"`;
  const headers = {
    'Content-Type': contentTypes[type] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: entityTag,
    ...(packed.has(type) && { Vary: 'Accept-Encoding' }),
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
  };
  if (isUnchanged(context, entityTag)) return context.body(null, 304, headers);
  return context.body(new Uint8Array(isPacked ? await packOnce(bytes, entityTag) : bytes), 200, headers);
}
