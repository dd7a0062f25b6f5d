/**
 * The server behind the page for tests in a browser: the real app with the real report, parts of which a test may
 * replace.
 */
import type { Assistant } from '../../assistant/assistant.ts';
import { createApp } from '../../http/app.ts';
import type { AppOptions } from '../../http/app-options.ts';
import { serve } from '../../http/serve.ts';
import { openPageRenderer } from '../../pictures/page-images.ts';

export interface RoomOptions extends Partial<Omit<AppOptions, 'config'>> {
  /** If it gives a response, this answers instead of the app. */
  intercept?: (request: Request) => Response | undefined | Promise<Response | undefined>;
  /** 0 by default, which takes a free one. */
  port?: number;
}

export interface Room {
  url: string;
  close(): Promise<void>;
}

/** Shared, so that a page is drawn once for all rooms of a process. */
export const renderPage = openPageRenderer({ cacheSize: 400 });

export async function openRoom({ assistant, intercept, port = 0, ...options }: RoomOptions): Promise<Room> {
  const app = createApp({
    assistant: assistant ?? (() => undefined),
    config: { host: '127.0.0.1', maxBodyBytes: 64 * 1024, requestTimeoutMs: 30_000 },
    renderPage,
    version: '0.0.0',
    ...options,
  });
  const server = await serve(
    { fetch: async (request) => (await intercept?.(request)) ?? app.fetch(request) },
    { host: '127.0.0.1', port, graceMs: 200 },
  );
  return { url: server.url, close: server.close };
}

/** An assistant with another `ask`. */
export function withAnswers(assistant: Assistant, ask: Assistant['ask']): Assistant {
  return { ...assistant, ask };
}
