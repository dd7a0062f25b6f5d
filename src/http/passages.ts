/** The passages, by their ids. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { passageSchema } from '../wire/passage.ts';
import type { AddRoutes } from './app-options.ts';
import { json, problems } from './declare.ts';

/** Only declared: a passage id contains slashes, which an OpenAPI path parameter cannot; the handler accepts both forms. */
const passageRoute = createRoute({
  method: 'get',
  path: '/v1/passages/{id}',
  operationId: 'readPassage',
  summary: 'A passage with its sentences, boxes, notes and neighbours',
  request: {
    params: z.object({
      id: z.string().meta({
        description: '`<document>/<chapter>/<number>`, with its slashes plain or encoded.',
        example: 'fragmented-europe-2026/12/4',
      }),
    }),
  },
  responses: { 200: json(passageSchema, 'The passage.'), ...problems(401, 403, 404, 421, 500, 503) },
});

export const addPassages: AddRoutes = (app, _, assistant) => {
  app.openAPIRegistry.registerPath(passageRoute);
  app.get('/v1/passages/:id{.+}', async (context) =>
    context.json(await assistant(context).passage(context.req.param('id')), 200),
  );
};
