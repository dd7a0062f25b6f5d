import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { writeFile as writePlain } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../assistant/summarizer.ts';
import { emptySummary } from '../core/summary.ts';
import type { Progress } from '../core/types.ts';
import { retrieve } from '../search/retrieve.ts';
import { openIndex } from '../store/disk/open-index.ts';
import type { WriteFile } from '../store/disk/write-index.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import type { IngestUntilKilled, Moment } from '../testing/documents/killed-ingest.ts';
import { makePdf } from '../testing/documents/make-pdf.ts';
import { italy, makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { createFakeEncoder, type FakeEncoder } from '../testing/networks/fake-encoder.ts';
import { replaceManifest } from '../testing/store/replace-manifest.ts';
import { type IngestOptions, type IngestReport, ingest } from './ingest.ts';
import { passageRulesVersion } from './passages.ts';

let root = '';
let corpusDir = '';
let indexDir = '';
let encoder: FakeEncoder;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-ingest-')));
  corpusDir = join(root, 'corpus');
  indexDir = join(root, 'index');
  mkdirSync(corpusDir);
  encoder = createFakeEncoder();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const maxFileBytes = 100_000;

function run(options: Partial<IngestOptions> = {}): Promise<IngestReport> {
  return ingest({
    corpusDir,
    indexDir,
    maxFileBytes,
    summarizer,
    encoderId: encoder.id,
    openEncoder: async () => encoder,
    ...options,
  });
}

/** Puts a PDF into the corpus, or elsewhere; returns its path. */
function put(name: string, bytes: Uint8Array, folder = corpusDir): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function openIt() {
  return openIndex(indexDir, { encoderId: encoder.id });
}

/** The best passage for a question, as the index on the disk has it. */
async function bestPassage(text: string): Promise<string | undefined> {
  const index = await openIt();
  const question = { text, encoding: await encoder.encodeQuery(text), chapters: [] };
  const [hit] = await retrieve(question, index, { count: 1 });
  return hit?.passage.text;
}

/** What an ingest left in the index folder, the build's name aside. */
function listIndex(): string[] {
  return readdirSync(indexDir)
    .map((name) => name.replace(/^build-.*/, 'build'))
    .sort();
}

function statuses({ documents }: IngestReport): Record<string, string> {
  return Object.fromEntries(documents.map(({ id, status }) => [id, status]));
}

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
      file: join(corpusDir, 'etnc.pdf'),
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
    const before = readFileSync(join(indexDir, 'current'), 'utf8');
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
    expect(readFileSync(join(indexDir, 'current'), 'utf8')).toBe(before);
  });

  it('encodes only the passages that are new when a file changes', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    encoder.calls.length = 0;
    const [paragraph = ''] = poland.paragraphs;
    const revised = { ...poland, paragraphs: [paragraph.replace('In 2018', 'In 2019')] };
    put('etnc.pdf', makeReport([sweden, revised]));
    const report = await run();
    expect(statuses(report)).toEqual({ etnc: 'changed' });
    expect(report.passages).toEqual({ total: 3, encoded: 1, reused: 2 });
    expect(encoder.calls.map(({ parts }) => parts.join(''))).toEqual([
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
    rmSync(indexDir, { recursive: true });
    await run();
    const fresh = await openIt();
    expect(grown.whole.passages).toEqual(fresh.whole.passages);
    expect(grown.whole.notes).toEqual(fresh.whole.notes);
    expect(grown.whole.packed).toEqual(fresh.whole.packed);
    expect(grown.manifest.passageHashes).toEqual(fresh.manifest.passageHashes);
  });

  it('keeps every note of a document that has not changed, also one without text that no passage holds', async () => {
    put('etnc.pdf', makeReport([{ ...poland, notes: [poland.notes?.[0] ?? '', '', 'Ibid., p. 3.'] }]));
    await run();
    const { notes, passages } = (await openIt()).whole;
    expect(notes.map(({ number, text }) => [number, text])).toEqual([
      [1, poland.notes?.[0]],
      [2, ''],
      [3, 'Ibid., p. 3.'],
    ]);
    expect(passages.filter(({ kind }) => kind === 'note')).toHaveLength(2);
    put('more.pdf', makeReport([italy]));
    expect(statuses(await run())).toEqual({ etnc: 'unchanged', more: 'new' });
    expect((await openIt()).whole.notes).toEqual(notes);
  });

  it('keeps the document whose file is gone, says so, and takes it out when told to', async () => {
    put('etnc.pdf', makeReport());
    const gone = put('biopharma.pdf', makeReport([italy]));
    await run();
    rmSync(gone);
    encoder.calls.length = 0;
    expect(await run()).toMatchObject({ changed: false, removed: [], gone: ['biopharma'] });
    put('more.pdf', makeReport([poland]));
    expect(statuses(await run())).toEqual({ biopharma: 'unchanged', etnc: 'unchanged', more: 'new' });
    expect(await bestPassage('revenue and employees of the Italian biopharma sector')).toBe(
      italy.paragraphs[0],
    );
    encoder.calls.length = 0;
    await run({ remove: ['more'] });
    const report = await run({ remove: ['biopharma'] });
    expect(report).toMatchObject({ changed: true, removed: ['biopharma'], gone: [] });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(encoder.calls).toEqual([]);
    expect((await openIt()).whole.documents.map(({ id }) => id)).toEqual(['etnc']);
  });

  it('follows documents to another folder, and reads and encodes nothing for that', async () => {
    put('etnc.pdf', makeReport());
    await run();
    encoder.calls.length = 0;
    renameSync(corpusDir, join(root, 'reports'));
    corpusDir = join(root, 'reports');
    const progress: Progress[] = [];
    const report = await run({ onProgress: (one) => progress.push(one) });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(encoder.calls).toEqual([]);
    expect(progress.some(({ stage }) => stage.startsWith('read'))).toBe(false);
    expect((await openIt()).whole.documents[0]?.file).toBe(join(root, 'reports', 'etnc.pdf'));
  });

  it('reads all documents anew where other rules cut the passages, and encodes only what is new by that', async () => {
    put('etnc.pdf', makeReport([{ ...poland, notes: ['Ibid., p. 3.'] }]));
    await run();
    const { passages } = (await openIt()).whole;
    replaceManifest(indexDir, (json) => json.replace(/"passageRules":\d+/, '"passageRules":1'));
    encoder.calls.length = 0;
    const progress: Progress[] = [];
    const report = await run({ onProgress: (one) => progress.push(one) });
    expect(statuses(report)).toEqual({ etnc: 'unchanged' });
    expect(progress.filter(({ stage }) => stage === 'read etnc')).not.toEqual([]);
    expect(encoder.calls).toEqual([]);
    const index = await openIndex(indexDir, { encoderId: encoder.id, passageRules: passageRulesVersion });
    expect(index.whole.passages).toEqual(passages);
  });

  it('sums up all documents anew where other rules made the summary, and reads and encodes none for that', async () => {
    put('etnc.pdf', makeReport());
    await run();
    encoder.calls.length = 0;
    const progress: Progress[] = [];
    const other = { ...summarizer, rules: summarizer.rules + 1, summarize: () => emptySummary };
    const report = await run({ summarizer: other, onProgress: (one) => progress.push(one) });
    expect(report).toMatchObject({ changed: true, passages: { encoded: 0 } });
    expect(progress.some(({ stage }) => stage.startsWith('read'))).toBe(false);
    expect(encoder.calls).toEqual([]);
    expect(await (await openIt()).summary()).toEqual(emptySummary);
    await expect(
      openIndex(indexDir, { encoderId: encoder.id, summaryRules: summarizer.rules }),
    ).rejects.toMatchObject({ code: 'stale-index' });
  });

  it('has the same summary as a fresh ingest where a document was added or removed', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run();
    put('more.pdf', makeReport([italy, poland]));
    await run();
    const grown = await (await openIt()).summary();
    rmSync(indexDir, { recursive: true });
    await run();
    expect(grown).toEqual(await (await openIt()).summary());
    expect(grown.names.get('Italy')?.get('chinese')).toBeUndefined();
    await run({ remove: ['etnc'] });
    expect([...(await (await openIt()).summary()).names.keys()]).toEqual(['Italy', 'Poland']);
  });

  it('builds an index that is damaged anew from all its documents, whichever file it is', async () => {
    put('etnc.pdf', makeReport());
    const elsewhere = put('biopharma.pdf', makeReport([italy]), join(root, 'downloads'));
    await run();
    await run({ files: [elsewhere] });
    const { whole } = await openIt();
    const listIt = () =>
      readdirSync(indexDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const fileCount = listIt().length;
    expect(fileCount).toBe(13);
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
      expect((await openIt()).whole.passages).toEqual(whole.passages);
    }
    const all = await run();
    expect(all.changed).toBe(false);
  });
});

