import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseUnread } from './refuse-unread.ts';

let server: Server;
/** Whether an answer is begun before the body of its request has arrived. */
let answersEarly = false;
beforeEach(async () => {
  answersEarly = false;
  server = createServer((incoming, outgoing) => {
    if (answersEarly) outgoing.write('begun');
    incoming.on('end', () => outgoing.end('answered')).resume();
  });
  refuseUnread(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

async function open(sent: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  return socket;
}

/** All that comes back over a connection. */
const send = async (sent: string) => text(await open(sent));

/** The last answer of a connection. */
function lastOf(received: string) {
  const [head = '', body = ''] = (received.split(/(?=HTTP\/1\.1 \d)/).at(-1) ?? '').split('\r\n\r\n');
  const [line, ...headers] = head.split('\r\n');
  return { line, headers, problem: JSON.parse(body) };
}

const chunked = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';

describe('what Node cannot read', () => {
  it.each([
    [
      'no HTTP',
      'HELLO\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
      'not-http',
      'This is no request of HTTP/1.1. Check its first line and its headers, and that the address begins with http://.',
    ],
    [
      'long headers',
      `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
      'headers-too-large',
      'The address and the headers have more than 16,384 bytes. Shorten them: a long question goes into the body of a POST.',
    ],
    [
      'a body that is not in chunks',
      `${chunked}{"question": `,
      'HTTP/1.1 400 Bad Request',
      'bad-chunk',
      'The body is not in chunks, as its header Transfer-Encoding says. Send it with its Content-Length instead.',
    ],
  ])('is refused by its sentence: %s', async (_, sent, line, code, detail) => {
    const refused = lastOf(await send(sent));
    expect(refused.line).toBe(line);
    expect(refused.headers).toContain('Connection: close');
    expect(refused.headers).toContain('Content-Type: application/problem+json');
    const status = Number(line.split(' ')[1]);
    const title = line.split(' ').slice(2).join(' ');
    expect(refused.problem).toEqual({ type: 'about:blank', title, status, code, detail });
  });

  it('is refused where its headers take too long', async () => {
    const connected = once(server, 'connection');
    const socket = await open('GET / HTTP/1.1\r\n');
    const [own] = await connected;
    // As Node does after `headersTimeout`.
    const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', error, own);
    const { line, problem } = lastOf(await text(socket));
    expect(line).toBe('HTTP/1.1 408 Request Timeout');
    expect(problem).toMatchObject({
      code: 'headers-too-slow',
      detail: 'The headers of the request did not arrive in time. Send it again, in one go.',
    });
  });

  it('is refused behind a request that was answered', async () => {
    const socket = await open('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const received: string[] = [];
    socket.setEncoding('utf8').on('data', (piece: string) => received.push(piece));
    await expect.poll(() => received.join('')).toContain('answered');
    socket.write('HELLO\r\n\r\n');
    await once(socket, 'close');
    expect(lastOf(received.join('')).problem).toMatchObject({ code: 'not-http' });
  });

  it('ends the connection, and no more, where its answer has begun', async () => {
    answersEarly = true;
    const socket = await open(chunked);
    const received: string[] = [];
    socket.setEncoding('utf8').on('data', (piece: string) => received.push(piece));
    socket.on('error', () => undefined);
    await expect.poll(() => received.join('')).toContain('begun');
    socket.write('no chunk');
    await once(socket, 'close');
    expect(received.join('')).not.toContain('problem+json');
  });
});
