/** The socket: the only part of http/ that listens. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { VerseError } from '../core/errors.ts';
import type { Connection } from './app-options.ts';

/** What is served: an app's `fetch`, which is told who asks. */
export interface Servable {
  fetch(request: Request, connection: Connection): Response | Promise<Response>;
}

export interface ServeOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** How long `close` waits for open requests, in milliseconds. */
  graceMs?: number;
  /** How long a connection may neither take nor send a byte, in milliseconds; longer than any answer may take. */
  idleMs?: number;
}

export interface RunningServer {
  /** The address to open, with the real port: `http://127.0.0.1:8787`. */
  url: string;
  /** Stops listening, lets open requests finish for at most the grace time, cuts the rest off, then resolves. */
  close(): Promise<void>;
}

function listenError(error: NodeJS.ErrnoException, { host, port }: ServeOptions): Error {
  const another = 'Choose another with --port …';
  if (error.code === 'EADDRINUSE')
    return new VerseError('bad-input', `Port ${port} is taken.`, another, { cause: error });
  if (error.code === 'EACCES') {
    return new VerseError('bad-input', `Port ${port} may not be opened by this user.`, another, {
      cause: error,
    });
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    const message = `${host} is not an address of this machine.`;
    return new VerseError('bad-input', message, 'Choose another with --host …', { cause: error });
  }
  return error;
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept alive goes idle only when its request is answered; close() alone would wait for the client.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

/**
 * Listens, and resolves once it does.
 * @throws VerseError `bad-input` when the port is taken or may not be opened, or the host is not this machine's.
 */
export function serve(app: Servable, options: ServeOptions): Promise<RunningServer> {
  const { host, port, graceMs = 10_000, idleMs = 60_000 } = options;
  const listener = getRequestListener(
    (request, { incoming }) => app.fetch(request, { remoteAddress: incoming.socket.remoteAddress }),
    { hostname: host },
  );
  // Bodies are at most some kilobytes: whoever takes longer than this to send one is not a reader.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  // Node cuts no connection by itself whose reader has stopped reading.
  server.setTimeout(idleMs);
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(listenError(error, options));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const address = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      let closing: Promise<void> | undefined;
      resolve({
        url: `http://${name}:${address.port}`,
        close: () => {
          closing ??= closeServer(server, graceMs);
          return closing;
        },
      });
    });
  });
}
