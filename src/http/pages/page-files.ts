/** The page at `/`: the files that bin/bundle-page.mjs makes of src/page, in dist/page. */
import { pathToFileURL } from 'node:url';
import type { Env, Hono, Schema } from 'hono';
import { packageRoot } from '../../config/settings.ts';
import { packText, sendFile } from '../respond/static-file.ts';

const folder = new URL('dist/page/', pathToFileURL(`${packageRoot}/`));

/** Adds `/` and `/page/<name>`. The pattern admits no name that could lead out of the folder. */
export function servePage<E extends Env, S extends Schema>(app: Hono<E, S>): void {
  app.get('/', packText, (context) => sendFile(context, new URL('index.html', folder)));
  app.get('/page/:name{[a-z-]+\\.(?:css|js|svg|woff2)}', packText, (context) =>
    sendFile(context, new URL(context.req.param('name'), folder)),
  );
}
