import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../assistant/change-document.ts';
import { listDocuments } from '../../assistant/views.ts';
import { everybody, type Grant, rights } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import { fakeAssistant, sampleDocument, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { makeReport } from '../../testing/documents/small-report.ts';
import { problemOf } from '../../testing/http/test-app.ts';
import { createApp } from '../app.ts';
import { openUploadQueue, type UploadQueue, type UploadQueueOptions } from './upload-queue.ts';

let corpusDir = '';
beforeEach(() => {
  corpusDir = mkdtempSync(join(tmpdir(), 'verse-uploads-'));
});
afterEach(() => rmSync(corpusDir, { recursive: true, force: true }));

const report = makeReport();

interface Setting {
  ingest?: UploadQueueOptions['ingest'];
  maxFileBytes?: number;
  documents?: (typeof sampleDocument)[];
  now?: () => number;
  isReadElsewhere?: boolean;
}

/** An app over a queue whose ingests are recorded and done at once, unless the test says otherwise. */
async function open(setting: Setting = {}) {
  const ingests: (readonly string[])[] = [];
  const documents = setting.documents ?? [];
  const queue: UploadQueue = await openUploadQueue({
    corpusDir,
    maxFileBytes: setting.maxFileBytes ?? 1_000_000,
    ingest: async (files, options) => {
      ingests.push(files);
      await setting.ingest?.(files, options);
    },
    change: async (id, change) => {
      const at = documents.findIndex((one) => one.id === id);
      const [document] = documents.slice(at);
      if (document !== undefined) documents[at] = applyChange(document, change);
    },
    documents: async () => documents,
    ...(setting.now && { now: setting.now }),
    ...(setting.isReadElsewhere && { isReadElsewhere: true }),
  });
  const assistant = fakeAssistant({
    documents: () => listDocuments(documents),
    document: (id) => {
      const found = documents.find((one) => one.id === id);
      if (found === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
      return found;
    },
  });
  const config = { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 };
  const app = createApp({
    assistant: () => (documents.length > 0 ? assistant : undefined),
    config,
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
    uploads: queue,
  });
  const send = (name: string, body: Uint8Array = report, type = 'application/pdf') =>
    app.request(`/v1/documents?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: new Uint8Array(body),
    });
  return { app, queue, ingests, send };
}

describe('a file of this machine', () => {
  const file = () => join(corpusDir, 'mail', 'etnc.pdf');
  beforeEach(() => {
    mkdirSync(join(corpusDir, 'mail'));
    writeFileSync(file(), report);
  });

  it('is read where it lies, and shown like what was sent', async () => {
    const { queue, ingests } = await open();
    await queue.addFile(file());
    expect(ingests).toEqual([[file()]]);
    expect(queue.state(everybody).uploads).toMatchObject([
      { name: 'etnc.pdf', state: 'done', document: 'etnc' },
    ]);
  });

  it('stays there where it is refused, which is told twice: on the page, and to whom added it', async () => {
    const refusal = new VerseError('damaged-pdf', 'etnc.pdf: damaged.');
    const { queue } = await open({ ingest: () => Promise.reject(refusal) });
    await expect(queue.addFile(file())).rejects.toBe(refusal);
    expect(queue.state(everybody).uploads).toMatchObject([
      { state: 'refused', problem: { code: 'damaged-pdf', detail: 'etnc.pdf: damaged.' } },
    ]);
    expect(existsSync(file())).toBe(true);
  });

  it('stays there where it is cancelled, which is no failure', async () => {
    const { queue } = await open({
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
    yield report;
  };

  /** Over a queue whose first ingest is under way until `finish`. */
  async function openBusy(documents: (typeof sampleDocument)[], end: () => void = () => undefined) {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const opened = await open({ documents, ingest: () => held.then(end) });
    const first = opened.queue.addFile('/elsewhere/first.pdf').catch(() => undefined);
    const finishFirst = async () => {
      finish();
      await first;
    };
    return { ...opened, finish: finishFirst };
  }

  it('is not changed and not removed by who does not see it any more then', async () => {
    const documents = [ofPress, other];
    const { queue, ingests, finish } = await openBusy(documents);
    const moved = queue.change('one', { collection: 'board' }, everybody);
    const refused = [queue.change('one', { title: 'Mine' }, desk), queue.remove(ofPress, desk)];
    const outcomes = Promise.allSettled(refused);
    await finish();
    await moved;
    const reason = { status: 404, code: 'unknown-document', message: 'No document is called “one”.' };
    expect(await outcomes).toMatchObject([{ reason }, { reason }]);
    expect(ingests).toHaveLength(1);
    expect(documents[0]).toMatchObject({ title: sampleDocument.title, collection: 'board' });
  });

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
    expect(readdirSync(corpusDir)).toEqual([]);
  });

  it('keeps its file where another program has read it into the index meanwhile', async () => {
    const documents = [ofPress, other];
    const fail = () => {
      throw new VerseError('cannot-write', 'The disk is full.');
    };
    const { queue, finish } = await openBusy(documents, fail);
    await queue.add({ name: 'note.pdf', body: chunks() }, everybody);
    documents.push({ ...sampleDocument, id: 'note', file: join(corpusDir, 'note.pdf') });
    await finish();
    await queue.settled();
    expect(queue.state(everybody).uploads[1]).toMatchObject({ state: 'refused' });
    expect(readdirSync(corpusDir)).toEqual(['note.pdf']);
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
    const { queue, send, ingests } = await open({
      isReadElsewhere: true,
      ingest: async (files, options) => {
        if (files[0]?.endsWith('b.pdf')) options.onTaken?.();
        if (!files[0]?.endsWith('c.pdf')) await untilStopped(files, options);
      },
    });
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await send(name);
    expect(ingests).toHaveLength(3);
    await expect.poll(() => states(queue)).toEqual(['waiting', 'ingesting', 'done']);
    for (const { id } of queue.state(everybody).uploads.slice(0, 2)) await queue.cancel(id, everybody);
    expect(states(queue)).toEqual(['cancelled', 'cancelled', 'done']);
    expect(readdirSync(corpusDir)).toEqual(['c.pdf']);
  });

  it('goes on when the server is stopped, which keeps its file', async () => {
    const { queue, send } = await open({ isReadElsewhere: true, ingest: untilStopped });
    await send('a.pdf');
    await queue.close();
    expect(states(queue)).toEqual(['waiting']);
    expect(readdirSync(corpusDir)).toEqual(['a.pdf']);
  });
});

describe('POST /v1/documents', () => {
  it('stores the file under its name, ingests it and reports it', async () => {
    const { send, queue, ingests, app } = await open();
    const response = await send('Etnc 2026.pdf');
    expect(response.status).toBe(202);
    await queue.settled();
    expect(ingests).toEqual([[join(corpusDir, 'Etnc 2026.pdf')]]);
    expect(readdirSync(corpusDir)).toEqual(['Etnc 2026.pdf']);
    const { allowed, uploads } = await (await app.request('/v1/uploads')).json();
    expect({ allowed, uploads }).toMatchObject({
      allowed: true,
      uploads: [{ name: 'Etnc 2026.pdf', state: 'done', document: 'Etnc 2026', problem: null }],
    });
  });

  it('accepts a file larger than the limit for questions', async () => {
    const { send } = await open();
    expect(report.length).toBeGreaterThan(500);
    expect((await send('large.pdf')).status).toBe(202);
  });

  it.each([
    ['../../etc/report.pdf'],
    ['..\\report.pdf'],
    ['/etc/passwd'],
    ['.hidden.pdf'],
    ['report.txt'],
    ['re\nport.pdf'],
    [`${'x'.repeat(200)}.pdf`],
    ['.pdf'],
  ])('refuses the name %j', async (name) => {
    const { send } = await open();
    const response = await send(name);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/is not a name for a PDF\. Name it like report\.pdf/);
    expect(readdirSync(corpusDir)).toEqual([]);
  });

  it('refuses what is not a PDF, and leaves nothing of it', async () => {
    const { send } = await open();
    const response = await send('page.pdf', new TextEncoder().encode('<!doctype html><script>1</script>'));
    expect(await response.json()).toMatchObject({
      status: 422,
      code: 'unknown-kind',
      detail: 'page.pdf: not a PDF (its first bytes are not %PDF-). Give a PDF file.',
    });
    expect(readdirSync(corpusDir)).toEqual([]);
  });

  it('stops reading at the size limit, and leaves nothing', async () => {
    const { send } = await open({ maxFileBytes: 300 });
    const response = await send('large.pdf');
    expect(await response.json()).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: 'large.pdf: more than the limit of 300 bytes.',
    });
    expect(readdirSync(corpusDir)).toEqual([]);
  });

  it('refuses another type of body', async () => {
    const { send } = await open();
    expect(await (await send('report.pdf', report, 'text/html')).json()).toMatchObject({ status: 415 });
  });

  it('never writes over a document, nor over a file that waits', async () => {
    const { send } = await open({ documents: [sampleDocument] });
    const taken = await send(`${sampleDocument.id}.pdf`);
    expect((await taken.json()).detail).toBe(
      'There is a document called fragmented-europe-2026 already. Remove it first, or give this file another name.',
    );
    let goOn = () => {};
    const ingesting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const busy = await open({ ingest: () => ingesting });
    expect((await busy.send('other.pdf')).status).toBe(202);
    expect((await (await busy.send('other.pdf')).json()).detail).toBe(
      'A file called other.pdf is being taken in. Wait until it is done, or give this file another name.',
    );
    goOn();
    await busy.queue.settled();
  });

  it('takes one of two that are sent at once under one name', async () => {
    const { send, queue } = await open();
    const statuses = (await Promise.all([send('twice.pdf'), send('twice.pdf')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 400]);
    await queue.settled();
    expect(readdirSync(corpusDir)).toEqual(['twice.pdf']);
  });

  it('takes a file again that a crash kept from being ingested, and sets the earlier one aside', async () => {
    writeFileSync(join(corpusDir, 'other.pdf'), 'earlier');
    const { send, ingests, queue } = await open();
    expect((await send('other.pdf')).status).toBe(202);
    await queue.settled();
    expect(ingests).toEqual([[join(corpusDir, 'other.pdf')]]);
    expect(readFileSync(join(corpusDir, 'other.pdf'))).toEqual(Buffer.from(report));
    expect(readFileSync(join(corpusDir, '.removed', 'other.pdf'), 'utf8')).toBe('earlier');
  });

  it('is acknowledged once the file and its name are on the disk', async () => {
    const steps: string[] = [];
    const { open: plainOpen, rename: plainRename } = fileSystem;
    fileSystem.open = async (path, ...rest) => {
      const handle = await plainOpen(path, ...rest);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        steps.push(path === corpusDir ? 'folder' : 'file');
      };
      return handle;
    };
    fileSystem.rename = async (from, to) => {
      await plainRename(from, to);
      steps.push('name');
    };
    syncBuiltinESMExports();
    try {
      const { send } = await open();
      expect((await send('kept.pdf')).status).toBe(202);
      expect(steps).toEqual(['file', 'name', 'folder']);
    } finally {
      Object.assign(fileSystem, { open: plainOpen, rename: plainRename });
      syncBuiltinESMExports();
    }
  });

  it('says why an ingest refused the file, removes it from the corpus, and continues with the next', async () => {
    const { send, queue } = await open({
      ingest: async ([path]) => {
        if (!path?.includes('scan')) return;
        throw new VerseError(
          'no-text-layer',
          'scan.pdf: pages 1-2 hold no text (a scan?).',
          'Run it through OCR.',
        );
      },
    });
    await send('scan.pdf');
    await send('report.pdf');
    await queue.settled();
    expect(queue.state(everybody).uploads).toMatchObject([
      {
        state: 'refused',
        document: null,
        problem: {
          code: 'no-text-layer',
          detail: 'scan.pdf: pages 1-2 hold no text (a scan?). Run it through OCR.',
        },
      },
      { state: 'done', document: 'report' },
    ]);
    expect(readdirSync(corpusDir)).toEqual(['report.pdf']);
  });

  it('reports stages with counts, and the time left once there is a pace', async () => {
    const seen: unknown[] = [];
    let clock = 0;
    const { send, queue } = await open({
      now: () => clock,
      ingest: async (_, { onProgress = () => {} }) => {
        const look = () => {
          const [upload] = queue.state(everybody).uploads;
          seen.push([
            upload?.stages.map(({ stage, done }) => `${stage} ${done}`).join(', '),
            upload?.secondsLeft,
          ]);
        };
        for (const [stage, done, time] of [
          ['read report', 1, 0],
          ['read report', 50, 2000],
          ['encode', 1, 2000],
          ['encode', 20, 12_000],
        ] as const) {
          clock = time;
          onProgress({ stage, done, total: 100 });
          look();
        }
      },
    });
    await send('report.pdf');
    await queue.settled();
    expect(seen).toEqual([
      ['read 1', null],
      ['read 50', 2],
      ['read 50, encode 1', null],
      ['read 50, encode 20', 40],
    ]);
  });

  it('clears away what a killed server left half-written', async () => {
    writeFileSync(join(corpusDir, '.0b0e7ad8-9b0f-4f3c-8a53-0d2f1a5f3c77.upload'), 'half');
    writeFileSync(join(corpusDir, '.gitkeep'), '');
    await open();
    expect(readdirSync(corpusDir)).toEqual(['.gitkeep']);
  });
});

describe('PATCH /v1/documents/{id}', () => {
  const change = (app: Awaited<ReturnType<typeof open>>['app'], id: string, body: unknown) =>
    app.request(`/v1/documents/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('sets a title, and takes the printed one again', async () => {
    const { app } = await open({ documents: [{ ...sampleDocument, id: 'one' }] });
    const response = await change(app, 'one', { title: 'Europe and China' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ...sampleListing,
      id: 'one',
      title: 'Europe and China',
      printedTitle: sampleListing.title,
      label: 'Europe and China',
    });
    expect(await (await change(app, 'one', { title: null })).json()).toMatchObject({
      title: sampleDocument.title,
    });
  });

  it('sets a year and tags, and leaves what it does not name', async () => {
    const { app } = await open({ documents: [{ ...sampleDocument, id: 'one' }] });
    await change(app, 'one', { title: 'Europe and China' });
    const response = await change(app, 'one', { year: 2026, tags: ['China', 'china', ' report '] });
    expect(await response.json()).toMatchObject({
      label: 'Europe and China (2026)',
      year: 2026,
      printedYear: null,
      tags: ['China', 'report'],
    });
  });

  it.each([
    [{ year: 20260 }, '20260 is no year of a document. Give one from 1000 to 2999.'],
    [{ tags: ['10-K', ''] }, 'The tag is empty. Give one that can be read.'],
    [{}, 'Nothing to change: give a title, a year, tags or a collection'],
    [{ name: 'One' }, 'name'],
  ])('refuses %j', async (body, sentence) => {
    const { app } = await open({ documents: [{ ...sampleDocument, id: 'one' }] });
    const response = await change(app, 'one', body);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toContain(sentence);
  });

  it('waits for the ingest under way', async () => {
    let finish = () => {};
    const ingest = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    const { app, send } = await open({ documents: [{ ...sampleDocument, id: 'one' }], ingest });
    await send('two.pdf');
    let isDone = false;
    const changing = Promise.resolve(change(app, 'one', { title: 'Later' })).then(() => {
      isDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isDone).toBe(false);
    finish();
    await changing;
  });

  it('refuses an unknown document', async () => {
    const { app } = await open({ documents: [{ ...sampleDocument, id: 'one' }] });
    expect((await change(app, 'none', { title: 'None' })).status).toBe(404);
  });
});

describe('DELETE /v1/documents/{id}', () => {
  function documentsIn(folder: string, ...ids: string[]) {
    return ids.map((id) => {
      const file = join(folder, `${id}.pdf`);
      writeFileSync(file, report);
      return { ...sampleDocument, id, file };
    });
  }

  it('takes the document out of the index, and keeps its file aside', async () => {
    const { app, ingests } = await open({ documents: documentsIn(corpusDir, 'one', 'two') });
    expect((await app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(200);
    expect(ingests).toEqual([[]]);
    expect(readdirSync(corpusDir).sort()).toEqual(['.removed', 'two.pdf']);
    expect(readdirSync(join(corpusDir, '.removed'))).toEqual(['one.pdf']);
  });

  it('keeps an earlier file of that name that was set aside', async () => {
    mkdirSync(join(corpusDir, '.removed'));
    writeFileSync(join(corpusDir, '.removed', 'one.pdf'), 'earlier');
    const { app } = await open({ documents: documentsIn(corpusDir, 'one', 'two') });
    await app.request('/v1/documents/one', { method: 'DELETE' });
    expect(readdirSync(join(corpusDir, '.removed')).sort()).toEqual(['one 2.pdf', 'one.pdf']);
  });

  it('sets a file aside that a crash kept from being ingested, also before there is an index', async () => {
    for (const documents of [[], documentsIn(corpusDir, 'one', 'two')]) {
      writeFileSync(join(corpusDir, 'orphan.pdf'), report);
      const { app, ingests } = await open({ documents });
      expect((await app.request('/v1/documents/orphan', { method: 'DELETE' })).status).toBe(200);
      expect(ingests).toEqual([]);
      expect(existsSync(join(corpusDir, 'orphan.pdf'))).toBe(false);
    }
    expect(readdirSync(join(corpusDir, '.removed'))).toEqual(['orphan 2.pdf', 'orphan.pdf']);
  });

  it('takes out one from elsewhere, and one whose file is gone; no file is moved', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'verse-elsewhere-'));
    const taken: unknown[] = [];
    const both = await open({
      documents: [...documentsIn(corpusDir, 'one'), ...documentsIn(elsewhere, 'far')],
      ingest: async (_, { remove }) => taken.push(remove),
    });
    expect((await both.app.request('/v1/documents/far', { method: 'DELETE' })).status).toBe(200);
    expect(existsSync(join(elsewhere, 'far.pdf'))).toBe(true);
    rmSync(join(corpusDir, 'one.pdf'));
    expect((await both.app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(200);
    expect(taken).toEqual([['far'], ['one']]);
    rmSync(elsewhere, { recursive: true });
  });

  it('refuses the only one, and one that does not exist', async () => {
    const only = await open({ documents: documentsIn(corpusDir, 'one') });
    const response = await only.app.request('/v1/documents/one', { method: 'DELETE' });
    expect((await response.json()).detail).toBe(
      'one is the only document, and there is no index without one. Add another first.',
    );
    expect((await only.app.request('/v1/documents/none', { method: 'DELETE' })).status).toBe(404);
  });

  it('puts the file back where the ingest fails', async () => {
    const { app } = await open({
      documents: documentsIn(corpusDir, 'one', 'two'),
      ingest: async () => {
        throw new VerseError('index-locked', 'Another ingest is writing the index.', 'Wait until it ends.');
      },
    });
    expect((await app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(503);
    expect(readdirSync(corpusDir)).toContain('one.pdf');
  });
});

/** An ingest that ends when it is told to, or by its signal. */
function heldIngest() {
  let finish = () => {};
  const ingest: UploadQueueOptions['ingest'] = (_, { signal }) =>
    new Promise<void>((resolve, reject) => {
      finish = resolve;
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  return { ingest, finish: () => finish() };
}

describe('DELETE /v1/uploads/{id}', () => {
  it('forgets an upload that is over, and no other', async () => {
    const { ingest, finish } = heldIngest();
    const { app, send, queue } = await open({ ingest });
    await send('report.pdf');
    const id = queue.state(everybody).uploads[0]?.id;
    const dismiss = () => app.request(`/v1/uploads/${id}`, { method: 'DELETE' });
    expect(await problemOf(await dismiss())).toMatchObject({
      status: 409,
      detail: 'report.pdf is being ingested. Stop it first.',
    });
    finish();
    await queue.settled();
    expect((await (await dismiss()).json()).uploads).toEqual([]);
    expect(await problemOf(await dismiss())).toMatchObject({ status: 404, code: 'unknown-upload' });
  });
});

describe('DELETE /v1/uploads/{id}/ingest', () => {
  async function openHeld() {
    const held = heldIngest();
    const opened = await open({ ingest: held.ingest });
    const cancel = (place: number) =>
      opened.app.request(`/v1/uploads/${opened.queue.state(everybody).uploads[place]?.id}/ingest`, {
        method: 'DELETE',
      });
    const states = () => opened.queue.state(everybody).uploads.map(({ state }) => state);
    return { ...opened, ...held, cancel, states };
  }

  it('stops the ingest, removes the file and continues with the next', async () => {
    const { send, cancel, finish, queue, states } = await openHeld();
    await send('report.pdf');
    await send('annex.pdf');
    const response = await cancel(0);
    expect(response.status).toBe(200);
    expect((await response.json()).uploads[0]).toMatchObject({
      name: 'report.pdf',
      state: 'cancelled',
      document: null,
      problem: null,
    });
    expect(readdirSync(corpusDir)).toEqual(['annex.pdf']);
    await expect.poll(states).toEqual(['cancelled', 'ingesting']);
    finish();
    await queue.settled();
    expect(states()).toEqual(['cancelled', 'done']);
  });

  it('removes a queued one without ingesting it', async () => {
    const { send, cancel, finish, queue, states, ingests } = await openHeld();
    await send('report.pdf');
    await send('annex.pdf');
    expect((await cancel(1)).status).toBe(200);
    expect(readdirSync(corpusDir)).toEqual(['report.pdf']);
    finish();
    await queue.settled();
    expect(states()).toEqual(['done', 'cancelled']);
    expect(ingests).toEqual([[join(corpusDir, 'report.pdf')]]);
  });

  it('may be asked for twice, and the name is free again', async () => {
    const { send, cancel } = await openHeld();
    await send('report.pdf');
    await Promise.all([cancel(0), cancel(0)]);
    expect((await cancel(0)).status).toBe(200);
    expect((await send('report.pdf')).status).toBe(202);
  });

  it('says so if it is too late, and keeps the document', async () => {
    const { app, send, queue } = await open({
      // Past its last step an ingest goes through.
      ingest: (_, { signal }) =>
        new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
    });
    await send('report.pdf');
    const address = `/v1/uploads/${queue.state(everybody).uploads[0]?.id}/ingest`;
    expect(await problemOf(await app.request(address, { method: 'DELETE' }))).toMatchObject({
      status: 409,
      code: 'upload-over',
      detail: 'report.pdf: the ingest was over before it was stopped. Remove the document instead.',
    });
    expect(queue.state(everybody).uploads[0]?.state).toBe('done');
    expect(readdirSync(corpusDir)).toEqual(['report.pdf']);
    expect((await app.request('/v1/uploads/none/ingest', { method: 'DELETE' })).status).toBe(404);
  });
});

describe('a queue that is closed', () => {
  it('cancels the current and queued uploads, and accepts no more', async () => {
    const { send, queue } = await open({ ingest: heldIngest().ingest });
    await send('report.pdf');
    await send('annex.pdf');
    await queue.close();
    expect(queue.state(everybody).uploads.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await send('late.pdf')).status).toBe(503);
    expect(readdirSync(corpusDir)).toEqual([]);
  });
});

describe('without a queue', () => {
  const app = createApp({
    assistant: () => fakeAssistant(),
    config: { host: '0.0.0.0', maxBodyBytes: 500, requestTimeoutMs: 5000 },
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
  });

  it('says that uploads are off', async () => {
    expect(await (await app.request('/v1/uploads')).json()).toEqual({
      allowed: false,
      changes: false,
      maxBytes: 0,
      uploads: [],
    });
  });

  it.each([
    ['POST', '/v1/documents?name=report.pdf'],
    ['DELETE', '/v1/documents/report'],
    ['DELETE', '/v1/uploads/1'],
    ['DELETE', '/v1/uploads/1/ingest'],
  ])('refuses %s %s', async (method, path) => {
    const body = method === 'POST' ? new Uint8Array(report) : null;
    const headers = { 'Content-Type': 'application/pdf' };
    const response = await app.request(path, { method, headers, body });
    expect(await response.json()).toMatchObject({ status: 403, code: 'uploads-off' });
  });
});
