/** What whoever runs the server asks it: does it live, is it ready, what can it do. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AddRoutes } from './app-options.ts';
import { json, problems } from './declare.ts';

const statusSchema = z.object({ status: z.string() }).meta({ id: 'Status' });

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'checkHealth',
  summary: 'Whether the process lives',
  responses: { 200: json(statusSchema, 'It does.'), ...problems(403, 500) },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'checkReadiness',
  summary: 'Whether an index is open',
  responses: { 200: json(statusSchema, 'It is.'), ...problems(403, 500, 503) },
});

const title = 'Chapter & Verse';
const description =
  "Answers questions about long reports with the reports' own sentences, each with its page.";

export const addHousekeeping: AddRoutes = (app, { version }, assistant) => {
  app.openapi(healthRoute, (context) => context.json({ status: 'alive' }, 200));
  app.openapi(readyRoute, (context) => {
    assistant();
    return context.json({ status: 'ready' }, 200);
  });
  app.get('/openapi.json', (context) =>
    context.json(app.getOpenAPI31Document({ openapi: '3.1.0', info: { title, version, description } })),
  );
};
