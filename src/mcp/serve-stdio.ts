/** The server over standard input and output, one message per line, as desktop clients run it. */
import type { Readable, Writable } from 'node:stream';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js';

/** Counts unanswered requests, and calls `onIdle` when there are none. */
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
      // A cancelled request is never answered.
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
 * Serves until the input ends and all requests are answered, so that a client may pipe its requests in.
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
