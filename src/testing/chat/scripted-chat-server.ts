/** A server that speaks a chat protocol, OpenAI's by default, over a real socket, and answers as the test's script has it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type ChatProtocol, openai, type ScriptedMessage, type ScriptedUsage } from './chat-protocols.ts';

export interface ChatRequest {
  /** As sent: `Bearer …`. */
  authorization: string | undefined;
  /** As Anthropic's clients send it. */
  apiKey: string | undefined;
  model: string;
  messages: readonly ScriptedMessage[];
  /** The rest of the body. */
  settings: Readonly<Record<string, unknown>>;
}

export type ChatReply =
  /**
   * The text in pieces, then why it ended: "stop" unless named; null: the stream ends without a reason. Token
   * counts are reported where the script gives them.
   */
  | { pieces: readonly string[]; ending?: string | null; usage?: ScriptedUsage }
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
    // The pieces first: they are in the socket's buffer.
    setImmediate(() => response.destroy());
  } else {
    const { pieces, ending = 'stop', usage } = reply;
    sendPieces(pieces, usage);
    response.end((ending === null ? '' : protocol.ending(model, ending, usage)) + protocol.close);
  }
}

/** Starts one on a free port of this machine. It says that it has one model, `scripted`. */
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

/** One for the test that starts it: closed when that has ended. */
export async function chatServerForTest(
  script: ChatScript,
  protocol?: ChatProtocol,
): Promise<ScriptedChatServer> {
  const server = await startScriptedChatServer(script, protocol);
  onTestFinished(() => server.close());
  return server;
}

/** The id under which the model is shown the sentence that holds a text; `s0`, which is none, where no sentence does. */
export function shownId({ messages }: ChatRequest, text: string): string {
  const line = messages[1]?.content.split('\n').find((one) => one.includes(text));
  return /^\[(s\d+)\]/.exec(line ?? '')?.[1] ?? 's0';
}
