import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { writeFile as writePlain } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { IngestedDocument, Progress } from '../../core/types.ts';
import { encodePassages } from '../../search/encode-passages.ts';
import { retrieve } from '../../search/retrieve.ts';
import { sampleNote, samplePassages, sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { contentsOf as contentsOfAll, readWhole } from '../../testing/store/index-contents.ts';
import { replaceManifest } from '../../testing/store/replace-manifest.ts';
import { sumOf } from '../sum-of.ts';
import { checksEverySum } from './checked-files.ts';
import type { WriteFile } from './commit-build.ts';
import { listDocuments, openIndex, openManifest } from './open-index.ts';
import { readSegment } from './segment.ts';
import { writeIndex } from './write-index.ts';

const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id };
const repair = 'Run `verse ingest` to build it again.';

let root = '';
let indexDir = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verse-index-'));
  indexDir = join(root, 'index');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const contentsOf = (ingested: IngestedDocument) => contentsOfAll([ingested], encoder);

/** A second edition: the report without its last passage. */
const shorter: IngestedDocument = { ...sampleReport, passages: samplePassages.slice(0, -1) };

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The file of a build whose name ends so. */
function fileOf(folder: string, ending: string): string {
  return listFiles(folder).find((name) => name.endsWith(ending)) ?? '';
}

