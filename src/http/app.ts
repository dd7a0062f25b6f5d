/** The HTTP door: an app that is a value. It never listens (serve.ts does) and knows the assistant only. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { timeout } from 'hono/timeout';
import type { Assistant } from '../assistant.ts';
import type { Config } from '../config.ts';
import { VerseError } from '../errors.ts';
import type { ReportDocument } from '../types.ts';
import { fileResponse } from './document-file.ts';
import { isUnchanged } from './entity-tag.ts';
import { fieldProblem } from './field-errors.ts';
import { refuseForeignHosts, secureResponses } from './guard.ts';
import { isLoopback } from './loopback.ts';
import { servePage } from './page-files.ts';
import { type RenderPage, roundWidth } from './page-images.ts';
import { HttpProblem, problemResponse, toHttpProblem } from './problem.ts';
import { type Log, logRequests } from './request-log.ts';
import * as routes from './routes.ts';
import type { UploadQueue } from './upload-queue.ts';
import { addUploads } from './uploads.ts';

export type AppConfig = Pick<Config, 'host' | 'maxBodyBytes' | 'requestTimeoutMs'>;

export interface AppOptions {
  /** The open assistant; undefined, or a VerseError thrown, while there is no index. Asked for each request. */
  assistant: () => Assistant | undefined;
  config: AppConfig;
  renderPage: RenderPage;
  /** The package's version, for the OpenAPI document. */
  version: string;
  log?: Log;
  /** Takes documents in; without it they are refused. */
  uploads?: UploadQueue;
}

type AppEnv = { Variables: RequestIdVariables };
export type App = OpenAPIHono<AppEnv>;

/** What every request passes, outermost first. */
function addMiddleware(app: App, { config, log }: AppOptions): void {
  app.use(requestId());
  if (log !== undefined) app.use(logRequests(log));
  app.use(secureResponses());
  if (isLoopback(config.host)) app.use(refuseForeignHosts());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const detail = `${context.req.path} takes ${methods.join(', ')}, not ${context.req.method}.`;
        const headers = { Allow: methods.join(', ') };
        return problemResponse(context, new HttpProblem(405, 'method-not-allowed', detail, { headers }));
      },
    }),
  );
  app.use(
    '/v1/*',
    timeout(config.requestTimeoutMs, () => timeoutProblem(config)),
  );
}

/** 503, not 504: it is this server that is slow, no gateway behind it, and asking again may help. */
function timeoutProblem({ requestTimeoutMs }: AppConfig): HttpProblem {
  const detail = `No answer within ${requestTimeoutMs / 1000} s. Ask again, or set VERSE_REQUEST_TIMEOUT_MS higher.`;
  return new HttpProblem(503, 'timeout', detail, { headers: { 'Retry-After': '5' } });
}

function limitBody({ maxBodyBytes }: AppConfig): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => {
      throw new HttpProblem(413, 'body-too-large', `The body is larger than ${maxBodyBytes} bytes.`);
    },
  });
}

/** The document an address names. What is not there is 404 here, and 422 only in a question's body. */
function findDocument(assistant: Assistant, id: string): ReportDocument {
  try {
    return assistant.document(id);
  } catch (error) {
    if (!(error instanceof VerseError) || error.code !== 'unknown-document') throw error;
    throw new HttpProblem(404, error.code, error.sentence);
  }
}

/** `84.png` as a page number that the document has. */
function findPage(document: ReportDocument, fileName: string): number {
  const page = /^[1-9]\d*\.png$/.test(fileName) ? Number.parseInt(fileName, 10) : 0;
  if (page >= 1 && page <= document.pageCount) return page;
  const name = fileName.replace(/\.png$/, '');
  throw new VerseError(
    'unknown-page',
    `${document.id} has no page ${name}.`,
    `Its pages are 1 to ${document.pageCount}.`,
  );
}

function addQuestions(app: App, config: AppConfig, assistant: () => Assistant): void {
  app.use(routes.askRoute.path, limitBody(config));
  app.openapi(routes.askRoute, async (context) =>
    context.json(await assistant().ask(context.req.valid('json')), 200),
  );
  app.use(routes.searchRoute.path, limitBody(config));
  app.openapi(routes.searchRoute, async (context) =>
    context.json(await assistant().search(context.req.valid('json')), 200),
  );
}

function addDocuments(app: App, renderPage: RenderPage, assistant: () => Assistant): void {
  app.openapi(routes.documentsRoute, (context) => context.json(assistant().documents(), 200));

  app.openapi(routes.fileRoute, (context) =>
    fileResponse(context, findDocument(assistant(), context.req.valid('param').id)),
  );

  app.openAPIRegistry.registerPath(routes.pageImageRoute);
  app.get('/v1/documents/:id/pages/:file', async (context) => {
    const document = findDocument(assistant(), context.req.param('id'));
    const page = findPage(document, context.req.param('file'));
    const query = routes.pageImageQuery.safeParse(context.req.query());
    if (!query.success) throw fieldProblem(query.error.issues);
    const width = roundWidth(query.data.width);
    const headers = {
      'Cache-Control': 'no-cache',
      ETag: `"${document.sha256.slice(0, 16)}-${page}-${width}"`,
    };
    if (isUnchanged(context, headers.ETag)) return context.body(null, 304, headers);
    const picture = await renderPage({ file: document.file, sha256: document.sha256, page, width });
    return context.body(new Uint8Array(picture), 200, { ...headers, 'Content-Type': 'image/png' });
  });

  app.openAPIRegistry.registerPath(routes.passageRoute);
  app.get('/v1/passages/:id{.+}', (context) =>
    context.json(assistant().passage(context.req.param('id')), 200),
  );
}

function addHousekeeping(app: App, version: string, assistant: () => Assistant): void {
  app.openapi(routes.healthRoute, (context) => context.json({ status: 'alive' }, 200));
  app.openapi(routes.readyRoute, (context) => {
    assistant();
    return context.json({ status: 'ready' }, 200);
  });
  const title = 'Chapter & Verse';
  const description =
    "Answers questions about long reports with the reports' own sentences, each with its page.";
  app.get('/openapi.json', (context) =>
    context.json(app.getOpenAPI31Document({ openapi: '3.1.0', info: { title, version, description } })),
  );
}

/** Builds the app: the API of API.md, and the page at `/`. */
export function createApp(options: AppOptions): App {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw fieldProblem(result.error.issues);
    },
  });
  const assistant = (): Assistant => {
    const open = options.assistant();
    if (open !== undefined) return open;
    throw new VerseError('no-index', 'No index is open.', 'Run `verse ingest`, then start the server again.');
  };
  app.onError((error, context) => problemResponse(context, toHttpProblem(error)));
  app.notFound((context) =>
    problemResponse(context, new HttpProblem(404, 'not-found', `There is nothing at ${context.req.path}.`)),
  );
  addMiddleware(app, options);
  addQuestions(app, options.config, assistant);
  addDocuments(app, options.renderPage, assistant);
  addUploads(app, options.uploads, assistant);
  addHousekeeping(app, options.version, assistant);
  servePage(app);
  return app;
}