describe('an ingest of named files', () => {
  it('adds them to what is there, and they stay when the corpus is refreshed', async () => {
    put('etnc.pdf', makeReport());
    await run();
    const elsewhere = put('biopharma.pdf', makeReport([italy]), join(root, 'downloads'));
    encoder.calls.length = 0;
    const added = await run({ files: [elsewhere] });
    expect(statuses(added)).toEqual({ biopharma: 'new', etnc: 'unchanged' });
    expect(encoder.calls).toHaveLength(1);
    expect(await run()).toMatchObject({ changed: false });
    put('etnc.pdf', makeReport([sweden]));
    const refreshed = await run();
    expect(statuses(refreshed)).toEqual({ biopharma: 'unchanged', etnc: 'changed' });
    rmSync(elsewhere);
    expect(await run()).toMatchObject({ changed: false, gone: ['biopharma'] });
  });

  it('ingests a file named twice only once', async () => {
    const file = put('etnc.pdf', makeReport());
    const report = await run({ files: [file, join(corpusDir, '..', 'corpus', 'etnc.pdf')] });
    expect(statuses(report)).toEqual({ etnc: 'new' });
    expect(report.documents).toHaveLength(1);
  });

  it('refuses two files of the same name', async () => {
    const [one, other] = ['2025', '2026'].map((year) => put('etnc.pdf', makeReport(), join(root, year)));
    await expect(run({ files: [one ?? '', other ?? ''] })).rejects.toMatchObject({
      code: 'bad-input',
      sentence:
        `${one} and ${other}: two files of the same name. ` +
        'Rename one of them: the name is how answers call the document.',
    });
  });
});

