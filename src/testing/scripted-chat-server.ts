/** A server that speaks OpenAI's chat protocol over a real socket, and answers as the test's script has it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatRequest {
  /** As sent: `Bearer …`. */
  authorization: string | undefined;
  model: string;
  messages: readonly { role: string; content: string }[];
  /** The rest of the body. */
  settings: Readonly<Record<string, unknown>>;
}

export type ChatReply =
  /** The text in pieces, then `finish_reason`: "stop" unless named; null: the stream ends without one. */
  | { pieces: readonly string[]; ending?: string | null }
  /** The pieces, then silence until the client goes. */
  | { stallAfter: readonly string[] }
  /** The pieces, then the socket is closed. */
  | { closeAfter: readonly string[] }
  /** A refusal, or another body than the protocol's. */
  | { status: number; body?: string; headers?: Record<string, string> };

/** One reply a request, or what makes it. The last one is for all that follow. */
export type ChatScript = readonly (ChatReply | ((request: ChatRequest) => ChatReply))[];

export interface ScriptedChatServer {
  /** As `chatUrl`. */
  url: string;
  /** Every request for a reply, in order. */
  requests: readonly ChatRequest[];
  /** Paths of all requests, with their methods. */
  paths: readonly string[];
  /** How many clients left before their reply was whole. */
  abandoned: () => number;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

function toChunk(model: string, delta: Record<string, string>, ending: string | null): string {
  const choice = { index: 0, delta, finish_reason: ending };
  return `data: ${JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 0, model, choices: [choice] })}\n\n`;
}

function sendPieces(response: ServerResponse, model: string, pieces: readonly string[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.flushHeaders();
  for (const content of pieces) response.write(toChunk(model, { role: 'assistant', content }, null));
}

function sendReply(response: ServerResponse, model: string, reply: ChatReply): void {
  if ('status' in reply) {
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(reply.body ?? JSON.stringify({ error: { message: 'scripted', type: 'scripted' } }));
  } else if ('stallAfter' in reply) {
    sendPieces(response, model, reply.stallAfter);
  } else if ('closeAfter' in reply) {
    sendPieces(response, model, reply.closeAfter);
    // The pieces first: they are in the socket's buffer.
    setImmediate(() => response.destroy());
  } else {
    sendPieces(response, model, reply.pieces);
    const { ending = 'stop' } = reply;
    if (ending !== null) response.write(toChunk(model, {}, ending));
    response.end('data: [DONE]\n\n');
  }
}

/** Starts one on a free port of this machine. `models` is what it says it has. */
export async function startScriptedChatServer(
  script: ChatScript,
  models: readonly string[] = ['scripted'],
): Promise<ScriptedChatServer> {
  const requests: ChatRequest[] = [];
  const paths: string[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    paths.push(`${request.method} ${request.url}`);
    if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }));
      return;
    }
    const { model, messages, ...settings } = JSON.parse(await readBody(request));
    const asked: ChatRequest = { authorization: request.headers.authorization, model, messages, settings };
    requests.push(asked);
    const step = script[Math.min(requests.length, script.length) - 1];
    if (step === undefined) throw new Error('The scripted model has no reply.');
    response.on('close', () => {
      if (!response.writableEnded) abandoned += 1;
    });
    sendReply(response, model, typeof step === 'function' ? step(asked) : step);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    paths,
    abandoned: () => abandoned,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
