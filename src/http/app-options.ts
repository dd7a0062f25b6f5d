/** What the app is built from, and how a file adds its routes to it. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/assistant.ts';
import type { Grant } from '../config/grants.ts';
import type { Config } from '../config/settings.ts';
import type { QuotaCounts } from '../core/quota-counts.ts';
import type { RenderPage } from '../pictures/page-request.ts';
import type { NamedTokens } from './access/keyring.ts';
import type { DocumentChanges } from './changes/document-changes.ts';
import type { Metrics } from './operate/metrics.ts';
import type { Starters } from './starters/starters.ts';
import type { UploadQueue } from './uploads/upload-queue.ts';

export type AppConfig = Pick<Config, 'host' | 'maxBodyBytes' | 'requestTimeoutMs'> &
  Partial<Pick<Config, 'maxChatBodyBytes' | 'rateLimit' | 'maxConcurrent' | 'corsOrigins' | 'allowedHosts'>>;

export interface AppOptions {
  /** The open assistant, called for each request. Undefined, or throws a VerseError, while there is no index. */
  assistant: () => Assistant | undefined;
  config: AppConfig;
  renderPage: RenderPage;
  /** The package's version, for the OpenAPI document. */
  version: string;
  /** Accepted tokens, which may do everything; none are needed by default. */
  tokens?: readonly string[];
  /** The file of the named tokens, if there are any; read anew when it changes. */
  namedTokens?: NamedTokens;
  /** Where the uses of quotas are counted for several servers; by default this process counts its own. */
  quotas?: QuotaCounts;
  log?: Logger;
  /** Where requests are counted; by default a new set of metrics. */
  metrics?: Metrics;
  /** Where kept eval runs are; without it /evals shows none. */
  runsDir?: string;
  /** Tries questions to start with; without it only written ones are offered. */
  starters?: Starters;
  /** Ingests uploads; without it they are refused. */
  uploads?: UploadQueue;
  /** Changes and removes documents; without it that is refused. */
  changes?: DocumentChanges;
}

/** What serve.ts passes with each request; absent in tests that call `app.request`. */
export interface Connection {
  /** The address at the other end of the socket. */
  remoteAddress?: string | undefined;
}

export type AppEnv = {
  Bindings: Connection;
  Variables: RequestIdVariables & {
    /** The name of the token that the request came with. */
    client?: string;
    /** What that token lets it do; everything where the server asks for none. */
    grant: Grant;
    /** Aborted when the client has gone or the time is up, for work that should end then. */
    signal: AbortSignal;
    /** How many calls the body makes: more than one in a batch. */
    calls?: number;
    /** Counts so many further calls. @throws HttpProblem 429. */
    takeRate?: (calls: number) => Promise<void>;
    /** Called where a language model is waited for, so that the request counts as none that waits for this machine. */
    leaveQueue?: () => void;
  };
};
export type App = OpenAPIHono<AppEnv>;

/**
 * The assistant of a request: it knows no documents but those that the request's token sees.
 * @param isCounted whether what it answers is told in the metrics, as it is by default.
 * @throws VerseError while there is no index.
 */
export type AssistantOf = (context: Context<AppEnv>, isCounted?: boolean) => Assistant;

/**
 * Adds one group of routes, declared for the OpenAPI document, behind the middleware of app.ts. The whole index is kept from
 * them; slow work should stop with `context.get('signal')`.
 */
export type AddRoutes = (
  app: App,
  options: Omit<AppOptions, 'assistant'> & { metrics: Metrics },
  assistant: AssistantOf,
) => void;
