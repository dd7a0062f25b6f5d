import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { openHome } from '../store/choose-home.ts';
import type { DocumentQueue } from '../store/document-queue.ts';
import { findPostgres } from '../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../workshop/attack/machines/temporary-postgres.ts';
import { type FollowedQueue, followQueue } from './followed-queue.ts';

/** A server over the database. */
interface Follower {
  queue: DocumentQueue;
  followed: FollowedQueue;
  close(): Promise<void>;
}

async function openFollower(config: Config): Promise<Follower> {
  const { queue, close } = await openHome(config);
  if (queue === undefined) throw new Error('A database has a queue.');
  const followed = followQueue(config, queue, 5);
  return {
    queue,
    followed,
    close: async () => {
      await followed.close();
      await close();
    },
  };
}

describe.skipIf(findPostgres() === undefined)('a file that workers read', () => {
  let server: TemporaryPostgres;
  let folder = '';
  let file = '';
  let one: Follower;
  let other: Follower;
  const fileOf = (id: string) => {
    const path = join(folder, `${id}.pdf`);
    writeFileSync(path, `%PDF-1.7 of the ${id}`);
    return path;
  };
  beforeAll(() => {
    server = startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'verse-workers-'));
    file = fileOf('quay');
  });
  beforeEach(async () => {
    const config = { ...loadConfig({}, {}, folder), storeUrl: server.storeUrl };
    one = await openFollower(config);
    other = await openFollower(config);
  });
  afterEach(async () => {
    server.run('delete from queue');
    await Promise.all([one.close(), other.close()]);
  });
  afterAll(() => {
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const upload = '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10';
  const states = async () => (await one.queue.list()).map(({ id, state }) => `${id} ${state}`);

  it('is followed until it is read', async () => {
    let isOver = false;
    const reading = one.followed.read(file, { by: 'desk', collection: 'press' }).then(() => {
      isOver = true;
    });
    await expect.poll(states).toEqual(['quay waiting']);
    expect(await one.followed.underWay()).toMatchObject([{ id: 'quay', by: 'desk', collection: 'press' }]);
    expect(isOver).toBe(false);
    server.run(`update queue set state = 'done'`);
    await reading;
    expect(await one.followed.underWay()).toEqual([]);
  });

  it('is told of when it is taken and refused with the sentence of its worker, and leaves the queue', async () => {
    let taken = 0;
    const onTaken = () => {
      taken += 1;
    };
    const refused = expect(one.followed.read(file, { onTaken })).rejects.toMatchObject({
      code: 'some-refused',
      sentence: 'quay.pdf: not a PDF. Give a PDF file.',
    });
    await expect.poll(states).toEqual(['quay waiting']);
    const mine = await other.queue.take({ encoderId: 'any' });
    await expect.poll(() => taken).toBeGreaterThan(0);
    expect(await other.followed.underWay()).toMatchObject([{ id: 'quay', state: 'working' }]);
    await mine?.refuse('quay.pdf: not a PDF. Give a PDF file.');
    await refused;
    expect(await states()).toEqual([]);
  });

  it('leaves the queue where it is cancelled, and stays there where it is followed no longer', async () => {
    const [cancelling, leaving] = [new AbortController(), new AbortController()];
    const left = one.followed.read(file, { signal: cancelling.signal, leaving: leaving.signal });
    const stopped = expect(left).rejects.toThrow('The server is being stopped.');
    await expect.poll(states).toEqual(['quay waiting']);
    leaving.abort(new Error('The server is being stopped.'));
    await stopped;
    expect(await states()).toEqual(['quay waiting']);
    const cancelled = expect(one.followed.read(file, { signal: cancelling.signal })).rejects.toThrow(
      'Nobody wants it.',
    );
    cancelling.abort(new Error('Nobody wants it.'));
    await cancelled;
    expect(await states()).toEqual([]);
  });

  it('is known to every server by its id, and taken off by any of them, of which the one that follows it hears', async () => {
    const ends: string[] = [];
    const reading = one.followed.read(file, { upload, onTakenOff: () => ends.push('taken off') });
    const refused = expect(reading).rejects.toMatchObject({
      sentence: 'quay was taken off the queue before it was read.',
    });
    await expect.poll(states).toEqual(['quay waiting']);
    const [entry] = await other.followed.underWay();
    expect(entry).toMatchObject({ upload, id: 'quay', state: 'waiting', file });
    expect(await other.followed.remove(entry?.number ?? 0)).toBe(true);
    await refused;
    expect(ends).toEqual(['taken off']);
  });

  it('is listed by the other servers alone where one reads it itself, until that is over or one of them takes it off', async () => {
    const annex = { upload: '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a11', id: 'annex', file, by: undefined };
    const quay = { upload, id: 'quay', file, collection: 'press', by: 'desk' };
    const progress = { stages: [{ stage: 'encode', done: 43, total: 92 }], secondsLeft: null };
    expect(await one.followed.tell([{ ...quay, progress: null }])).toEqual([]);
    expect(await one.followed.tell([quay, annex].map((own) => ({ ...own, progress })))).toEqual([]);
    expect(await one.followed.underWay()).toEqual([]);
    const [first, second] = await other.followed.underWay();
    expect(first).toMatchObject({ id: 'quay', state: 'working', by: 'desk', collection: 'press', progress });
    expect(second).toMatchObject({ id: 'annex', by: expect.stringMatching(/^local:/) });
    await other.followed.remove(first?.number ?? 0);
    expect(await one.followed.tell([quay, annex].map((own) => ({ ...own, progress })))).toEqual([upload]);
    expect(await other.followed.underWay()).toMatchObject([{ id: 'annex' }]);
    expect(await one.followed.tell([])).toEqual([]);
    expect(await other.followed.underWay()).toEqual([]);
  });

  it('is not taken for cancelled where the other servers could not be told of it', async () => {
    const own = { upload, id: 'quay', file, by: 'desk', progress: null };
    server.stop();
    try {
      await expect(one.followed.tell([own])).rejects.toMatchObject({ code: 'database-away' });
    } finally {
      server.start();
    }
    expect(await one.followed.tell([own])).toEqual([]);
    expect(await other.followed.underWay()).toMatchObject([{ id: 'quay' }]);
  });

  it('is listed as it was last seen while the database is away', async () => {
    await one.queue.put([{ id: 'quay', file, sha256: '0'.repeat(64), tags: [], by: 'desk' }]);
    expect(await one.followed.underWay()).toMatchObject([{ id: 'quay' }]);
    server.stop();
    try {
      expect(await one.followed.underWay()).toMatchObject([{ id: 'quay' }]);
    } finally {
      server.start();
    }
    server.run('delete from queue');
    expect(await one.followed.underWay()).toEqual([]);
  });
});
