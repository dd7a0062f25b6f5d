import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everybody } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import { cannotWrite } from '../../store/disk/index-errors.ts';
import { fakeAssistant, sampleDocument } from '../../testing/assistant/fake-assistant.ts';
import { heldIngest, openIntake, sentReport, useCorpus } from '../../testing/http/open-intake.ts';
import { problemOf } from '../../testing/http/test-app.ts';
import { createApp } from '../app.ts';

const corpus = useCorpus();

describe('POST /v1/documents', () => {
  it('stores the file under its name, ingests it and reports it', async () => {
    const { send, queue, ingests, app } = await openIntake(corpus.dir);
    const response = await send('Etnc 2026.pdf');
    expect(response.status).toBe(202);
    await queue.settled();
    expect(ingests).toEqual([join(corpus.dir, 'Etnc 2026.pdf')]);
    expect(readdirSync(corpus.dir)).toEqual(['Etnc 2026.pdf']);
    const { allowed, uploads } = await (await app.request('/v1/uploads')).json();
    expect({ allowed, uploads }).toMatchObject({
      allowed: true,
      uploads: [{ name: 'Etnc 2026.pdf', state: 'done', document: 'Etnc 2026', problem: null }],
    });
  });

  it('accepts a file larger than the limit for questions', async () => {
    const { send } = await openIntake(corpus.dir);
    expect(sentReport.length).toBeGreaterThan(500);
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
    const { send } = await openIntake(corpus.dir);
    const response = await send(name);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/is not a name for a PDF\. Name it like report\.pdf/);
    expect(readdirSync(corpus.dir)).toEqual([]);
  });

  it('refuses what is not a PDF, and leaves nothing of it', async () => {
    const { send } = await openIntake(corpus.dir);
    const response = await send('page.pdf', new TextEncoder().encode('<!doctype html><script>1</script>'));
    expect(await response.json()).toMatchObject({
      status: 422,
      code: 'unknown-kind',
      detail: 'page.pdf: not a PDF (its first bytes are not %PDF-). Give a PDF file.',
    });
    expect(readdirSync(corpus.dir)).toEqual([]);
  });

  it('stops reading at the size limit, and leaves nothing', async () => {
    const { send } = await openIntake(corpus.dir, { maxFileBytes: 300 });
    const response = await send('large.pdf');
    expect(await response.json()).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: 'large.pdf: more than the limit of 300 bytes.',
    });
    expect(readdirSync(corpus.dir)).toEqual([]);
  });

  it('refuses another type of body', async () => {
    const { send } = await openIntake(corpus.dir);
    expect(await (await send('report.pdf', sentReport, 'text/html')).json()).toMatchObject({ status: 415 });
  });

  it('never writes over a document, nor over a file that waits', async () => {
    const { send } = await openIntake(corpus.dir, { documents: [sampleDocument] });
    const taken = await send(`${sampleDocument.id}.pdf`);
    expect((await taken.json()).detail).toBe(
      'There is a document called fragmented-europe-2026 already. Remove it first, or give this file another name.',
    );
    let goOn = () => {};
    const ingesting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const busy = await openIntake(corpus.dir, { ingest: () => ingesting });
    expect((await busy.send('other.pdf')).status).toBe(202);
    expect((await (await busy.send('other.pdf')).json()).detail).toBe(
      'A file called other.pdf is being taken in. Wait until it is done, or give this file another name.',
    );
    goOn();
    await busy.queue.settled();
  });

  it('takes one of two that are sent at once under one name', async () => {
    const { send, queue } = await openIntake(corpus.dir);
    const statuses = (await Promise.all([send('twice.pdf'), send('twice.pdf')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 400]);
    await queue.settled();
    expect(readdirSync(corpus.dir)).toEqual(['twice.pdf']);
  });

  it('takes a file again that a crash kept from being ingested, and sets the earlier one aside', async () => {
    writeFileSync(join(corpus.dir, 'other.pdf'), 'earlier');
    const { send, ingests, queue } = await openIntake(corpus.dir);
    expect((await send('other.pdf')).status).toBe(202);
    await queue.settled();
    expect(ingests).toEqual([join(corpus.dir, 'other.pdf')]);
    expect(readFileSync(join(corpus.dir, 'other.pdf'))).toEqual(Buffer.from(sentReport));
    expect(readFileSync(join(corpus.dir, '.removed', 'other.pdf'), 'utf8')).toBe('earlier');
  });

  it('is acknowledged once the file and its name are on the disk', async () => {
    const steps: string[] = [];
    const { open: plainOpen, rename: plainRename } = fileSystem;
    fileSystem.open = async (path, ...rest) => {
      const handle = await plainOpen(path, ...rest);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        steps.push(path === corpus.dir ? 'folder' : 'file');
      };
      return handle;
    };
    fileSystem.rename = async (from, to) => {
      await plainRename(from, to);
      steps.push('name');
    };
    syncBuiltinESMExports();
    try {
      const { send } = await openIntake(corpus.dir);
      expect((await send('kept.pdf')).status).toBe(202);
      expect(steps).toEqual(['file', 'name', 'folder']);
    } finally {
      Object.assign(fileSystem, { open: plainOpen, rename: plainRename });
      syncBuiltinESMExports();
    }
  });

  it('says why an ingest refused the file, removes it from the corpus, and continues with the next', async () => {
    const { send, queue } = await openIntake(corpus.dir, {
      ingest: async (path) => {
        if (!path.includes('scan')) return;
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
    expect((await queue.state(everybody)).uploads).toMatchObject([
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
    expect(readdirSync(corpus.dir)).toEqual(['report.pdf']);
  });

  it('says that the disk is full without the folder of the index', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const { send, queue } = await openIntake(corpus.dir, {
      ingest: () => Promise.reject(cannotWrite('/srv/verse/index', full, 0)),
    });
    await send('report.pdf');
    await queue.settled();
    expect((await queue.state(everybody)).uploads[0]?.problem).toEqual({
      code: 'cannot-write',
      detail:
        'The index: no space left on the disk. Free some space and run `verse ingest` again; the previous index is untouched.',
    });
  });

  it('reports stages with counts, and the time left once there is a pace', async () => {
    const seen: unknown[] = [];
    let clock = 0;
    const { send, queue } = await openIntake(corpus.dir, {
      now: () => clock,
      ingest: async (_, { onProgress = () => {} }) => {
        const look = async () => {
          const [upload] = (await queue.state(everybody)).uploads;
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
          await look();
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
    writeFileSync(join(corpus.dir, '.0b0e7ad8-9b0f-4f3c-8a53-0d2f1a5f3c77.upload'), 'half');
    writeFileSync(join(corpus.dir, '.gitkeep'), '');
    await openIntake(corpus.dir);
    expect(readdirSync(corpus.dir)).toEqual(['.gitkeep']);
  });
});

describe('DELETE /v1/uploads/{id}', () => {
  it('forgets an upload that is over, and no other', async () => {
    const { ingest, finish } = heldIngest();
    const { app, send, queue } = await openIntake(corpus.dir, { ingest });
    await send('report.pdf');
    const id = (await queue.state(everybody)).uploads[0]?.id;
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
    const opened = await openIntake(corpus.dir, { ingest: held.ingest });
    const cancel = async (place: number) =>
      opened.app.request(`/v1/uploads/${(await opened.queue.state(everybody)).uploads[place]?.id}/ingest`, {
        method: 'DELETE',
      });
    const states = async () => (await opened.queue.state(everybody)).uploads.map(({ state }) => state);
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
    expect(readdirSync(corpus.dir)).toEqual(['annex.pdf']);
    await expect.poll(states).toEqual(['cancelled', 'ingesting']);
    finish();
    await queue.settled();
    expect(await states()).toEqual(['cancelled', 'done']);
  });

  it('removes a queued one without ingesting it', async () => {
    const { send, cancel, finish, queue, states, ingests } = await openHeld();
    await send('report.pdf');
    await send('annex.pdf');
    expect((await cancel(1)).status).toBe(200);
    expect(readdirSync(corpus.dir)).toEqual(['report.pdf']);
    finish();
    await queue.settled();
    expect(await states()).toEqual(['done', 'cancelled']);
    expect(ingests).toEqual([join(corpus.dir, 'report.pdf')]);
  });

  it('may be asked for twice, and the name is free again', async () => {
    const { send, cancel } = await openHeld();
    await send('report.pdf');
    await Promise.all([cancel(0), cancel(0)]);
    expect((await cancel(0)).status).toBe(200);
    expect((await send('report.pdf')).status).toBe(202);
  });

  it('says so if it is too late, and keeps the document', async () => {
    const { app, send, queue } = await openIntake(corpus.dir, {
      // Past its last step an ingest goes through.
      ingest: (_, { signal }) =>
        new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
    });
    await send('report.pdf');
    const address = `/v1/uploads/${(await queue.state(everybody)).uploads[0]?.id}/ingest`;
    expect(await problemOf(await app.request(address, { method: 'DELETE' }))).toMatchObject({
      status: 409,
      code: 'upload-over',
      detail: 'report.pdf: the ingest was over before it was stopped. Remove the document instead.',
    });
    expect((await queue.state(everybody)).uploads[0]?.state).toBe('done');
    expect(readdirSync(corpus.dir)).toEqual(['report.pdf']);
    expect((await app.request('/v1/uploads/none/ingest', { method: 'DELETE' })).status).toBe(404);
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
    const body = method === 'POST' ? new Uint8Array(sentReport) : null;
    const headers = { 'Content-Type': 'application/pdf' };
    const response = await app.request(path, { method, headers, body });
    expect(await response.json()).toMatchObject({ status: 403, code: 'uploads-off' });
  });
});
