import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askOnce, type Fate } from './stopped.ts';

/** What is told of one question to a server that does this with it. */
async function askOne(answer: (response: ServerResponse) => void): Promise<Fate> {
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
  it.each([
    [200, 'answered'],
    [503, 'refused'],
  ])('is, with %d and in full, %s', async (status, fate) => {
    expect(await askOne((response) => response.writeHead(status).end('{}'))).toBe(fate);
  });

  it('fails where it is answered otherwise, in part or not at all', async () => {
    expect(await askOne((response) => response.writeHead(500).end('{}'))).toEqual({
      failure: '500 instead of 200 or 503',
    });
    const lost = { failure: expect.stringContaining('lost') };
    expect(await askOne((response) => response.socket?.destroy())).toEqual(lost);
    const inPart = await askOne((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{', () => response.socket?.destroy());
    });
    expect(inPart).toEqual(lost);
  });

  it('is outside where it was not let in', async () => {
    let sent = 0;
    const told = await askOnce('http://127.0.0.1:1', () => {
      sent += 1;
    });
    expect([told, sent]).toEqual(['outside', 1]);
  });
});
