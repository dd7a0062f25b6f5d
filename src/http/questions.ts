/** Asking and searching. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AskOptions } from '../assistant/assistant.ts';
import { mediaTypes } from '../cite/citation-formats.ts';
import { answerSchema } from '../wire/answer.ts';
import { askRequestSchema } from '../wire/ask-request.ts';
import { hitsEventSchema, sentenceEventSchema } from '../wire/events.ts';
import { problemSchema } from '../wire/problem.ts';
import { searchRequestSchema, searchResponseSchema } from '../wire/search.ts';
import type { AddRoutes } from './app-options.ts';
import { respondCited, wantedFormat } from './cited-answer.ts';
import { body, json, problems, workProblems } from './declare.ts';
import { logFault } from './operate/log-fault.ts';
import { withHeaders } from './respond/with-headers.ts';
import { streamAnswer, wantsEvents } from './stream-answer.ts';

/** The data of each event, one after the other. */
const eventsSchema = z.union([hitsEventSchema, sentenceEventSchema, answerSchema, problemSchema]).meta({
  description:
    'Where events were asked for: `hits` (HitsEvent), a `sentence` (SentenceEvent) each, and `done` (Answer) ' +
    'or `error` (Problem).',
});

const citedSchema = z.string().meta({
  description:
    'Where Accept asks for it: the answer, or as BibTeX, RIS and CSL-JSON what it cites; each with report, year, chapter, ' +
    'pages and a link to the PDF.',
});

export const askPath = '/v1/ask';

const askRoute = createRoute({
  method: 'post',
  path: askPath,
  operationId: 'ask',
  summary: 'Answers a question with sentences of the documents',
  request: body(askRequestSchema, {
    question: 'Which companies did Sweden ban from 5G networks in 2020?',
    chapters: ['Sweden'],
  }),
  responses: {
    200: {
      description: 'The answer, or "not-found".',
      content: {
        'application/json': { schema: answerSchema },
        'text/event-stream': { schema: eventsSchema },
        ...Object.fromEntries(Object.values(mediaTypes).map((type) => [type, { schema: citedSchema }])),
      },
    },
    ...problems(...workProblems),
  },
});

const searchRoute = createRoute({
  method: 'post',
  path: '/v1/search',
  operationId: 'search',
  summary: 'Ranks the passages nearest to a query',
  request: body(searchRequestSchema, { query: 'chip subsidies', limit: 3 }),
  responses: {
    200: json(searchResponseSchema, 'Best first.'),
    ...problems(...workProblems),
  },
});

export const addQuestions: AddRoutes = (app, { log }, assistant) => {
  app.openapi(askRoute, async (context) => {
    const { stream, ...request } = context.req.valid('json');
    const signal = context.get('signal');
    if (request.mode === 'generate') context.get('leaveQueue')?.();
    const ask = (options: AskOptions) => assistant(context).ask(request, options);
    if (wantsEvents(context, { stream })) {
      const onError = logFault(log, context, 'stream failed');
      const events = await streamAnswer(ask, { signal, requestId: context.get('requestId'), onError });
      return withHeaders(context, events);
    }
    const format = wantedFormat(context);
    if (format !== undefined)
      return withHeaders(context, respondCited(context, await ask({ signal }), format));
    return context.json(await ask({ signal }), 200);
  });
  app.openapi(searchRoute, async (context) =>
    context.json(
      await assistant(context).search(context.req.valid('json'), { signal: context.get('signal') }),
      200,
    ),
  );
};
