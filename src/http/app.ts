/** The HTTP app, as a value: serve.ts does the listening. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';
import { admitOrigins, guardOperators, refuseForeigners, secureResponses } from './access/guard.ts';
import { limitConcurrency } from './access/limit-concurrency.ts';
import { asks, ClientGone, limitRate, limitTime } from './access/limits.ts';
import { createRateWindow, type RateWindow } from './access/rate-window.ts';
import { readBody } from './access/read-body.ts';
import { countGuess, guessesAMinute, requireToken } from './access/require-token.ts';
import { serveSignIn } from './access/sign-in.ts';
import { createTokens, type Tokens } from './access/tokens.ts';
import type { AddRoutes, App, AppEnv, AppOptions } from './app-options.ts';
import { addComparisons } from './comparisons.ts';
import { addDocs } from './docs/docs.ts';
import { addDocuments } from './documents.ts';
import { addMcp, mcpPath } from './mcp.ts';
import { addChat } from './openai/add-chat.ts';
import { completionsPath } from './openai/openai-error.ts';
import { addHousekeeping } from './operate/housekeeping.ts';
import { measureAssistant, measureRequests } from './operate/measure.ts';
import { createMetrics, type Metrics } from './operate/metrics.ts';
import { logRequests } from './operate/request-log.ts';
import { addEvalsPage } from './pages/evals-page.ts';
import { servePage } from './pages/page-files.ts';
import { servePlainFiles } from './pages/plain-page.ts';
import { addPassages } from './passages.ts';
import { addQuestions, askPath } from './questions.ts';
import { fieldProblem } from './respond/field-errors.ts';
import { HttpProblem, problemResponse, toHttpProblem } from './respond/problem.ts';
import { addStarters } from './starters/add-starters.ts';
import { addUploads, takesFile } from './uploads/uploads.ts';
import { addVerifications } from './verifications.ts';

/** The routes, in the order of the OpenAPI document. */
const routes: readonly AddRoutes[] = [
  addQuestions,
  addVerifications,
  addComparisons,
  addDocuments,
  addPassages,
  addStarters,
  addUploads,
  addMcp,
  addChat,
  addHousekeeping,
  addDocs,
  addEvalsPage,
];

/** Files that are received at the same time. */
const filesAtOnce = 4;

/** Who has and guesses tokens. */
interface Entry {
  tokens: Tokens | undefined;
  guesses: RateWindow;
}

/** What every request passes, outermost first. */
function addMiddleware(
  app: App,
  { config, log }: AppOptions,
  metrics: Metrics,
  { tokens, guesses }: Entry,
): void {
  const { corsOrigins = [] } = config;
  app.use(requestId());
  app.use(measureRequests(metrics));
  if (log !== undefined) app.use(logRequests(log));
  app.use(secureResponses());
  app.use(refuseForeigners(config));
  // Before the token check: CORS preflight requests carry no token.
  if (corsOrigins.length > 0) app.use(admitOrigins(corsOrigins));
  app.use(tokens === undefined ? guardOperators() : requireToken(tokens, guesses));
  app.use(limitRate(config));
  app.use(refuseOtherMethods(app));
  const mayBatch = ({ req }: Context) => req.path === mcpPath;
  app.use(except(takesFile, readBody(config, { bringsTurns, mayBatch })));
  // Files come slowly, and must not keep questions out.
  app.use(limitConcurrency(config, { applies: (context) => asks(context) && !takesFile(context) }));
  app.use(limitConcurrency({ maxConcurrent: filesAtOnce }, { applies: takesFile }));
  app.use(limitTime(config, takesFile));
}

/** Whether a request may carry the turns of a conversation. */
function bringsTurns({ req }: Context): boolean {
  return req.path === askPath || req.path === completionsPath;
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

/** Returns the open assistant, with its answers counted, or throws with what to do if none is open. */
function requireAssistant(current: AppOptions['assistant'], metrics: Metrics): () => Assistant {
  return () => {
    const open = current();
    if (open !== undefined) return measureAssistant(open, metrics);
    throw new VerseError('no-index', 'No index is open.', 'Run `verse ingest`, then start the server again.');
  };
}

/** Builds the app: the API, its description at /docs, and the page at `/`. */
export function createApp(options: AppOptions): App {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw fieldProblem(result.error.issues);
    },
  });
  const { version, metrics = createMetrics(version) } = options;
  const tokens = options.tokens?.length ? createTokens(options.tokens) : undefined;
  app.onError((error, context) => {
    // Nobody reads this answer; 499 is how proxies log it.
    if (error instanceof ClientGone) return new Response(null, { status: 499 });
    return problemResponse(context, toHttpProblem(error));
  });
  app.notFound((context) =>
    problemResponse(context, new HttpProblem(404, 'not-found', `There is nothing at ${context.req.path}.`)),
  );
  const guesses = createRateWindow(guessesAMinute);
  addMiddleware(app, options, metrics, { tokens, guesses });
  const assistant = requireAssistant(options.assistant, metrics);
  for (const add of routes) add(app, { ...options, metrics }, assistant);
  if (tokens !== undefined) serveSignIn(app, tokens, (context) => countGuess(context, guesses));
  servePlainFiles(app);
  servePage(app);
  return app;
}
