import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueEntry } from '../../assistant/document-queue.ts';
import { everybody, type Grant, rights } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import { sampleDocument } from '../../testing/assistant/fake-assistant.ts';
import { heldIngest, openIntake, sentReport, useCorpus } from '../../testing/http/open-intake.ts';
import type { SharedQueue } from './shared-uploads.ts';
import type { UploadQueue, UploadQueueOptions } from './upload-queue.ts';

const corpus = useCorpus();

describe('a file of this machine', () => {
  const file = () => join(corpus.dir, 'mail', 'etnc.pdf');
  beforeEach(() => {
    mkdirSync(join(corpus.dir, 'mail'));
    writeFileSync(file(), sentReport);
  });

  it('is read where it lies, and shown like what was sent', async () => {
    const { queue, ingests } = await openIntake(corpus.dir);
    await queue.addFile(file());
    expect(ingests).toEqual([file()]);
    expect((await queue.state(everybody)).uploads).toMatchObject([
      { name: 'etnc.pdf', state: 'done', document: 'etnc' },
    ]);
  });

  it('stays there where it is refused, which is told twice: on the page, and to whom added it', async () => {
    const refusal = new VerseError('damaged-pdf', 'etnc.pdf: damaged.');
    const { queue } = await openIntake(corpus.dir, { ingest: () => Promise.reject(refusal) });
    await expect(queue.addFile(file())).rejects.toBe(refusal);
    expect((await queue.state(everybody)).uploads).toMatchObject([
      { state: 'refused', problem: { code: 'damaged-pdf', detail: 'etnc.pdf: damaged.' } },
    ]);
    expect(existsSync(file())).toBe(true);
  });

  it('stays there where it is cancelled, which is no failure', async () => {
    const { queue } = await openIntake(corpus.dir, {
      ingest: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        }),
    });
    const read = queue.addFile(file());
    await expect.poll(async () => (await queue.state(everybody)).uploads[0]?.state).toBe('ingesting');
    await queue.cancel((await queue.state(everybody)).uploads[0]?.id ?? '', everybody);
    await read;
    expect((await queue.state(everybody)).uploads).toMatchObject([{ state: 'cancelled', problem: null }]);
    expect(existsSync(file())).toBe(true);
  });
});

describe('what waits for its turn', () => {
  const desk: Grant = { name: 'desk', rights, collections: ['press'] };
  const ofPress = { ...sampleDocument, id: 'one', collection: 'press' };
  const other = { ...sampleDocument, id: 'two' };
  const chunks = async function* () {
    yield sentReport;
  };

  /** Over a queue whose first ingest is under way until `finish`. */
  async function openBusy(documents: (typeof sampleDocument)[], end: () => void = () => undefined) {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const opened = await openIntake(corpus.dir, { documents, ingest: () => held.then(end) });
    const first = opened.queue.addFile('/elsewhere/first.pdf').catch(() => undefined);
    const finishFirst = async () => {
      finish();
      await first;
    };
    return { ...opened, finish: finishFirst };
  }

  it.each([
    ['board', 'The name press.note.pdf is taken. Give this file another name.'],
    [
      'press',
      'There is a document called press.note already. Remove it first, or give this file another name.',
    ],
  ])('does not replace a document of %s that has its name by then', async (collection, detail) => {
    const documents = [ofPress, other];
    const { queue, ingests, finish } = await openBusy(documents);
    await queue.add({ name: 'note.pdf', body: chunks() }, desk);
    documents.push({ ...sampleDocument, id: 'press.note', collection });
    await finish();
    await queue.settled();
    expect(ingests).toHaveLength(1);
    const [, upload] = (await queue.state(everybody)).uploads;
    expect(upload).toMatchObject({ state: 'refused', problem: { code: 'bad-input', detail } });
    expect(readdirSync(corpus.dir)).toEqual([]);
  });

  it('keeps its file where another program has read it into the index meanwhile', async () => {
    const documents = [ofPress, other];
    const fail = () => {
      throw new VerseError('cannot-write', 'The disk is full.');
    };
    const { queue, finish } = await openBusy(documents, fail);
    await queue.add({ name: 'note.pdf', body: chunks() }, everybody);
    documents.push({ ...sampleDocument, id: 'note', file: join(corpus.dir, 'note.pdf') });
    await finish();
    await queue.settled();
    expect((await queue.state(everybody)).uploads[1]).toMatchObject({ state: 'refused' });
    expect(readdirSync(corpus.dir)).toEqual(['note.pdf']);
  });
});

