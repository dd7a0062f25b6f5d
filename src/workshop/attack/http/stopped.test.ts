import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askOnce } from './stopped.ts';

/** What is told of one question to a server that does this with it. */
async function askOne(answer: (response: ServerResponse) => void): Promise<string | null> {
  const server = createServer((request, response) => request.resume().on('end', () => answer(response)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await askOnce(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => undefined);
  } finally {
    server.close();
  }
}

describe('a question to a server that stops', () => {
  it.each([200, 503])('holds where it is answered in full with %d', async (status) => {
    expect(await askOne((response) => response.writeHead(status).end('{}'))).toBeNull();
  });

  it('does not hold where it is answered otherwise, in part or not at all', async () => {
    expect(await askOne((response) => response.writeHead(500).end('{}'))).toBe('500 instead of 200 or 503');
    expect(await askOne((response) => response.socket?.destroy())).toContain('lost');
    const inPart = await askOne((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{', () => response.socket?.destroy());
    });
    expect(inPart).toContain('lost');
  });

  it('holds where it was not let in', async () => {
    let sent = 0;
    const told = await askOnce('http://127.0.0.1:1', () => {
      sent += 1;
    });
    expect([told, sent]).toEqual([null, 1]);
  });
});
