/**
 * A server that speaks a chat protocol, OpenAI's by default, over a real socket, and replies as the test scripts it.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type ChatProtocol, openai, type ScriptedMessage, type ScriptedUsage } from './chat-protocols.ts';

export interface ChatRequest {
  /** The header as sent: `Bearer …`. */
  authorization: string | undefined;
  /** The key as Anthropic's clients send it. */
  apiKey: string | undefined;
  model: string;
  messages: readonly ScriptedMessage[];
  /** The rest of the body. */
  settings: Readonly<Record<string, unknown>>;
}

export type ChatReply =
  /**
   * The text in pieces, then the reason why it ended: "stop" by default, null for a stream that ends without one. Token
   * counts are sent if given.
   */
  | { pieces: readonly string[]; ending?: string | null; usage?: ScriptedUsage }
  /** The pieces, then silence until the client goes. */
  | { stallAfter: readonly string[] }
  /** The pieces, then the socket is closed. */
  | { closeAfter: readonly string[] }
  /** A refusal, or another body than the protocol's. */
  | { status: number; body?: string; headers?: Record<string, string> };

/** One reply for each request, or a function that makes it. The last is repeated for all further requests. */
export type ChatScript = readonly (ChatReply | ((request: ChatRequest) => ChatReply))[];

export interface ScriptedChatServer {
  /** The value for the setting `chatUrl`. */
  url: string;
  /** Every request for a reply, in order. */
  requests: readonly ChatRequest[];
  /** Methods and paths of all requests. */
  paths: readonly string[];
  /** How many clients disconnected before their reply was complete. */
  abandoned: () => number;
  /** May be called again. */
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

function sendReply(
  response: ServerResponse,
  { model }: ChatRequest,
  reply: ChatReply,
  protocol: ChatProtocol,
): void {
  const sendPieces = (pieces: readonly string[], usage?: ScriptedUsage) => {
    response.writeHead(200, { 'Content-Type': protocol.contentType });
    response.flushHeaders();
    response.write(protocol.begin(model, usage));
    for (const piece of pieces) response.write(protocol.piece(model, piece));
  };
  if ('status' in reply) {
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(reply.body ?? JSON.stringify(protocol.refusal));
  } else if ('stallAfter' in reply) {
    sendPieces(reply.stallAfter);
  } else if ('closeAfter' in reply) {
    sendPieces(reply.closeAfter);
    // After the pieces, which are in the socket's buffer by now.
    setImmediate(() => response.destroy());
  } else {
    const { pieces, ending = 'stop', usage } = reply;
    sendPieces(pieces, usage);
    response.end((ending === null ? '' : protocol.ending(model, ending, usage)) + protocol.close);
  }
}

/** Starts a server on a free port of this machine. It lists one model, `scripted`. */
export async function startScriptedChatServer(
  script: ChatScript,
  protocol: ChatProtocol = openai,
): Promise<ScriptedChatServer> {
  const requests: ChatRequest[] = [];
  const paths: string[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    paths.push(`${request.method} ${request.url}`);
    if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(protocol.listModels(['scripted'])));
      return;
    }
    const { model, messages, system, ...settings } = JSON.parse(await readBody(request));
    const { authorization, 'x-api-key': apiKey } = request.headers;
    const asked: ChatRequest = {
      authorization,
      apiKey: typeof apiKey === 'string' ? apiKey : undefined,
      model,
      messages: protocol.readMessages({ messages, system }),
      settings,
    };
    requests.push(asked);
    const step = script[Math.min(requests.length, script.length) - 1];
    if (step === undefined) throw new Error('The scripted model has no reply.');
    response.on('close', () => {
      if (!response.writableEnded) abandoned += 1;
    });
    sendReply(response, asked, typeof step === 'function' ? step(asked) : step, protocol);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${protocol.base}`,
    requests,
    paths,
    abandoned: () => abandoned,
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Starts a server that closes when the current test has ended. */
export async function chatServerForTest(
  script: ChatScript,
  protocol?: ChatProtocol,
): Promise<ScriptedChatServer> {
  const server = await startScriptedChatServer(script, protocol);
  onTestFinished(() => server.close());
  return server;
}

/**
 * The id under which the model was shown the sentence that has a text; `s0`, which is no sentence's, if none has it.
 */
export function shownId({ messages }: ChatRequest, text: string): string {
  const line = messages[1]?.content.split('\n').find((one) => one.includes(text));
  return /^\[(s\d+)\]/.exec(line ?? '')?.[1] ?? 's0';
}
