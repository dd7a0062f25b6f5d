import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarizer } from '../assistant/summarizer.ts';
import { emptySummary } from '../core/summary.ts';
import type { Progress } from '../core/types.ts';
import { createDiskHome } from '../store/disk/disk-home.ts';
import { openIndex } from '../store/disk/open-index.ts';
import { statuses, useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { readWhole } from '../testing/store/index-contents.ts';
import { leastCosine } from '../testing/store/least-cosine.ts';
import { replaceManifest } from '../testing/store/replace-manifest.ts';
import { passageRulesVersion } from './passages.ts';

const folder = useIngestFolder();
const { run, put, openIt, bestPassage, listIndex } = folder;

describe('an ingest of the corpus', () => {
  it('ingests every PDF, reports each stage, and the index answers', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    put('biopharma.PDF', makeReport([italy]));
    put('SOURCES.md', Buffer.from('where they came from'));
    put('.half-downloaded.pdf', Buffer.from('%PDF-1.7'));
    const progress: Progress[] = [];
    const report = await run({ onProgress: (one) => progress.push(one) });

    expect(report.changed).toBe(true);
    expect(statuses(report)).toEqual({ biopharma: 'new', etnc: 'new' });
    expect(report.removed).toEqual([]);
    expect(report.passages).toEqual({ total: 4, encoded: 4, reused: 0 });
    expect(report.documents[1]).toMatchObject({
      title: 'Fragmented Europe, in short',
      file: join(folder.corpusDir, 'etnc.pdf'),
      pageCount: 2,
    });
    expect(progress.filter(({ stage }) => stage !== 'write')).toEqual([
      { stage: 'read biopharma', done: 1, total: 1 },
      { stage: 'read etnc', done: 1, total: 2 },
      { stage: 'read etnc', done: 2, total: 2 },
      { stage: 'encode', done: 1, total: 4 },
      { stage: 'encode', done: 2, total: 4 },
      { stage: 'encode', done: 3, total: 4 },
      { stage: 'encode', done: 4, total: 4 },
    ]);
    expect(listIndex()).toEqual(['build', 'current']);
    expect(await bestPassage('the SHENG programme for joint Polish-Chinese research')).toBe(
      poland.paragraphs[0],
    );
  });

  it('with nothing changed reads, encodes and writes nothing, and says so', async () => {
    put('etnc.pdf', makeReport());
    const first = await run();
    const before = readFileSync(join(folder.indexDir, 'current'), 'utf8');
    const progress: Progress[] = [];
    const second = await run({
      onProgress: (one) => progress.push(one),
      openEncoder: () => Promise.reject(new Error('The encoder is not needed.')),
      writeFile: () => Promise.reject(new Error('Nothing is to be written.')),
    });
    expect(second).toMatchObject({
      changed: false,
      documents: [{ ...first.documents[0], status: 'unchanged' }],
      removed: [],
      passages: { total: 3, encoded: 0, reused: 3 },
    });
    expect(progress).toEqual([]);
    expect(readFileSync(join(folder.indexDir, 'current'), 'utf8')).toBe(before);
  });

  it('encodes only the passages that are new when a file changes', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    folder.encoder.calls.length = 0;
    const [paragraph = ''] = poland.paragraphs;
    const revised = { ...poland, paragraphs: [paragraph.replace('In 2018', 'In 2019')] };
    put('etnc.pdf', makeReport([sweden, revised]));
    const report = await run();
    expect(statuses(report)).toEqual({ etnc: 'changed' });
    expect(report.passages).toEqual({ total: 3, encoded: 1, reused: 2 });
    expect(folder.encoder.calls.map(({ parts }) => parts.join(''))).toEqual([
      `Poland. Wake-up calls on technology. ${revised.paragraphs[0]} `,
    ]);
    expect(await bestPassage('the SHENG programme for joint Polish-Chinese research')).toBe(
      revised.paragraphs[0],
    );
  });

  it('makes the same index of a changed corpus as from nothing', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([italy, poland]));
    put('more.pdf', makeReport([sweden]));
    await run();
    const grown = await openIt();
    rmSync(folder.indexDir, { recursive: true });
    await run();
    const fresh = await openIt();
    const [one, other] = await Promise.all([readWhole(grown), readWhole(fresh)]);
    expect(one.passages).toEqual(other.passages);
    expect(one.notes).toEqual(other.notes);
    expect(one.encodings.map(({ hash, pieces }) => [hash, pieces])).toEqual(
      other.encodings.map(({ hash, pieces }) => [hash, pieces]),
    );
    one.encodings.forEach(({ vector, tokens }, at) => {
      expect(vector).toEqual(other.encodings[at]?.vector);
      expect(leastCosine(tokens, other.encodings[at]?.tokens ?? tokens)).toBeGreaterThan(0.98);
    });
  });

  it('keeps every note of a document that has not changed, also one without text that no passage holds', async () => {
    put('etnc.pdf', makeReport([{ ...poland, notes: [poland.notes?.[0] ?? '', '', 'Ibid., p. 3.'] }]));
    await run();
    const { notes, passages } = await readWhole(await openIt());
    expect(notes.map(({ label, text }) => [label, text])).toEqual([
      ['1', poland.notes?.[0]],
      ['2', ''],
      ['3', 'Ibid., p. 3.'],
    ]);
    expect(passages.filter(({ kind }) => kind === 'note')).toHaveLength(2);
    put('more.pdf', makeReport([italy]));
    expect(statuses(await run())).toEqual({ etnc: 'unchanged', more: 'new' });
    expect((await readWhole(await openIt())).notes).toEqual(notes);
  });

  it('keeps the document whose file is gone, says so, and takes it out when told to', async () => {
    put('etnc.pdf', makeReport());
    const gone = put('biopharma.pdf', makeReport([italy]));
    await run();
    rmSync(gone);
    folder.encoder.calls.length = 0;
    expect(await run()).toMatchObject({ changed: false, removed: [], gone: ['biopharma'] });
    put('more.pdf', makeReport([poland]));
    expect(statuses(await run())).toEqual({ biopharma: 'unchanged', etnc: 'unchanged', more: 'new' });
    expect(await bestPassage('revenue and employees of the Italian biopharma sector')).toBe(
      italy.paragraphs[0],
    );
    folder.encoder.calls.length = 0;
    await run({ remove: ['more'] });
    const report = await run({ remove: ['biopharma'] });
    expect(report).toMatchObject({ changed: true, removed: ['biopharma'], gone: [] });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(folder.encoder.calls).toEqual([]);
    expect((await readWhole(await openIt())).documents.map(({ id }) => id)).toEqual(['etnc']);
  });

  it('follows documents to another folder, and reads and encodes nothing for that', async () => {
    put('etnc.pdf', makeReport());
    await run();
    folder.encoder.calls.length = 0;
    renameSync(folder.corpusDir, join(folder.root, 'reports'));
    folder.corpusDir = join(folder.root, 'reports');
    const progress: Progress[] = [];
    const report = await run({ onProgress: (one) => progress.push(one) });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(folder.encoder.calls).toEqual([]);
    expect(progress.some(({ stage }) => stage.startsWith('read'))).toBe(false);
    expect((await readWhole(await openIt())).documents[0]?.file).toBe(
      join(folder.root, 'reports', 'etnc.pdf'),
    );
  });

  it('reads all documents anew where other rules cut the passages, and encodes only what is new by that', async () => {
    put('etnc.pdf', makeReport([{ ...poland, notes: ['Ibid., p. 3.'] }]));
    await run();
    const { passages } = await readWhole(await openIt());
    replaceManifest(folder.indexDir, (json) => json.replace(/"passageRules":\d+/, '"passageRules":1'));
    folder.encoder.calls.length = 0;
    const progress: Progress[] = [];
    const report = await run({ onProgress: (one) => progress.push(one) });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(progress.filter(({ stage }) => stage === 'read etnc')).not.toEqual([]);
    expect(folder.encoder.calls).toEqual([]);
    const index = await openIndex(folder.indexDir, {
      encoderId: folder.encoder.id,
      passageRules: passageRulesVersion,
    });
    expect((await readWhole(index)).passages).toEqual(passages);
  });

  it('sums up all documents anew where other rules made the summary, and reads and encodes none for that', async () => {
    put('etnc.pdf', makeReport());
    await run();
    folder.encoder.calls.length = 0;
    const progress: Progress[] = [];
    const other = { ...summarizer, rules: summarizer.rules + 1, summarize: () => emptySummary };
    const report = await run({ summarizer: other, onProgress: (one) => progress.push(one) });
    expect(report).toMatchObject({ changed: true, passages: { encoded: 0 } });
    expect(progress.some(({ stage }) => stage.startsWith('read'))).toBe(false);
    expect(folder.encoder.calls).toEqual([]);
    expect(await (await openIt()).summary()).toEqual(emptySummary);
    await expect(
      openIndex(folder.indexDir, { encoderId: folder.encoder.id, summaryRules: summarizer.rules }),
    ).rejects.toMatchObject({ code: 'stale-index' });
  });

  it('has the same summary as a fresh ingest where a document was added or removed', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run();
    put('more.pdf', makeReport([italy, poland]));
    await run();
    const grown = await (await openIt()).summary();
    rmSync(folder.indexDir, { recursive: true });
    await run();
    expect(grown).toEqual(await (await openIt()).summary());
    expect(grown.names.get('Italy')?.get('chinese')).toBeUndefined();
    await run({ remove: ['etnc'] });
    expect([...(await (await openIt()).summary()).names.keys()]).toEqual(['Italy', 'Poland']);
  });

  it('builds an index that is damaged anew from all its documents, whichever file it is', async () => {
    put('etnc.pdf', makeReport());
    const elsewhere = put('biopharma.pdf', makeReport([italy]), join(folder.root, 'downloads'));
    await run();
    await run({ files: [elsewhere] });
    const whole = await readWhole(await openIt());
    const listIt = () =>
      readdirSync(folder.indexDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const fileCount = listIt().length;
    // Three of each document, the manifest and the pointer.
    expect(fileCount).toBe(8);
    for (let at = 0; at < fileCount; at += 1) {
      const damaged = listIt().sort()[at] ?? '';
      const bytes = readFileSync(damaged);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(damaged, bytes);
      await expect(openIt()).rejects.toMatchObject({ code: 'damaged-index' });
      const report = await run();
      expect(statuses(report)).toEqual({ biopharma: 'unchanged', etnc: 'unchanged' });
      expect(report.passages).toEqual({ total: 4, encoded: 4, reused: 0 });
      expect((await readWhole(await openIt())).passages).toEqual(whole.passages);
    }
    const all = await run();
    expect(all.changed).toBe(false);
  });
});

