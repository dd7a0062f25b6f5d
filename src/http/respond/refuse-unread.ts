/** Answers requests that Node's parser refuses before any handler sees them, with a problem like every other. */
import {
  type IncomingMessage,
  maxHeaderSize,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { HttpProblem, type ProblemStatus, toProblem } from './problem.ts';

/** By the codes of the parser's errors; what is none of these is no HTTP. */
const refusals: Partial<Record<string, HttpProblem>> = {
  HPE_HEADER_OVERFLOW: new HttpProblem(
    431,
    'headers-too-large',
    `The address and the headers have more than ${maxHeaderSize.toLocaleString('en')} bytes. Shorten them: a long question goes into the body of a POST.`,
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpProblem(
    408,
    'headers-too-slow',
    'The headers of the request did not arrive in time. Send it again, in one go.',
  ),
  HPE_INVALID_CHUNK_SIZE: new HttpProblem(
    400,
    'bad-chunk',
    'The body is not in chunks, as its header Transfer-Encoding says. Send it with its Content-Length instead.',
  ),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new HttpProblem(
    413,
    'chunk-too-large',
    'The chunks of the body have too much beside their bytes. Send it with its Content-Length instead.',
  ),
};

const notHttp = new HttpProblem(
  400,
  'not-http',
  'This is no request of HTTP/1.1. Check its first line and its headers, and that the address begins with http://.',
);

/** A refusal as it goes over the socket. */
function write(problem: HttpProblem): string {
  const body = JSON.stringify(toProblem(problem, undefined));
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Whether a refusal on a connection would be taken for the answer to what was refused. */
function canAnswer(socket: Duplex, open: ReadonlySet<ServerResponse> = new Set()): boolean {
  return socket.writable && open.size < 2 && [...open].every(({ headersSent }) => !headersSent);
}

/** A request that no handler saw: its refusal, and the address at the other end. */
export interface Unread {
  status: ProblemStatus;
  code: string;
  remoteAddress: string | undefined;
}

/** Where the end of a connection is known. */
const addressOf = (socket: Duplex) => (socket instanceof Socket ? socket.remoteAddress : undefined);

/**
 * Answers what the parser of a server refuses, unless its client has gone or is being answered, and ends the connection.
 * @param onUnread hears of each, answered or not; no handler, log or count does.
 */
export function refuseUnread(server: Server, onUnread: (unread: Unread) => void = () => {}): void {
  /** The answers on each connection that have not ended. */
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  server.prependListener('request', ({ socket }: IncomingMessage, outgoing: ServerResponse) => {
    const answers = open.get(socket) ?? new Set();
    open.set(socket, answers.add(outgoing));
    // Before the next request of the connection can be refused.
    for (const ended of ['finish', 'close']) outgoing.once(ended, () => answers.delete(outgoing));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const problem = refusals[error.code ?? ''] ?? notHttp;
    onUnread({ status: problem.status, code: problem.code, remoteAddress: addressOf(socket) });
    if (canAnswer(socket, open.get(socket))) socket.end(write(problem), () => socket.destroy());
    else socket.destroy();
  });
}