describe('an ingest of which some files are refused', () => {
  it('takes in the others and names them, and a second one changes nothing', async () => {
    put('etnc.pdf', makeReport());
    const file = put('letter.pdf', Buffer.from('Dear reader,'));
    const problem = `${file}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`;
    const refused = [{ file, code: 'unknown-kind', problem }];
    const report = await run();
    expect(report).toMatchObject({ changed: true, refused });
    expect(statuses(report)).toEqual({ etnc: 'new' });
    expect(await run()).toMatchObject({ changed: false, refused });
  });

  it('keeps the earlier version of a document whose file is refused now', async () => {
    put('etnc.pdf', makeReport());
    put('biopharma.pdf', makeReport([italy]));
    await run();
    put('biopharma.pdf', makeReport([italy]).subarray(0, 500));
    put('annex.pdf', Buffer.alloc(maxFileBytes + 1));
    const report = await run();
    expect(report.refused.map(({ code }) => code)).toEqual(['too-large', 'damaged-pdf']);
    expect(report).toMatchObject({ changed: false, removed: [], gone: [] });
    expect(await bestPassage('revenue and employees of the Italian biopharma sector')).toBe(
      italy.paragraphs[0],
    );
  });

  it('refuses to take out what is not there, and the last document', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await expect(run({ remove: ['annex'] })).rejects.toMatchObject({
      code: 'unknown-document',
      sentence: 'No document is called “annex”. There are: etnc.',
    });
    await expect(run({ remove: ['etnc'] })).rejects.toMatchObject({
      code: 'bad-input',
      sentence: 'etnc: no other document is there, and there is no index without one. Add another first.',
    });
  });
});

