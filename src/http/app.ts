/** The HTTP app, as a value: serve.ts does the listening. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { VerseError } from '../core/errors.ts';
import { admitOrigins, refuseForeigners, secureResponses } from './access/guard.ts';
import { type Keyring, openKeyring } from './access/keyring.ts';
import { limitConcurrency } from './access/limit-concurrency.ts';
import { asks, ClientGone, limitRate, limitTime } from './access/limits.ts';
import { countQuotas } from './access/quotas.ts';
import { createRateWindow, type RateWindow } from './access/rate-window.ts';
import { readBody } from './access/read-body.ts';
import { countGuess, guessesAMinute, requireToken } from './access/require-token.ts';
import { serveSignIn } from './access/sign-in.ts';
import { createTurnstile, inTurns } from './access/turnstile.ts';
import type { AddRoutes, App, AppEnv, AppOptions, AssistantOf } from './app-options.ts';
import { addChanges } from './changes/add-changes.ts';
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
import { addUploads, takesFile } from './uploads/add-uploads.ts';
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
  addChanges,
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
  keyring: Keyring;
  guesses: RateWindow;
}

/** What every request passes, outermost first. */
function addMiddleware(
  app: App,
  { config, log, quotas }: AppOptions,
  metrics: Metrics,
  { keyring, guesses }: Entry,
): void {
  const { corsOrigins = [] } = config;
  app.use(requestId());
  app.use(measureRequests(metrics));
  if (log !== undefined) app.use(logRequests(log));
  app.use(secureResponses());
  app.use(refuseForeigners(config));
  // Before the token check: CORS preflight requests carry no token.
  if (corsOrigins.length > 0) app.use(admitOrigins(corsOrigins));
  app.use(requireToken(keyring, guesses));
  const takeQuota = countQuotas(quotas, (problem) => log?.error(problem));
  app.use(limitRate(config, takesFile, takeQuota));
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

/**
 * Gives each request the open assistant, restricted to what its token sees, with its questions in turn and its answers counted;
 * throws with what to do if none is open. The only way from a request to the documents.
 */
function requireAssistant(current: AppOptions['assistant'], metrics: Metrics): AssistantOf {
  const turnstile = createTurnstile();
  return (context, isCounted = true) => {
    const { collections } = context.get('grant');
    const open = current();
    if (open !== undefined) {
      const seen = inTurns(collections === undefined ? open : open.within(collections), turnstile);
      return isCounted ? measureAssistant(seen, metrics, collections) : seen;
    }
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
  const keyring = openKeyring(options.tokens ?? [], options.namedTokens, (problem) =>
    options.log?.error(problem),
  );
  app.onError((error, context) => {
    // Nobody reads this answer; 499 is how proxies log it.
    if (error instanceof ClientGone) return new Response(null, { status: 499 });
    return problemResponse(context, toHttpProblem(error));
  });
  app.notFound((context) =>
    problemResponse(
      context,
      new HttpProblem(
        404,
        'not-found',
        `There is nothing at ${context.req.path}. /openapi.json says what there is.`,
      ),
    ),
  );
  const guesses = createRateWindow(guessesAMinute);
  addMiddleware(app, options, metrics, { keyring, guesses });
  const { assistant: current, ...others } = options;
  const assistant = requireAssistant(current, metrics);
  for (const add of routes) add(app, { ...others, metrics }, assistant);
  serveSignIn(app, keyring, (context) => countGuess(context, guesses));
  servePlainFiles(app);
  servePage(app);
  return app;
}