describe('what is read elsewhere', () => {
  /** Waits for either signal. */
  const untilStopped: UploadQueueOptions['ingest'] = (_, { signal, leaving }) =>
    new Promise((_resolve, reject) => {
      for (const one of [signal, leaving])
        one?.addEventListener('abort', () => reject(one.reason), { once: true });
    });
  const states = async (queue: UploadQueue) =>
    (await queue.state(everybody)).uploads.map(({ state }) => state);

  it('waits until it is taken, beside others, and is cancelled while it does', async () => {
    const { queue, send, ingests } = await openIntake(corpus.dir, {
      isReadElsewhere: true,
      ingest: async (file, options) => {
        if (file.endsWith('b.pdf')) options.onTaken?.();
        if (!file.endsWith('c.pdf')) await untilStopped(file, options);
      },
    });
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await send(name);
    expect(ingests).toHaveLength(3);
    await expect.poll(() => states(queue)).toEqual(['waiting', 'ingesting', 'done']);
    for (const { id } of (await queue.state(everybody)).uploads.slice(0, 2))
      await queue.cancel(id, everybody);
    expect(await states(queue)).toEqual(['cancelled', 'cancelled', 'done']);
    expect(readdirSync(corpus.dir)).toEqual(['c.pdf']);
  });

  it('goes on when the server is stopped, which keeps its file', async () => {
    const { queue, send } = await openIntake(corpus.dir, { isReadElsewhere: true, ingest: untilStopped });
    await send('a.pdf');
    await queue.close();
    expect(await states(queue)).toEqual(['waiting']);
    expect(readdirSync(corpus.dir)).toEqual(['a.pdf']);
  });
});

