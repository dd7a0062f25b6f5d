import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enqueueDocuments } from '../../assistant/document-queue.ts';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { makeReport, sweden } from '../../testing/documents/small-report.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { Terminal } from '../terminal.ts';
import { type WorkOptions, work } from './work.ts';

describe.skipIf(findPostgres() === undefined)('verse work', () => {
  let server: TemporaryPostgres;
  let folder = '';
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verse-work-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Has it read a document, and gives what it printed, without times. */
  async function read(id: string, terminal: Partial<Terminal>, options: WorkOptions = {}) {
    const fake = fakeTerminal(terminal);
    const session = fakeSession({ VERSE_STORE: server.storeUrl, VERSE_CORPUS: folder }, fake);
    const path = join(folder, `${id}.pdf`);
    writeFileSync(path, makeReport([sweden], `Report ${id}`));
    await enqueueDocuments(session.config(), [path]);
    await work(session, { once: true, ocr: false, ...options });
    const timeless = (text: string) => text.replace(/\d+ s\b/g, '… s').replace(/"ms":\d+/, '"ms":0');
    return { out: timeless(fake.printed()), err: timeless(fake.complained()) };
  }

  it('is quiet in a pipe but for what became of each document', async () => {
    expect(await read('piped', {})).toEqual({ out: 'piped: 1 passage in … s\n', err: '' });
  });

  it('tells each stage in a line where that is asked for, with the document', async () => {
    const { err } = await read('asked', { tellsStages: true });
    expect(err).toBe(
      ['read asked: 1 page in … s', 'encode asked: 1 passage in … s', 'write asked: 1 file in … s', ''].join(
        '\n',
      ),
    );
  });

  it('shows on a terminal how far it is with which document, and clears the line; with --json too', async () => {
    const { out, err } = await read('shown', { isInteractive: true }, { json: true });
    for (const stage of ['read shown: 1 of 1', 'encode shown: 1 of 1', 'write shown: 0 of 1'])
      expect(err).toContain(stage);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect(JSON.parse(out)).toMatchObject({ id: 'shown', outcome: 'done', passages: 1, problem: null });
  });
});
