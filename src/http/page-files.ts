/** The page at `/`: static files beside this module, read from the folder `page/`. */
import type { Env, Hono, Schema } from 'hono';
import { sendFile } from './static-file.ts';

const folder = new URL('./page/', import.meta.url);

/** Adds `/` and `/page/<name>`; the pattern lets through no name that could leave the folder. */
export function servePage<E extends Env, S extends Schema>(app: Hono<E, S>): void {
  app.get('/', (context) => sendFile(context, new URL('index.html', folder)));
  app.get('/page/:name{[a-z-]+\\.(?:css|js|svg)}', (context) =>
    sendFile(context, new URL(context.req.param('name'), folder)),
  );
}