describe('what a strict ingest refuses leaves the index as it was', () => {
  const scan = makePdf({ pages: [{ lines: [], hasPicture: true }] });

  beforeEach(async () => {
    put('etnc.pdf', makeReport());
    await run();
  });

  async function expectRefusal(refused: Promise<unknown>, code: string, sentence: string): Promise<void> {
    const before = readFileSync(join(indexDir, 'current'), 'utf8');
    await expect(refused).rejects.toMatchObject({ code, sentence });
    expect(readFileSync(join(indexDir, 'current'), 'utf8')).toBe(before);
    expect(listIndex()).toEqual(['build', 'current']);
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
  }

  it('one file, by its sentence', async () => {
    const path = put('letter.pdf', Buffer.from('Dear reader,'));
    await expectRefusal(
      run({ strict: true }),
      'unknown-kind',
      `${path}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
    );
  });

  it('two files, both of them named', async () => {
    const letter = put('letter.pdf', Buffer.from('Dear reader,'));
    const picture = put('picture.pdf', scan);
    put('revised.pdf', makeReport([italy]));
    await expectRefusal(
      run({ strict: true }),
      'unknown-kind',
      [
        '2 files are refused, so the index stays as it was:',
        `  ${letter}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
        `  ${picture}: page 1 holds no text (a scan?). Run it through OCR first (for example with ocrmypdf).`,
      ].join('\n'),
    );
  });

  it('files that cannot be read or are too large, all named before any is read', async () => {
    const large = put('annex.pdf', Buffer.alloc(maxFileBytes + 1));
    const missing = join(root, 'nowhere.pdf');
    await expectRefusal(
      run({ files: [missing, large, root] }),
      'cannot-read',
      [
        '3 files are refused, so the index stays as it was:',
        `  ${missing}: no such file. Check the path.`,
        `  ${large}: 100,001 bytes, more than the limit of 100,000. Raise VERSE_MAX_FILE_BYTES if you mean it.`,
        `  ${root}: a folder, not a file. Check the path.`,
      ].join('\n'),
    );
  });

  it('a folder without a PDF', async () => {
    rmSync(join(corpusDir, 'etnc.pdf'));
    mkdirSync(join(corpusDir, 'old.pdf'));
    await expectRefusal(
      run(),
      'no-documents',
      `${corpusDir}: no PDF in this folder. Put one there, or name a file: verse ingest report.pdf.`,
    );
  });

  it('a folder that is not there', async () => {
    await expectRefusal(
      run({ corpusDir: join(root, 'nowhere') }),
      'cannot-read',
      `${join(root, 'nowhere')}: the folder cannot be read. Name a folder that exists.`,
    );
  });

  it('a mistake in the program is rethrown unchanged, and the lock is released', async () => {
    put('revised.pdf', makeReport([italy]));
    const mistake = new TypeError('undefined is not an encoder');
    await expect(run({ openEncoder: () => Promise.reject(mistake) })).rejects.toBe(mistake);
    expect(listIndex()).toEqual(['build', 'current']);
  });
});

describe('an index folder that cannot be written', () => {
  /** Root may write anywhere, so it steps down for the time being. */
  async function asPlainUser<T>(work: () => Promise<T>): Promise<T> {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  }

  const hint = 'Mend the permissions and run `verse ingest` again; the previous index is untouched.';

  it('for want of permission is named, and the index in it still answers', async () => {
    put('etnc.pdf', makeReport());
    await run();
    put('etnc.pdf', makeReport([italy]));
    chmodSync(root, 0o755);
    chmodSync(indexDir, 0o555);
    await asPlainUser(async () => {
      await expect(run()).rejects.toMatchObject({
        code: 'cannot-write',
        sentence: `${indexDir}/: no permission to write here. ${hint}`,
      });
    });
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    chmodSync(indexDir, 0o755);
  });

  it('for want of permission is named before anything is read, where there is no index yet', async () => {
    put('etnc.pdf', makeReport());
    chmodSync(root, 0o555);
    const progress: Progress[] = [];
    await asPlainUser(async () => {
      await expect(run({ onProgress: (one) => progress.push(one) })).rejects.toMatchObject({
        code: 'cannot-write',
        sentence: `${indexDir}/: no permission to write here. ${hint}`,
      });
    });
    expect(progress).toEqual([]);
    chmodSync(root, 0o755);
  });

  it('reports a PDF without read permission', async () => {
    const path = put('etnc.pdf', makeReport());
    chmodSync(root, 0o755);
    chmodSync(path, 0o000);
    await asPlainUser(async () => {
      await expect(run()).rejects.toMatchObject({
        code: 'cannot-read',
        sentence: `${path}: no permission to read it. Check the path.`,
      });
    });
  });

  it('for a full disk, at whichever file, leaves the old index answering and no part of the new one', async () => {
    put('etnc.pdf', makeReport());
    await run();
    put('etnc.pdf', makeReport([italy]));
    const before = readdirSync(indexDir, { recursive: true }).sort();
    // Ten files, the manifest and the pointer.
    for (let failing = 1; failing <= 12; failing += 1) {
      let written = 0;
      const writeFile: WriteFile = async (path, bytes) => {
        written += 1;
        await writePlain(path, written === failing ? bytes.subarray(0, bytes.length / 2) : bytes);
        if (written === failing) throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });
      };
      await expect(run({ writeFile })).rejects.toMatchObject({
        code: 'cannot-write',
        sentence:
          `${indexDir}/: no space left on the disk (needed about 1 MB). ` +
          'Free some space and run `verse ingest` again; the previous index is untouched.',
      });
      expect(written).toBe(failing);
      expect(readdirSync(indexDir, { recursive: true }).sort()).toEqual(before);
    }
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    expect(statuses(await run())).toEqual({ etnc: 'changed' });
  });
});

