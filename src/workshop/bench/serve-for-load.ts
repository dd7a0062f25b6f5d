/** A server of this program, and requests to it, in one process. */
import { openAssistant } from '../../assistant/assistant.ts';
import type { Config } from '../../config/settings.ts';
import { createApp } from '../../http/app.ts';
import { serve } from '../../http/serve.ts';

/** What became of one request. */
export interface Sent {
  status: number;
  ms: number;
}

export interface LoadTarget {
  ask(question: string): Promise<Sent>;
  search(query: string): Promise<Sent>;
  verify(sentence: string): Promise<Sent>;
  /** A call of the tool `search`, over MCP. */
  callTool(query: string): Promise<Sent>;
  readDocuments(): Promise<Sent>;
}

/** Serves an index on a free port of this machine while `use` runs. */
export async function withServer<Result>(
  config: Config,
  use: (target: LoadTarget) => Promise<Result>,
): Promise<Result> {
  const assistant = await openAssistant(config);
  const renderPage = () => Promise.reject(new Error('No pictures are drawn under load.'));
  const app = createApp({ assistant: () => assistant, config, renderPage, version: '0' });
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  const send = async (path: string, body?: unknown): Promise<Sent> => {
    const started = performance.now();
    const response = await fetch(`${server.url}${path}`, {
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    return { status: response.status, ms: performance.now() - started };
  };
  try {
    return await use({
      ask: (question) => send('/v1/ask', { question }),
      search: (query) => send('/v1/search', { query }),
      verify: (sentence) => send('/v1/verify', { sentence }),
      callTool: (query) => {
        const params = { name: 'search', arguments: { query } };
        return send('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
      },
      readDocuments: () => send('/v1/documents'),
    });
  } finally {
    await server.close();
    await assistant.close();
  }
}
