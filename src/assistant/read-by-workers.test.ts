import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { findPostgres } from '../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../workshop/attack/machines/temporary-postgres.ts';
import { withQueue } from './document-queue.ts';
import { listQueued, readByWorkers } from './read-by-workers.ts';

describe.skipIf(findPostgres() === undefined)('a file that workers read', () => {
  let server: TemporaryPostgres;
  let folder = '';
  let file = '';
  let config: Config;
  beforeAll(() => {
    server = startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'verse-workers-'));
    file = join(folder, 'quay.pdf');
    writeFileSync(file, '%PDF-1.7 of the quay');
    config = { ...loadConfig({}, {}, folder), storeUrl: server.storeUrl };
  });
  afterEach(() => server.run('delete from queue'));
  afterAll(() => {
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const everyMs = 5;
  const states = () =>
    withQueue(config, async (queue) => (await queue.list()).map(({ id, state }) => `${id} ${state}`));

  it('is followed until it is read', async () => {
    let isOver = false;
    const reading = readByWorkers(config, file, { everyMs, by: 'desk', collection: 'press' }).then(() => {
      isOver = true;
    });
    await expect.poll(states).toEqual(['quay waiting']);
    expect(await listQueued(config)).toMatchObject([{ id: 'quay', by: 'desk', collection: 'press' }]);
    expect(isOver).toBe(false);
    server.run(`update queue set state = 'done'`);
    await reading;
    expect(await listQueued(config)).toEqual([]);
  });

  it('is told of when it is taken and refused with the sentence of its worker, and leaves the queue', async () => {
    let taken = 0;
    const onTaken = () => {
      taken += 1;
    };
    const reading = readByWorkers(config, file, { everyMs, onTaken });
    const refused = expect(reading).rejects.toMatchObject({
      code: 'some-refused',
      sentence: 'quay.pdf: not a PDF. Give a PDF file.',
    });
    await expect.poll(states).toEqual(['quay waiting']);
    await withQueue(config, async (queue) => {
      const mine = await queue.take({ encoderId: 'any' });
      await expect.poll(() => taken).toBeGreaterThan(0);
      await mine?.refuse('quay.pdf: not a PDF. Give a PDF file.');
    });
    await refused;
    expect(await states()).toEqual([]);
  });

  it('leaves the queue where it is cancelled, and stays there where it is followed no longer', async () => {
    const [cancelling, leaving] = [new AbortController(), new AbortController()];
    const signals = { signal: cancelling.signal, leaving: leaving.signal };
    const left = readByWorkers(config, file, { everyMs, ...signals });
    const stopped = expect(left).rejects.toThrow('The server is being stopped.');
    await expect.poll(states).toEqual(['quay waiting']);
    leaving.abort(new Error('The server is being stopped.'));
    await stopped;
    expect(await states()).toEqual(['quay waiting']);
    const followed = readByWorkers(config, file, { everyMs, signal: cancelling.signal });
    const cancelled = expect(followed).rejects.toThrow('Nobody wants it.');
    cancelling.abort(new Error('Nobody wants it.'));
    await cancelled;
    expect(await states()).toEqual([]);
  });
});