describe('an ingest that is killed', () => {
  let built: BuiltPackage;
  beforeAll(() => {
    built = buildPackage();
  });
  afterAll(() => built.remove());

  function ingestUntilKilled(moment: Moment): void {
    const program = join(built.folder, 'dist', 'testing', 'documents', 'killed-ingest.js');
    const task: IngestUntilKilled = { corpusDir, indexDir, moment };
    const { signal, stderr } = spawnSync(process.execPath, [program, JSON.stringify(task)], {
      encoding: 'utf8',
    });
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    expect(existsSync(join(indexDir, 'lock'))).toBe(true);
  }

  const question = 'revenue and employees of the Italian biopharma sector';
  const moments: [string, Moment][] = [
    ['while it reads', { stage: 'read', done: 1 }],
    ['while it encodes', { stage: 'encode', done: 1 }],
    ['when everything is encoded', { stage: 'encode', done: 2 }],
    ['when the first file is written', { stage: 'write', done: 1 }],
    ['in the middle of a file', 'in the middle of a file'],
    ['between two files', { stage: 'write', done: 6 }],
    ['when all files are written', { stage: 'write', done: 12 }],
    ['right before the pointer is replaced', 'before the rename'],
  ];

  it.each(
    moments,
  )('%s leaves the old index answering, and the next one succeeds and tidies up', async (_, moment) => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled(moment);
    expect((await openIt()).whole.passages.map(({ chapter }) => chapter)).toEqual([
      'Sweden',
      'Poland',
      'Poland',
    ]);
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    const report = await run();
    expect(statuses(report)).toEqual({ etnc: 'changed' });
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
    expect(listIndex()).toEqual(['build', 'current']);
  });

  it('right after the pointer is replaced has the new index answering, and the next one only tidies up', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled('after the rename');
    expect(listIndex()).toEqual(['build', 'build', 'current', 'lock']);
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
    expect(await run()).toMatchObject({ changed: false });
    expect(listIndex()).toEqual(['build', 'current']);
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
  });

  it('leaves no trace either where the change is taken back', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled('before the rename');
    expect(listIndex()).toEqual(['build', 'build', 'current', 'current.new', 'lock']);
    put('etnc.pdf', makeReport([sweden, poland]));
    expect(await run()).toMatchObject({ changed: false });
    expect(listIndex()).toEqual(['build', 'current']);
  });

  it('before there was any index leaves none, and the next one makes it', async () => {
    put('etnc.pdf', makeReport([sweden]));
    ingestUntilKilled({ stage: 'write', done: 3 });
    await expect(openIt()).rejects.toMatchObject({ code: 'no-index' });
    expect(statuses(await run())).toEqual({ etnc: 'new' });
    expect(listIndex()).toEqual(['build', 'current']);
  });
});

describe('an ingest whose lock another has taken', () => {
  it('leaves the index as it was', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run();
    const before = readFileSync(join(indexDir, 'current'), 'utf8');
    put('etnc.pdf', makeReport([italy]));
    const openEncoder = async () => {
      renameSync(join(indexDir, 'lock'), join(indexDir, 'aside'));
      return encoder;
    };
    await expect(run({ openEncoder })).rejects.toMatchObject({ code: 'index-locked' });
    expect(readFileSync(join(indexDir, 'current'), 'utf8')).toBe(before);
    expect(listIndex()).toEqual(['aside', 'build', 'current']);
  });
});

describe('two ingests at once', () => {
  it('exclude each other: the second learns who holds the lock, and the first succeeds', async () => {
    put('etnc.pdf', makeReport());
    let goOn: (value: FakeEncoder) => void = () => {};
    const opened = new Promise<FakeEncoder>((resolve) => {
      goOn = resolve;
    });
    let first: Promise<IngestReport> | undefined;
    await new Promise<void>((reached) => {
      first = run({
        openEncoder: () => {
          reached();
          return opened;
        },
      });
    });
    await expect(run()).rejects.toMatchObject({
      code: 'index-locked',
      message: expect.stringContaining(
        `${indexDir}/: another ingest is running (process ${process.pid} on ${hostname()}, since `,
      ),
      hint: 'Wait for it to end.',
    });
    goOn(encoder);
    expect(await first).toMatchObject({ changed: true });
    expect(await run()).toMatchObject({ changed: false });
  });
});
