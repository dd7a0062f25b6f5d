/** The server over standard input and output, a message a line: how a desktop client runs it. */
import type { Readable, Writable } from 'node:stream';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js';

/** Keeps count of the requests that have no answer yet, and calls `onIdle` whenever there is none. */
function watchRequests(transport: Transport, onIdle: () => void): { isIdle: () => boolean } {
  const open = new Set<RequestId>();
  const close = (id: RequestId) => {
    open.delete(id);
    if (open.size === 0) onIdle();
  };
  const receive = transport.onmessage;
  transport.onmessage = (message: JSONRPCMessage, extra) => {
    if ('method' in message && 'id' in message) open.add(message.id);
    receive?.(message, extra);
    if ('method' in message && message.method === 'notifications/cancelled') {
      // What is cancelled is never answered.
      const id = message.params?.requestId;
      if (typeof id === 'string' || typeof id === 'number') close(id);
    }
  };
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    await send(message, options);
    if (!('method' in message) && message.id !== undefined) close(message.id);
  };
  return { isIdle: () => open.size === 0 };
}

/**
 * Serves until the input ends, then answers what has been asked and resolves; a client that pipes its requests in
 * gets all its answers.
 */
export async function serveStdio(server: Server, input: Readable, output: Writable): Promise<void> {
  const transport = new StdioServerTransport(input, output);
  await server.connect(transport);
  await new Promise<void>((resolve) => {
    let hasEnded = false;
    const endIfIdle = () => {
      if (hasEnded && requests.isIdle()) resolve();
    };
    const requests = watchRequests(transport, endIfIdle);
    const end = () => {
      hasEnded = true;
      endIfIdle();
    };
    input.once('end', end).once('close', end);
    server.onclose = resolve;
  });
  await server.close();
}
