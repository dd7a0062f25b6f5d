/** Asking and searching. */
import { createRoute } from '@hono/zod-openapi';
import { answerSchema, askRequestSchema, searchRequestSchema, searchResponseSchema } from '../wire.ts';
import type { AddRoutes } from './app-options.ts';
import { body, json, problems, workProblems } from './declare.ts';

const askRoute = createRoute({
  method: 'post',
  path: '/v1/ask',
  operationId: 'ask',
  summary: 'Answers a question with sentences of the documents',
  request: body(askRequestSchema),
  responses: {
    200: json(answerSchema, 'The answer, or "not-found".'),
    ...problems(...workProblems),
  },
});

const searchRoute = createRoute({
  method: 'post',
  path: '/v1/search',
  operationId: 'search',
  summary: 'Ranks the passages nearest to a query',
  request: body(searchRequestSchema),
  responses: {
    200: json(searchResponseSchema, 'Best first.'),
    ...problems(...workProblems),
  },
});

export const addQuestions: AddRoutes = (app, _, assistant) => {
  app.openapi(askRoute, async (context) => {
    const signal = context.get('signal');
    return context.json(await assistant().ask(context.req.valid('json'), { signal }), 200);
  });
  app.openapi(searchRoute, async (context) =>
    context.json(await assistant().search(context.req.valid('json')), 200),
  );
};
