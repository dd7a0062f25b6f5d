/** The assistant as a model of OpenAI's chat API, for any client that speaks it. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Answer } from '../../wire/types.ts';
import type { AddRoutes } from '../app-options.ts';
import { body, json, openAiErrors, workProblems } from '../declare.ts';
import { logFault } from '../operate/log-fault.ts';
import { originOf } from '../respond/origin.ts';
import { HttpProblem } from '../respond/problem.ts';
import { withHeaders } from '../respond/with-headers.ts';
import { chatRequestSchema, historyOf, questionOf, textsOf } from './chat-request.ts';
import { startChatText } from './chat-text.ts';
import { chunkSchema, completionSchema, type Heading, toCompletion, toUsage } from './completion.ts';
import { findModel, listModels, modelSchema } from './models.ts';
import { completionsPath, modelsPath, notOffered } from './openai-error.ts';
import { streamCompletion } from './stream-completion.ts';

const completionsRoute = createRoute({
  method: 'post',
  path: completionsPath,
  operationId: 'completeChat',
  summary: "Answers the last question of a chat, as OpenAI's API does",
  request: body(chatRequestSchema, {
    model: 'chapter-and-verse',
    messages: [{ role: 'user', content: 'How many jobs is Bosch cutting?' }],
  }),
  responses: {
    200: {
      description:
        'A message that cites, with `annotations` that lead to the pages; in chunks where `stream` is true.',
      content: {
        'application/json': { schema: completionSchema },
        'text/event-stream': { schema: chunkSchema },
      },
    },
    ...openAiErrors(...workProblems, 404),
  },
});

const modelsRoute = createRoute({
  method: 'get',
  path: modelsPath,
  operationId: 'listModels',
  summary: 'Lists what a chat can be had with',
  responses: {
    200: json(z.object({ object: z.literal('list'), data: z.array(modelSchema) }), 'The models.'),
    ...openAiErrors(401, 403, 421, 500, 503),
  },
});

const modelRoute = createRoute({
  method: 'get',
  path: `${modelsPath}/{id}`,
  operationId: 'readModel',
  summary: 'One of them',
  request: { params: z.object({ id: z.string().meta({ example: 'chapter-and-verse' }) }) },
  responses: { 200: json(modelSchema, 'The model.'), ...openAiErrors(401, 403, 404, 421, 500, 503) },
});

export const addChat: AddRoutes = (app, { log }, assistant) => {
  const created = Math.floor(Date.now() / 1000);
  const describe = (id: string) => ({ id, object: 'model' as const, created, owned_by: 'chapter-and-verse' });

  app.openapi(modelsRoute, (context) =>
    context.json(
      { object: 'list' as const, data: listModels(assistant(context)).map(({ id }) => describe(id)) },
      200,
    ),
  );
  app.openapi(modelRoute, (context) =>
    context.json(describe(findModel(context.req.valid('param').id, assistant(context)).id), 200),
  );

  for (const [path, detail] of Object.entries(notOffered)) {
    app.post(path, () => {
      throw new HttpProblem(404, 'not-offered', detail);
    });
  }

  app.openapi(completionsRoute, async (context) => {
    const request = context.req.valid('json');
    const open = assistant(context);
    const { id: model, mode } = findModel(request.model, open);
    const heading: Heading = {
      id: `chatcmpl-${context.get('requestId')}`,
      model,
      created: Math.floor(Date.now() / 1000),
    };
    if (mode === 'generate') context.get('leaveQueue')?.();
    const { documents, tags, years, chapters } = request;
    const question = questionOf(request);
    const history = historyOf(request);
    const asked = {
      question,
      ...(history.length > 0 && { history }),
      ...(mode === 'generate' && { mode }),
      ...(documents !== undefined && { documents }),
      ...(tags !== undefined && { tags }),
      ...(years !== undefined && { years }),
      ...(chapters !== undefined && { chapters }),
    };
    const signal = context.get('signal');
    const origin = originOf(context);
    const message = startChatText();
    const ask = (onSentence: (added: string) => void | Promise<void>): ReturnType<Assistant['ask']> =>
      open.ask(asked, { signal, onSentence: (event) => onSentence(message.addSentence(event)) });
    const countUsage = (answer: Answer) => toUsage(answer, textsOf(request), message.text());
    if (request.stream === true) {
      const options = { heading, origin, signal, onError: logFault(log, context, 'stream failed') };
      const wantsUsage = request.stream_options?.include_usage === true;
      const response = await streamCompletion(ask, message, {
        ...options,
        countUsage: wantsUsage ? countUsage : undefined,
      });
      return withHeaders(context, response);
    }
    const answer = await ask(() => undefined);
    message.finish(answer);
    return context.json(toCompletion(heading, message, countUsage(answer), origin), 200);
  });
};
