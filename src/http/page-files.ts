/** The page at `/`: the files that bin/bundle-page.mjs makes of src/page, in dist/page. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context, Env, Hono, Schema } from 'hono';
import { packageRoot } from '../config.ts';
import { isUnchanged } from './entity-tag.ts';

const folder = join(packageRoot, 'dist', 'page');

const contentTypes: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function sendFile(context: Context, name: string): Promise<Response> {
  const bytes = await readFile(join(folder, name)).catch(() => null);
  if (bytes === null) return context.notFound();
  const entityTag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Content-Type': contentTypes[extname(name)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: entityTag,
  };
  if (isUnchanged(context, entityTag)) return context.body(null, 304, headers);
  return context.body(new Uint8Array(bytes), 200, headers);
}

/** Adds `/` and `/page/<name>`; the pattern lets through no name that could leave the folder. */
export function servePage<E extends Env, S extends Schema>(app: Hono<E, S>): void {
  app.get('/', (context) => sendFile(context, 'index.html'));
  app.get('/page/:name{[a-z-]+\\.(?:css|js|svg)}', (context) => sendFile(context, context.req.param('name')));
}
