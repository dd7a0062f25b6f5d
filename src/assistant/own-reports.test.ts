import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { replaceManifest } from '../testing/store/replace-manifest.ts';
import { ingestDocuments } from './ingest-documents.ts';
import { filesToIngest, filesToRenew } from './own-reports.ts';

/** As an installed program has it: what is sent to it is kept within its index. */
let config: Config;
let root = '';
let report = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verse-own-'));
  const indexDir = join(root, 'library');
  config = loadConfig({ indexDir, corpusDir: join(indexDir, 'reports') }, {}, root);
  report = join(root, 'etnc.pdf');
  writeFileSync(report, makeReport([sweden, poland]));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('an ingest that names no file, of an installed program', () => {
  it('says how to add a report where there is none', async () => {
    await expect(ingestDocuments(config)).rejects.toMatchObject({
      code: 'no-documents',
      sentence: 'No report yet. Add one: verse add your.pdf',
    });
    expect(existsSync(config.indexDir)).toBe(false);
  });

  it('makes an index of other rules anew of the files that it was made of', async () => {
    await ingestDocuments(config, [report]);
    replaceManifest(config.indexDir, (json) => json.replace(/"passageRules":\d+/, '"passageRules":1'));
    expect(await filesToIngest(config)).toEqual([report]);
    expect(await ingestDocuments(config)).toMatchObject({ changed: true, passages: { total: 3 } });
  });

  it('reads what was sent to it, and what the index has from elsewhere stays', async () => {
    await ingestDocuments(config, [report]);
    mkdirSync(config.corpusDir, { recursive: true });
    writeFileSync(join(config.corpusDir, 'sweden.pdf'), makeReport([sweden]));
    expect(await filesToIngest(config)).toEqual([]);
    const { documents } = await ingestDocuments(config);
    expect(documents.map(({ id }) => id)).toEqual(['etnc', 'sweden']);
  });
});

it('of a clone reads its corpus folder, and says where that has none', async () => {
  const clone = loadConfig({ indexDir: config.indexDir, corpusDir: join(root, 'corpus') }, {}, root);
  expect(await filesToIngest(clone)).toEqual([]);
  await expect(ingestDocuments(clone)).rejects.toMatchObject({ code: 'cannot-read' });
});

it('an index of other rules is made anew of its own files, whatever the corpus folder has besides', async () => {
  const clone = loadConfig({ indexDir: config.indexDir, corpusDir: join(root, 'corpus') }, {}, root);
  mkdirSync(clone.corpusDir);
  writeFileSync(join(clone.corpusDir, 'sweden.pdf'), makeReport([sweden]));
  expect(await filesToRenew(clone)).toEqual([]);
  const gone = join(root, 'gone.pdf');
  writeFileSync(gone, makeReport([poland]));
  await ingestDocuments(clone, [report, gone]);
  rmSync(gone);
  expect(await filesToRenew(clone)).toEqual([report]);
});
