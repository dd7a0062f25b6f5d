/** What the attacks of rude clients share: the app with other settings, requests, and what is expected of them. */
import { type Assistant, openAssistant } from '../../../assistant/assistant.ts';
import type { Config } from '../../../config/settings.ts';
import { createApp } from '../../../http/app.ts';
import { serve } from '../../../http/serve.ts';

export const question = { question: 'Which companies did Sweden ban from 5G networks in 2020?' };

export const json = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
  Host: 'localhost',
};

export const post = (body: unknown) => ({ method: 'POST', headers: json, body: JSON.stringify(body) });

/** A client on another machine, as the app hears of it. */
export const stranger = { remoteAddress: '192.0.2.7' };

/** Null where it is one of those, else what came instead. */
export const expectOne = (status: number | undefined, ...wanted: number[]): string | null =>
  status !== undefined && wanted.includes(status) ? null : `${status} instead of ${wanted.join(' or ')}`;

export interface Attacked {
  assistant: Assistant;
  /** The address of a server that limits nobody. */
  url: string;
  /** The app with settings of its own, which is asked without a network. */
  openApp(own?: { tokens?: string[]; limits?: Partial<Config> }): ReturnType<typeof createApp>;
  close(): Promise<void>;
}

/** Opens the user's index, and a server of it. */
export async function openAttacked(config: Config): Promise<Attacked> {
  const assistant = await openAssistant(config);
  const openApp: Attacked['openApp'] = ({ tokens, limits } = {}) =>
    createApp({
      assistant: () => assistant,
      config: { ...config, host: '0.0.0.0', ...limits },
      renderPage: () => Promise.reject(new Error('No pictures are drawn.')),
      version: '0',
      ...(tokens && { tokens }),
    });
  const server = await serve(openApp({ limits: { rateLimit: 0 } }), { host: '127.0.0.1', port: 0 });
  return {
    assistant,
    url: server.url,
    openApp,
    close: async () => {
      await server.close();
      await assistant.close();
    },
  };
}
