/** Comparing two editions. A question by its work, so that the limits of questions hold for it, and by its body. */
import { createRoute } from '@hono/zod-openapi';
import { compareRequestSchema, editionChangesSchema } from '../wire/compare.ts';
import type { AddRoutes } from './app-options.ts';
import { body, json, problems, workProblems } from './declare.ts';

const compareRoute = createRoute({
  method: 'post',
  path: '/v1/compare',
  operationId: 'compare',
  summary: 'Says what changed between two editions of a document, sentence by sentence',
  request: body(compareRequestSchema, {
    // With itself, so that it works with one report: all is the same.
    before: 'fragmented-europe-2026',
    after: 'fragmented-europe-2026',
  }),
  responses: {
    200: json(editionChangesSchema, 'The counts, and the changes by chapters of the new edition.'),
    ...problems(...workProblems),
  },
});

export const addComparisons: AddRoutes = (app, _, assistant) => {
  app.openapi(compareRoute, async (context) => {
    const signal = context.get('signal');
    return context.json(await assistant(context).compare(context.req.valid('json'), { signal }), 200);
  });
};
