/** GET /v1/starters: questions to start with. */
import { createRoute } from '@hono/zod-openapi';
import { startersSchema } from '../../wire/starters.ts';
import type { AddRoutes } from '../app-options.ts';
import { json, problems } from '../declare.ts';
import { findQuestions } from './find-questions.ts';

const startersRoute = createRoute({
  method: 'get',
  path: '/v1/starters',
  operationId: 'listStarters',
  summary: 'Questions to start with, which the documents answer',
  responses: {
    200: json(startersSchema, 'Those found so far; the first request begins to look.'),
    ...problems(401, 403, 421, 500, 503),
  },
});

export const addStarters: AddRoutes = (app, { starters }, assistant) => {
  app.openapi(startersRoute, async (context) => {
    // Nobody asked what is tried here.
    const open = assistant(context, false);
    if (starters !== undefined) return context.json(await starters.of(open), 200);
    // Untried, those that were written for a document are known to be answered.
    const written = (await open.documents())
      .flatMap(findQuestions)
      .filter(({ section }) => section === undefined);
    return context.json({ starters: written, ready: true }, 200);
  });
};
