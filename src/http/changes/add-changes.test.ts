import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everybody, type Grant, rights } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import { sampleDocument, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { heldIngest, openIntake, sentReport, useCorpus } from '../../testing/http/open-intake.ts';

const corpus = useCorpus();

describe('PATCH /v1/documents/{id}', () => {
  const change = (app: Awaited<ReturnType<typeof openIntake>>['app'], id: string, body: unknown) =>
    app.request(`/v1/documents/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('sets a title, and takes the printed one again', async () => {
    const { app } = await openIntake(corpus.dir, { documents: [{ ...sampleDocument, id: 'one' }] });
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
    const { app } = await openIntake(corpus.dir, { documents: [{ ...sampleDocument, id: 'one' }] });
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
    const { app } = await openIntake(corpus.dir, { documents: [{ ...sampleDocument, id: 'one' }] });
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
    const { app, send } = await openIntake(corpus.dir, {
      documents: [{ ...sampleDocument, id: 'one' }],
      ingest,
    });
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
    const { app } = await openIntake(corpus.dir, { documents: [{ ...sampleDocument, id: 'one' }] });
    expect((await change(app, 'none', { title: 'None' })).status).toBe(404);
  });
});

describe('a change that waits for its turn', () => {
  it('is not made for who does not see the document any more then', async () => {
    const desk: Grant = { name: 'desk', rights, collections: ['press'] };
    const ofPress = { ...sampleDocument, id: 'one', collection: 'press' };
    const documents = [ofPress, { ...sampleDocument, id: 'two' }];
    const { ingest, finish } = heldIngest();
    const { queue, changes, ingests, takenOut } = await openIntake(corpus.dir, { documents, ingest });
    const first = queue.addFile('/elsewhere/first.pdf');
    await expect.poll(() => ingests).toHaveLength(1);
    const moved = changes.change('one', { collection: 'board' }, everybody);
    const refused = [changes.change('one', { title: 'Mine' }, desk), changes.remove(ofPress, desk)];
    const outcomes = Promise.allSettled(refused);
    finish();
    await Promise.all([first, moved]);
    const reason = { status: 404, code: 'unknown-document', message: 'No document is called “one”.' };
    expect(await outcomes).toMatchObject([{ reason }, { reason }]);
    expect(takenOut).toEqual([]);
    expect(documents[0]).toMatchObject({ title: sampleDocument.title, collection: 'board' });
  });
});

describe('DELETE /v1/documents/{id}', () => {
  function documentsIn(folder: string, ...ids: string[]) {
    return ids.map((id) => {
      const file = join(folder, `${id}.pdf`);
      writeFileSync(file, sentReport);
      return { ...sampleDocument, id, file };
    });
  }

  it('takes the document out of the index, and keeps its file aside', async () => {
    const { app, takenOut } = await openIntake(corpus.dir, {
      documents: documentsIn(corpus.dir, 'one', 'two'),
    });
    expect((await app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(200);
    expect(takenOut).toEqual([['one']]);
    expect(readdirSync(corpus.dir).sort()).toEqual(['.removed', 'two.pdf']);
    expect(readdirSync(join(corpus.dir, '.removed'))).toEqual(['one.pdf']);
  });

  it('keeps an earlier file of that name that was set aside', async () => {
    mkdirSync(join(corpus.dir, '.removed'));
    writeFileSync(join(corpus.dir, '.removed', 'one.pdf'), 'earlier');
    const { app } = await openIntake(corpus.dir, { documents: documentsIn(corpus.dir, 'one', 'two') });
    await app.request('/v1/documents/one', { method: 'DELETE' });
    expect(readdirSync(join(corpus.dir, '.removed')).sort()).toEqual(['one 2.pdf', 'one.pdf']);
  });

  it('sets a file aside that a crash kept from being ingested, also before there is an index', async () => {
    for (const documents of [[], documentsIn(corpus.dir, 'one', 'two')]) {
      writeFileSync(join(corpus.dir, 'orphan.pdf'), sentReport);
      const { app, takenOut } = await openIntake(corpus.dir, { documents });
      expect((await app.request('/v1/documents/orphan', { method: 'DELETE' })).status).toBe(200);
      expect(takenOut).toEqual([]);
      expect(existsSync(join(corpus.dir, 'orphan.pdf'))).toBe(false);
    }
    expect(readdirSync(join(corpus.dir, '.removed'))).toEqual(['orphan 2.pdf', 'orphan.pdf']);
  });

  it('takes out one from elsewhere, and one whose file is gone; no file is moved', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'verse-elsewhere-'));
    const both = await openIntake(corpus.dir, {
      documents: [...documentsIn(corpus.dir, 'one'), ...documentsIn(elsewhere, 'far')],
    });
    expect((await both.app.request('/v1/documents/far', { method: 'DELETE' })).status).toBe(200);
    expect(existsSync(join(elsewhere, 'far.pdf'))).toBe(true);
    rmSync(join(corpus.dir, 'one.pdf'));
    expect((await both.app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(200);
    expect(both.takenOut).toEqual([['far'], ['one']]);
    rmSync(elsewhere, { recursive: true });
  });

  it('refuses the only one, and one that does not exist', async () => {
    const only = await openIntake(corpus.dir, { documents: documentsIn(corpus.dir, 'one') });
    const response = await only.app.request('/v1/documents/one', { method: 'DELETE' });
    expect((await response.json()).detail).toBe(
      'one is the only document, and there is no index without one. Add another first.',
    );
    expect((await only.app.request('/v1/documents/none', { method: 'DELETE' })).status).toBe(404);
  });

  it('puts the file back where the ingest fails', async () => {
    const { app } = await openIntake(corpus.dir, {
      documents: documentsIn(corpus.dir, 'one', 'two'),
      takeOut: () => {
        throw new VerseError('index-locked', 'Another ingest is writing the index.', 'Wait until it ends.');
      },
    });
    expect((await app.request('/v1/documents/one', { method: 'DELETE' })).status).toBe(503);
    expect(readdirSync(corpus.dir)).toContain('one.pdf');
  });
});
