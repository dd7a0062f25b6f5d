/** What the app is built from, and how a file adds its routes to it. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { RequestIdVariables } from 'hono/request-id';
import type { Assistant } from '../assistant.ts';
import type { Config } from '../config.ts';
import type { RenderPage } from './page-images.ts';
import type { Log } from './request-log.ts';

export type AppConfig = Pick<Config, 'host' | 'maxBodyBytes' | 'requestTimeoutMs'>;

export interface AppOptions {
  /** The open assistant; undefined, or a VerseError thrown, while there is no index. Asked for each request. */
  assistant: () => Assistant | undefined;
  config: AppConfig;
  renderPage: RenderPage;
  /** The package's version, for the OpenAPI document. */
  version: string;
  log?: Log;
}

export type AppEnv = { Variables: RequestIdVariables };
export type App = OpenAPIHono<AppEnv>;

/**
 * Adds the routes of one group, declared for the OpenAPI document. What every request passes first (app.ts) is in
 * place by then. `assistant` throws a VerseError while there is no index.
 */
export type AddRoutes = (app: App, options: AppOptions, assistant: () => Assistant) => void;
