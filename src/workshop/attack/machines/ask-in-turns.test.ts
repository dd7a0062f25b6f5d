import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askInTurn, askUntil } from './ask-in-turns.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server that gives the same answer to every question, or refuses all. */
async function serve(status: number, answer: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (body) => asked.push(JSON.parse(String(body)).question));
    request.on('end', () => {
      response.writeHead(status, { Connection: 'close' }).end(JSON.stringify({ answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const { port } = server.address() as AddressInfo;
  const nothing = async () => {};
  return { url: () => `http://127.0.0.1:${port}`, kill: nothing, start: nothing, asked };
}

describe('clients that ask in turns', () => {
  it('ask the next server where one refuses or is not there, and are refused by all together', async () => {
    const [busy, good] = [await serve(503, ''), await serve(200, 'Bosch [1]')];
    const dead = { ...good, url: () => 'http://127.0.0.1:1' };
    expect(await askInTurn([busy, dead, good], 0, 'Who?', [])).toEqual({ answer: 'Bosch [1]' });
    expect([busy.asked, good.asked]).toEqual([['Who?'], ['Who?']]);
    expect(await askInTurn([busy], 0, 'Who?', [])).toEqual({ refusal: expect.stringMatching(/^503: /) });
    expect(await askInTurn([{ ...good, url: () => undefined }], 0, 'Who?', [])).toEqual({
      refusal: 'no server is there',
    });
  });

  it('tell an answer that is another than before', async () => {
    const good = await serve(200, 'Bosch [1]');
    const before = new Map([
      ['Who cuts jobs?', 'Bosch [1]'],
      ['Who builds plants?', 'BYD [1]'],
    ]);
    let left = 4;
    const asked = await askUntil([good], before, [], 1, () => left-- === 0);
    expect(asked.map(({ outcome, told }) => `${outcome}: ${told}`)).toEqual([
      'same: Who cuts jobs?: Bosch [1]',
      'other: Who builds plants?: Bosch [1]',
      'same: Who cuts jobs?: Bosch [1]',
      'other: Who builds plants?: Bosch [1]',
    ]);
  });
});