/** An error as the file system throws it. */
function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: write`), { code });
}

describe('an index written and opened', () => {
  it('holds what was ingested and answers as a store in memory does', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    const memory = await createFakeStore({ passages: samplePassages, encoder });
    const contents = await readWhole(index);
    expect(contents.documents).toEqual([sampleReport.document]);
    expect(contents.passages).toEqual(samplePassages);
    expect(await index.summary()).toEqual(summarizer.summarize(sampleReport));
    expect(contents.notes).toEqual([sampleNote]);
    for (const text of ['explicit ban on Huawei', 'solar inverters in Lithuania', 'nukib warning 2018']) {
      const question = { text, encoding: await encoder.encodeQuery(text), chapters: [] };
      // Token vectors are kept in fewer bits, which changes scores a little.
      const [best] = await retrieve(question, index, { count: 1 });
      expect(best?.passage).toEqual((await retrieve(question, memory, { count: 1 }))[0]?.passage);
      const options = { count: 10, without: ['maxsim'] } as const;
      const fromDisk = await retrieve(question, index, options);
      const fromMemory = await retrieve(question, memory, options);
      expect(fromDisk.map(({ passage }) => passage.id)).toEqual(fromMemory.map(({ passage }) => passage.id));
      fromDisk.forEach(({ score }, place) => {
        expect(score).toBeCloseTo(fromMemory[place]?.score ?? Number.NaN, 3);
      });
    }
    const tokens = ['huawei', 'Atlantis'];
    expect(await index.tokenWeights(tokens)).toEqual(await memory.tokenWeights(tokens));
    await index.close();
  });

  it('says in its manifest what made it', async () => {
    const progress: Progress[] = [];
    await writeIndex(indexDir, await contentsOf(sampleReport), { onProgress: (one) => progress.push(one) });
    const manifest = await openManifest(indexDir);
    expect(manifest).toMatchObject({
      formatVersion: 6,
      encoder: { id: 'fake/bag-of-words@00000000', dimensions: 64, pooling: 'cls' },
      prefixForm: 'chapter-section-3',
      passageRules: 1,
      documents: [{ id: 'fragmented-europe-2026', sha256: '0'.repeat(64), file: sampleReport.document.file }],
      counts: { documents: 1, passages: 10, notes: 1 },
    });
    const [segment = ''] = manifest.documents.map((one) => one.segment);
    expect(Object.keys(manifest.files).sort()).toEqual(
      ['body.bin', 'document.json', 'head.bin'].map((name) => `${segment}.${name}`),
    );
    expect(progress.at(-1)).toEqual({ stage: 'write', done: 3, total: null });
  });

  it('gives the next ingest its vectors, so that only what changed is encoded', async () => {
    await writeIndex(indexDir, await contentsOf(shorter));
    const index = await openIndex(indexDir, expected);
    const known = await readWhole(index);
    const fresh = await encodePassages(samplePassages, encoder);
    const reusable = new Map(known.encodings.map((encoding) => [encoding.hash, encoding]));
    const incremental = await encodePassages(samplePassages, encoder, { reusable });
    expect(incremental.reused).toBe(9);
    expect(incremental.encodings.slice(0, 9)).toEqual(known.encodings);
    expect(incremental.encodings.map(({ hash }) => hash)).toEqual(fresh.encodings.map(({ hash }) => hash));
    expect(incremental.encodings.at(-1)).toEqual(fresh.encodings.at(-1));
  });

  it('replaces the one before it and leaves one build, and no leftovers of a killed ingest', async () => {
    await writeIndex(indexDir, await contentsOf(shorter));
    mkdirSync(join(indexDir, 'build-killed'), { recursive: true });
    writeFileSync(join(indexDir, 'build-killed', 'passages.json'), '[');
    writeFileSync(join(indexDir, '.gitkeep'), '');
    expect((await readWhole(await openIndex(indexDir, expected))).passages).toHaveLength(9);
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    expect((await readWhole(await openIndex(indexDir, expected))).passages).toHaveLength(10);
    expect(readdirSync(indexDir).sort()).toEqual(['.gitkeep', basename(folder), 'current']);
  });

  it('goes on answering while its files are replaced', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    await writeIndex(indexDir, await contentsOf(shorter));
    expect((await readWhole(index)).passages).toEqual(samplePassages);
    const id = samplePassages[9]?.id ?? '';
    const vector = (await index.vectors([id])).get(id)?.vector;
    expect((await index.findCandidates({ vector, count: 1 })).byVector).toMatchObject([{ id }]);
  });

  it('takes an index without passages', async () => {
    await writeIndex(indexDir, await contentsOf({ ...sampleReport, passages: [], notes: [] }));
    const index = await openIndex(indexDir, expected);
    const query = { text: 'Huawei', vector: new Float32Array(64), count: 5 };
    expect(await index.findCandidates(query)).toEqual({ byKeyword: [], byVector: [] });
  });
});

describe('a write that fails', () => {
  const problems: [string, string][] = [
    [
      'ENOSPC',
      'no space left on the disk (needed at least 1 MB). Free some space and run `verse ingest` again; the previous index is untouched.',
    ],
    [
      'EACCES',
      'no permission to write here. Mend the permissions and run `verse ingest` again; the previous index is untouched.',
    ],
    [
      'EROFS',
      'the file system is read-only. Choose another folder with VERSE_INDEX and run `verse ingest` again; the previous index is untouched.',
    ],
    [
      'EFBIG',
      'a file would be larger than allowed (needed at least 1 MB). Raise the file size limit and run `verse ingest` again; the previous index is untouched.',
    ],
  ];

  it.each(
    problems,
  )('at any file with %s leaves the old index answering and no part of the new one', async (code, text) => {
    await writeIndex(indexDir, await contentsOf(shorter));
    const before = listFiles(indexDir);
    const contents = await contentsOf(sampleReport);
    // Three files, the manifest and the pointer.
    for (let failing = 1; failing <= 5; failing += 1) {
      let written = 0;
      const writeFile: WriteFile = async (path, bytes) => {
        written += 1;
        await writePlain(path, written === failing ? bytes.subarray(0, bytes.length / 2) : bytes);
        if (written === failing) throw systemError(code);
      };
      await expect(writeIndex(indexDir, contents, { writeFile })).rejects.toMatchObject({
        code: 'cannot-write',
        sentence: `${indexDir}/: ${text}`,
      });
      expect(written).toBe(failing);
      expect(listFiles(indexDir)).toEqual(before);
      expect((await readWhole(await openIndex(indexDir, expected))).passages).toHaveLength(9);
    }
    await writeIndex(indexDir, contents);
    expect((await readWhole(await openIndex(indexDir, expected))).passages).toHaveLength(10);
  });

  it('where the folder cannot be made says so', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(writeIndex(join(file, 'index'), await contentsOf(shorter))).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });
});

describe('an index that cannot be used', () => {
  async function writeAndFind(): Promise<string> {
    return writeIndex(indexDir, await contentsOf(sampleReport));
  }

  function editManifest(change: Record<string, unknown>): string {
    return replaceManifest(indexDir, (json) => JSON.stringify({ ...JSON.parse(json), ...change }));
  }

  it('because there is none', async () => {
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'no-index',
      sentence: `${indexDir}/: no index here yet. Run \`verse ingest\`.`,
    });
  });

  it('because another encoder made it: both are named', async () => {
    await writeAndFind();
    await expect(
      openIndex(indexDir, { encoderId: 'chapter-and-verse/encoder-small@3d79285a' }),
    ).rejects.toMatchObject({
      code: 'stale-index',
      sentence:
        `${indexDir}/: built with the encoder fake/bag-of-words@00000000; ` +
        `this program uses chapter-and-verse/encoder-small@3d79285a. ${repair}`,
    });
  });

  it.each([1, 5, 5.5, 7, 99])('because its format is another, %s: both are named', async (version) => {
    await writeAndFind();
    const folder = editManifest({ formatVersion: version, novelty: true });
    const stale = {
      code: 'stale-index',
      sentence: `${indexDir}/: built with format ${version}; this program uses 6. ${repair}`,
    };
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject(stale);
    // Earlier formats drew the name of the folder.
    renameSync(folder, join(indexDir, 'build-e32369f6-8c35-4709-8649-919cd464bdec'));
    writeFileSync(join(indexDir, 'current'), 'build-e32369f6-8c35-4709-8649-919cd464bdec\n');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject(stale);
  });

  it('because its passages were indexed with another prefix', async () => {
    await writeAndFind();
    editManifest({ prefixForm: 'title-0' });
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${indexDir}/: built with the heading prefix title-0; this program uses chapter-section-3. ${repair}`,
    });
  });

  it('because other rules cut its passages: both are named; its vectors are still of use', async () => {
    await writeAndFind();
    await expect(openIndex(indexDir, { ...expected, passageRules: 2 })).rejects.toMatchObject({
      code: 'stale-index',
      sentence: `${indexDir}/: built with passage rules 1; this program uses 2. ${repair}`,
    });
    await expect(openIndex(indexDir, { ...expected, passageRules: 1 })).resolves.toBeDefined();
    expect((await readWhole(await openIndex(indexDir, expected))).encodings).toHaveLength(10);
  });

  it('because a file is missing, whichever it is', async () => {
    const folder = await writeAndFind();
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    for (const file of listFiles(copy)) {
      rmSync(join(folder, file));
      await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
        code: 'damaged-index',
        sentence: `${join(folder, file)}: missing. ${repair}`,
      });
      cpSync(copy, folder, { recursive: true });
    }
    await expect(openIndex(indexDir, expected)).resolves.toBeDefined();
  });

  it('because a file was cut off', async () => {
    const folder = await writeAndFind();
    const { files } = await openManifest(indexDir);
    const name = fileOf(folder, 'body.bin');
    truncateSync(join(folder, name), 100);
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'damaged-index',
      sentence: `${join(folder, name)}: 100 bytes, ${files[name]?.bytes} expected. ${repair}`,
    });
  });

  it('because a file of the right size holds something else', async () => {
    const folder = await writeAndFind();
    const name = fileOf(folder, 'document.json');
    const document = readFileSync(join(folder, name), 'utf8');
    expect(document).toContain('2026');
    writeFileSync(join(folder, name), document.replace('2026', '2025'));
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'damaged-index',
      sentence: `${join(folder, name)}: not as it was written (its SHA-256 is another). ${repair}`,
    });
  });

  it('because the manifest is no such thing, or was changed', async () => {
    await writeAndFind();
    const folder = replaceManifest(indexDir, () => '{"formatVersion": 6}');
    const manifest = join(folder, 'manifest.json');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${manifest}: not a manifest. ${repair}`,
    });
    writeFileSync(manifest, '{"formatVersion": 4}');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${manifest}: not as it was written (its SHA-256 is another). ${repair}`,
    });
    const broken = replaceManifest(indexDir, () => '{');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${join(broken, 'manifest.json')}: not JSON. ${repair}`,
    });
  });

  it('because the pointer names nothing, what is not there, or a folder by another name', async () => {
    const folder = await writeAndFind();
    const current = join(indexDir, 'current');
    for (const content of ['', '\n', '../../etc', 'build-\0']) {
      writeFileSync(current, content);
      await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
        code: 'damaged-index',
        sentence: `${current}: names no build. ${repair}`,
      });
    }
    const absent = `build-${'0'.repeat(64)}`;
    writeFileSync(current, absent);
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'damaged-index',
      sentence: `${current}: names ${absent}, which is not there. ${repair}`,
    });
    renameSync(folder, join(indexDir, 'build-mine'));
    writeFileSync(current, 'build-mine');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${join(indexDir, 'build-mine', 'manifest.json')}: its folder is not named by its SHA-256. ${repair}`,
    });
  });

  it('and yet its documents are known, for the next ingest to keep', async () => {
    const folder = await writeAndFind();
    const known = [{ id: 'fragmented-europe-2026', file: sampleReport.document.file }];
    for (const file of [fileOf(folder, 'document.json'), 'manifest.json']) {
      const whole = readFileSync(join(folder, file));
      writeFileSync(join(folder, file), '');
      expect(await listDocuments(indexDir)).toMatchObject(known);
      writeFileSync(join(folder, file), whole);
    }
    writeFileSync(join(indexDir, 'current'), 'build-elsewhere');
    expect(await listDocuments(indexDir)).toMatchObject(known);
    rmSync(folder, { recursive: true });
    expect(await listDocuments(indexDir)).toEqual([]);
  });
});

describe('a document that stays', () => {
  const other: IngestedDocument = {
    document: { ...sampleReport.document, id: 'other' },
    passages: samplePassages.map((passage) => ({
      ...passage,
      documentId: 'other',
      id: passage.id.replace('fragmented-europe-2026', 'other'),
    })),
    notes: [],
  };

  it('is taken over without being read or written, with what is said of it now', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const before = await readWhole(await openIndex(indexDir, expected));
    const kept = { document: { ...sampleReport.document, title: 'Another title' } };
    const { documents, ...made } = await contentsOf(other);
    const written: string[] = [];
    const writeFile: WriteFile = async (path, bytes) => {
      written.push(basename(path).replace(/^[0-9a-f]{32}/, '*'));
      await writePlain(path, bytes);
    };
    const folder = await writeIndex(indexDir, { ...made, documents: [kept, ...documents] }, { writeFile });
    expect(written).toEqual([
      '*.document.json',
      '*.document.json',
      '*.head.bin',
      '*.body.bin',
      'manifest.json',
      'current.new',
    ]);
    expect(listFiles(folder)).toHaveLength(7);
    const after = await readWhole(await openIndex(indexDir, expected, { everySum: true }));
    expect(after.documents).toEqual([kept.document, other.document]);
    expect(after.passages).toEqual([...samplePassages, ...other.passages]);
    expect(after.encodings.slice(0, 10)).toEqual(before.encodings);
  });

  it('is not made up where the index does not have it', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const { document } = other;
    const contents = { ...(await contentsOf(sampleReport)), documents: [{ document }] };
    await expect(writeIndex(indexDir, contents)).rejects.toThrow('other: not in the current index.');
  });
});

describe('an open index', () => {
  const changed = (folder: string, id: string) => ({
    code: 'damaged-index',
    sentence:
      `${folder}: ${id} is not as it was ingested (its SHA-256 is another). ` +
      'Start the program again; where this comes back, run `verse ingest` to build the index again.',
  });

  /** Changes one bit of a file where it is, as a failing disk does. */
  function flipBit(path: string, at: number): void {
    const file = openSync(path, 'r+');
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at);
    closeSync(file);
  }

  it('gives out no passage that is not as it was ingested, while it gives the others', async () => {
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    const [first = '', ...others] = samplePassages.map(({ id }) => id);
    flipBit(join(folder, fileOf(folder, 'body.bin')), 5);
    await expect(index.passages([first])).rejects.toMatchObject(changed(folder, first));
    await expect(index.readStretch({ pages: samplePassages[0]?.pages ?? [] })).rejects.toMatchObject(
      changed(folder, first),
    );
    expect([...(await index.passages(others)).keys()]).toEqual(others);
    expect([...(await index.vectors([first])).keys()]).toEqual([first]);
  });

  it('gives out no vectors that are not as they were encoded', async () => {
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    const ids = samplePassages.map(({ id }) => id);
    const body = join(folder, fileOf(folder, 'body.bin'));
    const { ends } = readSegment(readFileSync(join(folder, fileOf(folder, 'head.bin'))), 64).records;
    // The last record is the trace, before it are the vectors of the last passage.
    flipBit(body, (ends.at(-2) ?? 0) - 1);
    await expect(index.vectors(ids)).rejects.toMatchObject(changed(folder, ids.at(-1) ?? ''));
    expect((await index.passages(ids)).size).toBe(10);
    flipBit(body, (ends.at(-1) ?? 0) - 1);
    await expect(index.trace(sampleReport.document.id)).rejects.toMatchObject(
      changed(folder, basename(body)),
    );
  });

  it('is not asked after it was closed', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    await index.close();
    await expect(index.passages([samplePassages[0]?.id ?? ''])).rejects.toThrow('read after it was closed');
  });
});

describe('a large index', () => {
  it('is opened without the sums of the records, all of which are checked where that is asked for', async () => {
    expect(checksEverySum({ files: { 'a.body.bin': { bytes: 200_000_000, sha256: '' } } })).toBe(true);
    expect(checksEverySum({ files: { 'a.body.bin': { bytes: 300_000_000, sha256: '' } } })).toBe(false);
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    const body = join(folder, fileOf(folder, 'body.bin'));
    const bytes = readFileSync(body);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(body, bytes);
    // As if the manifest had been made of what is there: only the record's own sum tells.
    replaceManifest(indexDir, (json) => {
      const manifest = JSON.parse(json);
      manifest.files[basename(body)].sha256 = sumOf(bytes);
      return JSON.stringify(manifest);
    });
    await expect(openIndex(indexDir, expected)).resolves.toBeDefined();
    await expect(openIndex(indexDir, expected, { everySum: true })).rejects.toMatchObject({
      code: 'damaged-index',
    });
  });
});
