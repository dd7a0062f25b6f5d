import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { everybody, type Grant, rights } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import { sampleDocument } from '../../testing/assistant/fake-assistant.ts';
import { heldIngest, openIntake, sentReport, useCorpus } from '../../testing/http/open-intake.ts';
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
    expect(queue.state(everybody).uploads).toMatchObject([
      { name: 'etnc.pdf', state: 'done', document: 'etnc' },
    ]);
  });

  it('stays there where it is refused, which is told twice: on the page, and to whom added it', async () => {
    const refusal = new VerseError('damaged-pdf', 'etnc.pdf: damaged.');
    const { queue } = await openIntake(corpus.dir, { ingest: () => Promise.reject(refusal) });
    await expect(queue.addFile(file())).rejects.toBe(refusal);
    expect(queue.state(everybody).uploads).toMatchObject([
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
    await expect.poll(() => queue.state(everybody).uploads[0]?.state).toBe('ingesting');
    await queue.cancel(queue.state(everybody).uploads[0]?.id ?? '', everybody);
    await read;
    expect(queue.state(everybody).uploads).toMatchObject([{ state: 'cancelled', problem: null }]);
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
    const [, upload] = queue.state(everybody).uploads;
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
    expect(queue.state(everybody).uploads[1]).toMatchObject({ state: 'refused' });
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
  const states = (queue: UploadQueue) => queue.state(everybody).uploads.map(({ state }) => state);

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
    for (const { id } of queue.state(everybody).uploads.slice(0, 2)) await queue.cancel(id, everybody);
    expect(states(queue)).toEqual(['cancelled', 'cancelled', 'done']);
    expect(readdirSync(corpus.dir)).toEqual(['c.pdf']);
  });

  it('goes on when the server is stopped, which keeps its file', async () => {
    const { queue, send } = await openIntake(corpus.dir, { isReadElsewhere: true, ingest: untilStopped });
    await send('a.pdf');
    await queue.close();
    expect(states(queue)).toEqual(['waiting']);
    expect(readdirSync(corpus.dir)).toEqual(['a.pdf']);
  });
});

describe('a queue that is closed', () => {
  it('cancels the current and queued uploads, and accepts no more', async () => {
    const { send, queue } = await openIntake(corpus.dir, { ingest: heldIngest().ingest });
    await send('report.pdf');
    await send('annex.pdf');
    await queue.close();
    expect(queue.state(everybody).uploads.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await send('late.pdf')).status).toBe(503);
    expect(readdirSync(corpus.dir)).toEqual([]);
  });
});