describe('what waits in the queue that servers share', () => {
  const at = '2026-07-01T09:00:00.000Z';
  const entryOf = (number: number, id: string, more: Partial<QueueEntry> = {}): QueueEntry => ({
    number,
    id,
    file: `/var/reports/${id}.pdf`,
    sha256: `sum of ${id}`,
    tags: [],
    by: 'desk',
    upload: `upload-${number}`,
    state: 'waiting',
    attempts: 0,
    problem: null,
    progress: null,
    edition: null,
    queuedAt: at,
    changedAt: at,
    ...more,
  });
  /** A queue of a database with `entries`, those that were taken off it, and how often the index was opened anew. */
  function sharedQueue(entries: QueueEntry[]) {
    const taken: number[] = [];
    const opened = { times: 0 };
    const shared: SharedQueue = {
      tell: async () => [],
      catchUp: async () => {
        opened.times += 1;
      },
      underWay: async () => entries,
      remove: async (number) => {
        const found = entries.findIndex((entry) => entry.number === number);
        if (found < 0) return false;
        entries.splice(found, 1);
        taken.push(number);
        return true;
      },
    };
    return { shared, taken, opened };
  }
  const press: Grant = { name: 'desk', rights, collections: ['press'] };
  const listed = async (queue: UploadQueue, grant: Grant) =>
    (await queue.state(grant)).uploads.map(({ id, name, state }) => `${id} ${name} ${state}`);

  it('is listed, by whoever it was sent, to who sees its collection', async () => {
    const entries = [
      entryOf(1, 'press.note', { collection: 'press' }),
      entryOf(2, 'budget', { state: 'working' }),
      entryOf(3, 'board.minutes', { collection: 'board' }),
    ];
    const { shared } = sharedQueue(entries);
    const { queue } = await openIntake(corpus.dir, { shared });
    expect(await listed(queue, everybody)).toEqual([
      'upload-1 press.note.pdf waiting',
      'upload-2 budget.pdf ingesting',
      'upload-3 board.minutes.pdf waiting',
    ]);
    expect(await listed(queue, press)).toEqual(['upload-1 press.note.pdf waiting']);
  });

  it('is listed once by the server that took it in, which knows more of it', async () => {
    const entries: QueueEntry[] = [];
    const { queue, send } = await openIntake(corpus.dir, {
      shared: sharedQueue(entries).shared,
      isReadElsewhere: true,
      ingest: async (file, { upload, leaving }) => {
        entries.push(entryOf(1, 'note', { file, upload }));
        await new Promise((_, reject) => leaving?.addEventListener('abort', () => reject(leaving.reason)));
      },
    });
    expect((await (await send('note.pdf')).json()).uploads).toHaveLength(1);
    await expect.poll(() => entries).toHaveLength(1);
    expect((await queue.state(everybody)).uploads).toMatchObject([
      { id: entries[0]?.upload, name: 'note.pdf' },
    ]);
    await queue.close();
  });

  it('is listed with the stages that the server which reads it told last', async () => {
    const progress = { stages: [{ stage: 'read', done: 80, total: 194 }], secondsLeft: 7 };
    const { shared } = sharedQueue([entryOf(1, 'budget', { state: 'working', progress })]);
    const { queue } = await openIntake(corpus.dir, { shared });
    expect((await queue.state(everybody)).uploads).toMatchObject([{ state: 'ingesting', ...progress }]);
  });

  it('is listed until this server answers from what came of it, whoever asks first', async () => {
    const entries = [entryOf(1, 'press.note', { collection: 'press' }), entryOf(2, 'budget')];
    const { shared, opened } = sharedQueue(entries);
    let open = () => {};
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const catchUp = () => shared.catchUp().then(() => opening);
    const { queue } = await openIntake(corpus.dir, { shared: { ...shared, catchUp } });
    expect(await listed(queue, everybody)).toHaveLength(2);
    expect(opened.times).toBe(0);
    entries.pop();
    const answered: string[] = [];
    const asked = [everybody, press].map((grant) =>
      listed(queue, grant).then((uploads) => void answered.push(...uploads)),
    );
    await expect.poll(() => opened.times).toBe(1);
    expect(answered).toEqual([]);
    open();
    await Promise.all(asked);
    expect(answered).toEqual(Array(2).fill('upload-1 press.note.pdf waiting'));
    expect(opened.times).toBe(1);
  });

  it('is told of by the server that reads it itself, and cancelled there where another took it off', async () => {
    const told: Parameters<SharedQueue['tell']>[0][] = [];
    const { shared } = sharedQueue([]);
    const { ingest, finish } = heldIngest();
    const tell: SharedQueue['tell'] = async (own) => {
      told.push(own);
      return own.map(({ upload }) => upload).slice(1);
    };
    const { queue, send } = await openIntake(corpus.dir, { shared: { ...shared, tell }, ingest });
    await send('note.pdf');
    await send('budget.pdf');
    await expect.poll(async () => (await queue.state(everybody)).uploads[1]?.state).toBe('cancelled');
    expect(told.flat()).toContainEqual({
      upload: (await queue.state(everybody)).uploads[0]?.id,
      id: 'note',
      file: join(corpus.dir, 'note.pdf'),
      by: undefined,
      progress: { stages: [], secondsLeft: null },
    });
    finish();
    await queue.settled();
    await queue.close();
    expect(told.at(-1)).toEqual([]);
    expect((await queue.state(everybody)).uploads.map(({ state }) => state)).toEqual(['done', 'cancelled']);
  });

  it('is cancelled from any server, by who sees it', async () => {
    const { shared, taken } = sharedQueue([
      entryOf(1, 'press.note', { collection: 'press' }),
      entryOf(2, 'budget'),
    ]);
    const { app, queue } = await openIntake(corpus.dir, { shared });
    const unknown = { status: 404, code: 'unknown-upload' };
    await expect(queue.cancel('upload-2', press)).rejects.toMatchObject(unknown);
    const response = await app.request('/v1/uploads/upload-2/ingest', { method: 'DELETE' });
    expect([response.status, (await response.json()).uploads.length]).toEqual([200, 1]);
    await queue.cancel('upload-1', press);
    expect(taken).toEqual([2, 1]);
    await expect(queue.cancel('upload-1', press)).rejects.toMatchObject(unknown);
  });

  it('is not cancelled where it was over by then, and not dismissed', async () => {
    const { queue } = await openIntake(corpus.dir, {
      shared: { ...sharedQueue([entryOf(1, 'budget')]).shared, remove: async () => false },
    });
    await expect(queue.cancel('upload-1', everybody)).rejects.toMatchObject({
      status: 409,
      detail: 'budget.pdf: the ingest was over before it was stopped. Remove the document instead.',
    });
    await expect(queue.dismiss('upload-1', everybody)).rejects.toMatchObject({
      status: 409,
      detail: 'budget.pdf is being ingested. Stop it first.',
    });
  });

  it('is cancelled here too, and its file deleted, where another server took it off', async () => {
    let takeOff = () => {};
    const { queue, send } = await openIntake(corpus.dir, {
      isReadElsewhere: true,
      ingest: (_, { onTakenOff }) =>
        new Promise((_resolve, reject) => {
          takeOff = () => {
            onTakenOff?.();
            reject(new VerseError('some-refused', 'note was taken off the queue before it was read.'));
          };
        }),
    });
    await send('note.pdf');
    takeOff();
    await queue.settled();
    expect((await queue.state(everybody)).uploads).toMatchObject([{ state: 'cancelled', problem: null }]);
    expect(readdirSync(corpus.dir)).toEqual([]);
  });
});

describe('a queue that is closed', () => {
  it('cancels the current and queued uploads, and accepts no more', async () => {
    const { send, queue } = await openIntake(corpus.dir, { ingest: heldIngest().ingest });
    await send('report.pdf');
    await send('annex.pdf');
    await queue.close();
    expect((await queue.state(everybody)).uploads.map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect((await send('late.pdf')).status).toBe(503);
    expect(readdirSync(corpus.dir)).toEqual([]);
  });
});
