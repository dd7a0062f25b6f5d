/** The socket: the only part of http/ that listens. */

import { createServer, type Server } from 'node:http';
import { type AddressInfo, Server as SocketServer } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { VerseError } from '../core/errors.ts';
import type { Connection } from './app-options.ts';
import { refuseUnread, type Unread } from './respond/refuse-unread.ts';

/** An app's `fetch`, which is told the client's address. */
export interface Servable {
  fetch(request: Request, connection: Connection): Response | Promise<Response>;
}

export interface ServeOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Whether any free port does where that one is taken. */
  anyPort?: boolean;
  /** How long `close` waits for open requests, in milliseconds. */
  graceMs?: number;
  /** Milliseconds a connection may be idle; longer than any answer may take. */
  idleMs?: number;
  /** Hears of requests that cannot be read, which the app never sees. */
  onUnread?: (unread: Unread) => void;
}

export interface RunningServer {
  /** The address to open, with the real port: `http://127.0.0.1:8787`. */
  url: string;
  /** Stops listening, gives open requests the grace time to finish, drops the rest, then resolves. */
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

/** How long a connection may rest before a closing server closes it. */
const quietMs = 250;

/** How long a closing server goes on accepting what had been let in before. */
const longestAcceptMs = 1000;

/**
 * Accepts the connections that the system has let in: Node takes one a turn of its event loop, and those that wait behind long
 * computing would be reset with the socket.
 */
async function acceptWaiting(server: Server, longestMs: number): Promise<void> {
  let accepted = 0;
  const count = () => {
    accepted += 1;
  };
  server.on('connection', count);
  const end = performance.now() + longestMs;
  do {
    accepted = 0;
    // The first may end before the system is asked.
    for (let turn = 0; turn < 2; turn++) await nextTurn();
  } while (accepted > 0 && performance.now() < end);
  server.off('connection', count);
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  // What is on its way over a connection kept alive is answered, and ends it. A connection on which nothing comes for a
  // while is closed: Node's own close() would do so at once, and lose such a request.
  server.prependListener('request', (_, outgoing) => outgoing.setHeader('Connection', 'close'));
  await acceptWaiting(server, Math.min(longestAcceptMs, graceMs));
  await new Promise<void>((resolve) => {
    let sweep: NodeJS.Timeout | undefined;
    const quiet = setTimeout(
      () => {
        sweep = setInterval(() => server.closeIdleConnections(), 50);
      },
      Math.min(quietMs, graceMs),
    );
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    SocketServer.prototype.close.call(server, () => {
      clearTimeout(quiet);
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

/**
 * Listens, and resolves once it does.
 * @throws VerseError `bad-input` when the port is taken or not allowed, or the host is not an address of this machine.
 */
export function serve(app: Servable, options: ServeOptions): Promise<RunningServer> {
  const { host, port, anyPort = false, graceMs = 10_000, idleMs = 60_000, onUnread } = options;
  const listener = getRequestListener(
    (request, { incoming }) => app.fetch(request, { remoteAddress: incoming.socket.remoteAddress }),
    { hostname: host },
  );
  // Bodies have their limits where they are read (`access/body-chunks.ts`): that of a file may take its time.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 0 }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  refuseUnread(server, onUnread);
  // Node does not close connections whose client has stopped reading.
  server.setTimeout(idleMs);
  return new Promise((resolve, reject) => {
    let wanted = port;
    const refuse = (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || !anyPort || wanted === 0) {
        reject(listenError(error, options));
        return;
      }
      wanted = 0;
      server.listen(wanted, host);
    };
    server.on('error', refuse);
    server.once('listening', () => {
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
    server.listen(wanted, host);
  });
}
