/** Checking a written sentence. */
import { createRoute } from '@hono/zod-openapi';
import { verificationSchema, verifyRequestSchema } from '../wire/verification.ts';
import type { AddRoutes } from './app-options.ts';
import { body, json, problems, workProblems } from './declare.ts';

const verifyRoute = createRoute({
  method: 'post',
  path: '/v1/verify',
  operationId: 'verify',
  summary: 'Checks a written sentence against a passage, a page, or the best passages of the documents',
  request: body(verifyRequestSchema, {
    sentence: 'Bosch is cutting more than 20,000 jobs in its automotive division.',
    chapters: ['Germany'],
  }),
  responses: {
    200: json(verificationSchema, 'The verdict, what is not supported, and where it was looked for.'),
    ...problems(404, ...workProblems),
  },
});

export const addVerifications: AddRoutes = (app, _, assistant) => {
  app.openapi(verifyRoute, async (context) => {
    const signal = context.get('signal');
    return context.json(await assistant(context).check(context.req.valid('json'), { signal }), 200);
  });
};