describe('an ingest of named files', () => {
  it('adds them to what is there, and they stay when the corpus is refreshed', async () => {
    put('etnc.pdf', makeReport());
    await run();
    const elsewhere = put('biopharma.pdf', makeReport([italy]), join(folder.root, 'downloads'));
    folder.encoder.calls.length = 0;
    const added = await run({ files: [elsewhere] });
    expect(statuses(added)).toEqual({ biopharma: 'new', etnc: 'unchanged' });
    expect(folder.encoder.calls).toHaveLength(1);
    expect(await run()).toMatchObject({ changed: false });
    put('etnc.pdf', makeReport([sweden]));
    const refreshed = await run();
    expect(statuses(refreshed)).toEqual({ biopharma: 'unchanged', etnc: 'changed' });
    rmSync(elsewhere);
    expect(await run()).toMatchObject({ changed: false, gone: ['biopharma'] });
  });

  it('to a large index checks and reads what is added alone, and an ingest of all finds what is damaged', async () => {
    const home = createDiskHome(folder.indexDir, { isLarge: () => true });
    put('etnc.pdf', makeReport([sweden, poland]));
    await run({ home });
    const bodyOf = () => {
      const [name = ''] = readdirSync(folder.indexDir, { recursive: true, encoding: 'utf8' }).filter((one) =>
        one.endsWith('.body.bin'),
      );
      return join(folder.indexDir, name);
    };
    const bytes = readFileSync(bodyOf());
    // One bit of the first passage.
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(bodyOf(), bytes);
    folder.encoder.calls.length = 0;
    const downloads = join(folder.root, 'downloads');
    const report = await run({ home, files: [put('more.pdf', makeReport([italy]), downloads)] });
    expect(statuses(report)).toEqual({ etnc: 'unchanged', more: 'new' });
    expect(report.passages).toEqual({ total: 4, encoded: 1, reused: 3 });
    expect(folder.encoder.calls).toHaveLength(1);
    // No changed bit is given out, and the repair that its refusal names is one.
    await expect(openIt()).rejects.toMatchObject({ code: 'damaged-index' });
    const repaired = await run({ home });
    expect(repaired.passages).toEqual({ total: 4, encoded: 4, reused: 0 });
    expect((await readWhole(await openIt())).passages).toHaveLength(4);
  });

  it('to a large index takes over vectors of others, and makes all anew where it reads what is damaged', async () => {
    const home = createDiskHome(folder.indexDir, { isLarge: () => true });
    put('etnc.pdf', makeReport([sweden, poland]));
    await run({ home });
    const downloads = join(folder.root, 'downloads');
    const alike = await run({ home, files: [put('alike.pdf', makeReport([poland, italy]), downloads)] });
    expect(alike.passages).toEqual({ total: 6, encoded: 1, reused: 5 });
    expect(alike.editions).toMatchObject([{ document: 'alike', like: 'etnc' }]);
    const [name = ''] = readdirSync(folder.indexDir, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.body.bin'),
    );
    const bytes = readFileSync(join(folder.indexDir, name));
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(join(folder.indexDir, name), bytes);
    const third = await run({
      home,
      files: [put('third.pdf', makeReport([sweden, poland, italy]), downloads)],
    });
    expect(third.passages.total).toBe(10);
    expect((await readWhole(await openIt())).passages).toHaveLength(10);
  });

  it('reads again of the others only those that were touched since they were ingested', async () => {
    const home = createDiskHome(folder.indexDir);
    const ingestedIn = (year: number) =>
      home.changeDocuments((documents) =>
        documents.map((one) => ({ ...one, ingestedAt: `${year}-01-01T00:00:00.000Z` })),
      );
    put('etnc.pdf', makeReport([sweden, poland]));
    await run({ home });
    const added = put('more.pdf', makeReport([italy]), join(folder.root, 'downloads'));
    put('etnc.pdf', makeReport([sweden]));
    await ingestedIn(2999);
    expect(statuses(await run({ home, files: [added] }))).toEqual({ etnc: 'unchanged', more: 'new' });
    await ingestedIn(1999);
    expect(statuses(await run({ home, files: [added] }))).toEqual({ etnc: 'changed', more: 'unchanged' });
  });

  it('ingests a file named twice only once', async () => {
    const file = put('etnc.pdf', makeReport());
    const report = await run({ files: [file, join(folder.corpusDir, '..', 'corpus', 'etnc.pdf')] });
    expect(statuses(report)).toEqual({ etnc: 'new' });
    expect(report.documents).toHaveLength(1);
  });

  it('refuses two files of the same name', async () => {
    const [one, other] = ['2025', '2026'].map((year) =>
      put('etnc.pdf', makeReport(), join(folder.root, year)),
    );
    await expect(run({ files: [one ?? '', other ?? ''] })).rejects.toMatchObject({
      code: 'bad-input',
      sentence:
        `${one} and ${other}: two files of the same name. ` +
        'Rename one of them: the name is how answers call the document.',
    });
  });
});
