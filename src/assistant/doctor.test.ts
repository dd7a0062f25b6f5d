import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { chatServerForTest } from '../testing/chat/scripted-chat-server.ts';
import { makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { type Check, runChecks } from './doctor.ts';
import { ingestDocuments } from './ingest-documents.ts';

let root = '';
let file = '';
let config: Config;
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-doctor-')));
  config = loadConfig({ corpusDir: join(root, 'corpus'), indexDir: join(root, 'index') }, {}, root);
  mkdirSync(config.corpusDir);
  file = join(config.corpusDir, 'etnc.pdf');
  writeFileSync(file, makeReport([sweden, poland]));
  await ingestDocuments(config);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  vi.doUnmock('hnswlib-node');
});

async function failed(): Promise<Check[]> {
  return (await runChecks(config, '1.2.3')).filter(({ ok }) => !ok);
}

describe('runChecks', () => {
  it('says of each part what was found', async () => {
    const checks = await runChecks(config, '1.2.3');
    expect(checks).toEqual([
      { name: 'version', ok: true, detail: `chapter-and-verse 1.2.3, Node ${process.versions.node}` },
      {
        name: 'vector search',
        ok: true,
        detail:
          'HNSW (hnswlib-node 3.0.0) in documents of 500 passages and more; exact in others, and in more than 16 of them',
      },
      {
        name: 'network files',
        ok: true,
        detail: expect.stringMatching(
          /^chapter-and-verse\/encoder-small@[0-9a-f]{8}, .*\/reader-small@[0-9a-f]{8}: as their cards say$/,
        ),
      },
      { name: 'known sentences', ok: true, detail: 'each network gives what its card says' },
      { name: 'fitted numbers', ok: true, detail: 'made for these networks' },
      {
        name: 'index',
        ok: true,
        detail: expect.stringMatching(
          /^1 document, 3 passages, 1 note, made \d{4}-\d\d-\d\d at \d\d:\d\d UTC$/,
        ),
      },
      { name: 'documents', ok: true, detail: 'etnc: as ingested' },
      {
        name: 'reading',
        ok: true,
        detail: 'no document was read poorly (verse report ID says how well one was)',
      },
      {
        name: 'scans',
        ok: true,
        detail: expect.stringMatching(
          /^read by OCR \(tesseract\.js 7\.0\.0, eng\)$|^left unread \(npm install /,
        ),
      },
      {
        name: 'chat model',
        ok: true,
        detail: 'none, answers are quotations (VERSE_CHAT_MODEL names one)',
      },
    ]);
  });

  it('says that scans are left unread, and fails where OCR is asked for and not installed', async () => {
    const scans = async (setting: Partial<Config>) =>
      (await runChecks({ ...config, ...setting }, '1.2.3')).find(({ name }) => name === 'scans');
    expect(await scans({ ocr: 'off' })).toMatchObject({ ok: true, detail: 'left unread (VERSE_OCR=off)' });
    expect(await scans({ ocr: 'on', ocrLanguages: 'tlh' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(
        /^Scans cannot be read without .*@tesseract\.js-data\/tlh\. Install: npm install /,
      ),
    });
  });

  it('asks after a chat model that is configured', async () => {
    const server = await chatServerForTest([]);
    config = { ...config, chatModel: 'openai:scripted', chatUrl: server.url };
    expect((await runChecks(config, '1.2.3')).at(-1)).toEqual({
      name: 'chat model',
      ok: true,
      detail: `openai:scripted at ${server.url}: the server answers, no key is set`,
    });
    await server.close();
    expect(await failed()).toEqual([
      {
        name: 'chat model',
        ok: false,
        detail: `${server.url} cannot be reached. See whether the model server runs.`,
      },
    ]);
  });

  it('notices a document that has changed since', async () => {
    writeFileSync(file, makeReport([sweden]));
    expect(await failed()).toEqual([
      {
        name: 'documents',
        ok: false,
        detail: `${file}: the file has changed since the index was made. Run \`verse ingest\` to take the change in.`,
      },
    ]);
  });

  it.each([false, true])('notices a file of the index that was changed; deep: %s', async (deep) => {
    const [build = ''] = readdirSync(config.indexDir).filter((name) => name.startsWith('build-'));
    const [body = ''] = readdirSync(join(config.indexDir, build)).filter((name) => name.endsWith('body.bin'));
    const path = join(config.indexDir, build, body);
    const bytes = readFileSync(path);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const checks = await runChecks(config, '1.2.3', deep);
    expect(checks.find(({ name }) => name === 'index')).toEqual({
      name: 'index',
      ok: false,
      detail: `${path}: not as it was written (its SHA-256 is another). Run \`verse ingest\` to build it again.`,
    });
  });

  it('notices a document that is gone', async () => {
    rmSync(file);
    expect(await failed()).toEqual([
      { name: 'documents', ok: false, detail: `${file}: no such file. Check the path.` },
    ]);
  });

  it('names a model file that is missing, and goes on to the end', async () => {
    config = { ...config, modelsDir: join(root, 'models') };
    const failures = await failed();
    expect(failures.map(({ name }) => name)).toEqual([
      'network files',
      'known sentences',
      'fitted numbers',
      'index',
      'documents',
      'reading',
    ]);
    expect(failures[0]?.detail).toMatch(
      /^\/.*\/encoder-small\/card\.json: the network's card cannot be read\. Fetch it again with `git checkout models`\.$/,
    );
  });

  it('is not put out by a machine where hnswlib-node was not compiled', async () => {
    vi.doMock('hnswlib-node', () => {
      throw new Error('Could not locate the bindings file.');
    });
    const [, vectorSearch] = await runChecks(config, '1.2.3');
    expect(vectorSearch).toEqual({
      name: 'vector search',
      ok: true,
      detail: 'exact; hnswlib-node could not be loaded',
    });
  });
});
