/** The HTTP door: an app that is a value. It never listens (serve.ts does) and knows the assistant only. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { Assistant } from '../assistant.ts';
import { VerseError } from '../errors.ts';
import type { AddRoutes, App, AppEnv, AppOptions } from './app-options.ts';
import { addDocuments } from './documents.ts';
import { fieldProblem } from './field-errors.ts';
import { refuseForeignHosts, secureResponses } from './guard.ts';
import { addHousekeeping } from './housekeeping.ts';
import { limitBody, limitTime } from './limits.ts';
import { isLoopback } from './loopback.ts';
import { servePage } from './page-files.ts';
import { addPassages } from './passages.ts';
import { HttpProblem, problemResponse, toHttpProblem } from './problem.ts';
import { addQuestions } from './questions.ts';
import { logRequests } from './request-log.ts';

/** The routes, in the order of the OpenAPI document. */
const routes: readonly AddRoutes[] = [addQuestions, addDocuments, addPassages, addHousekeeping];

/** What every request passes, outermost first. */
function addMiddleware(app: App, { config, log }: AppOptions): void {
  app.use(requestId());
  if (log !== undefined) app.use(logRequests(log));
  app.use(secureResponses());
  if (isLoopback(config.host)) app.use(refuseForeignHosts());
  app.use(refuseOtherMethods(app));
  app.use(limitBody(config));
  app.use('/v1/*', limitTime(config));
}

function refuseOtherMethods(app: App): MiddlewareHandler {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (context, methods) => {
      const detail = `${context.req.path} takes ${methods.join(', ')}, not ${context.req.method}.`;
      const headers = { Allow: methods.join(', ') };
      return problemResponse(context, new HttpProblem(405, 'method-not-allowed', detail, { headers }));
    },
  });
}

/** Gives the open assistant, or says what to do where none is. */
function requireAssistant(current: AppOptions['assistant']): () => Assistant {
  return () => {
    const open = current();
    if (open !== undefined) return open;
    throw new VerseError('no-index', 'No index is open.', 'Run `verse ingest`, then start the server again.');
  };
}

/** Builds the app: the API as its routes declare it, and the page at `/`. */
export function createApp(options: AppOptions): App {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw fieldProblem(result.error.issues);
    },
  });
  app.onError((error, context) => problemResponse(context, toHttpProblem(error)));
  app.notFound((context) =>
    problemResponse(context, new HttpProblem(404, 'not-found', `There is nothing at ${context.req.path}.`)),
  );
  addMiddleware(app, options);
  const assistant = requireAssistant(options.assistant);
  for (const add of routes) add(app, options, assistant);
  servePage(app);
  return app;
}
