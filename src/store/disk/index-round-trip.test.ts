import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
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
import { replaceManifest } from '../../testing/store/replace-manifest.ts';
import { openFiles } from './checked-files.ts';
import type { WriteFile } from './commit-build.ts';
import type { Manifest } from './manifest.ts';
import { listDocuments, openIndex, openManifest, reusableEncodings } from './open-index.ts';
import { type IndexContents, writeIndex } from './write-index.ts';

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

async function contentsOf(ingested: IngestedDocument): Promise<IndexContents> {
  const { encodings } = await encodePassages(ingested.passages, encoder);
  return {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules: 1,
    summaryRules: 1,
    summaries: [summarizer.summarize(ingested)],
    ingested: [ingested],
    encodings,
  };
}

/** A second edition: the report without its last passage. */
const shorter: IngestedDocument = { ...sampleReport, passages: samplePassages.slice(0, -1) };

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
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
    expect(index.whole.documents).toEqual([sampleReport.document]);
    expect(index.whole.passages).toEqual(samplePassages);
    expect(await index.summary()).toEqual(summarizer.summarize(sampleReport));
    expect(index.whole.notes).toEqual([sampleNote]);
    for (const text of ['explicit ban on Huawei', 'solar inverters in Lithuania', 'nukib warning 2018']) {
      const question = { text, encoding: await encoder.encodeQuery(text), chapters: [] };
      const fromDisk = await retrieve(question, index, { count: 10 });
      const fromMemory = await retrieve(question, memory, { count: 10 });
      expect(fromDisk.map(({ passage }) => passage.id)).toEqual(fromMemory.map(({ passage }) => passage.id));
      fromDisk.forEach(({ score }, place) => {
        expect(score).toBeCloseTo(fromMemory[place]?.score ?? Number.NaN, 5);
      });
    }
    const tokens = ['huawei', 'Atlantis'];
    expect(await index.tokenWeights(tokens)).toEqual(await memory.tokenWeights(tokens));
    const ids = samplePassages.map(({ id }) => id);
    expect(await index.vectors(ids)).toEqual(await memory.vectors(ids));
    await index.close();
  });

  it('says in its manifest what made it', async () => {
    const progress: Progress[] = [];
    await writeIndex(indexDir, await contentsOf(sampleReport), { onProgress: (one) => progress.push(one) });
    const manifest = await openManifest(indexDir);
    expect(manifest).toMatchObject({
      formatVersion: 4,
      encoder: { id: 'fake/bag-of-words@00000000', dimensions: 64, pooling: 'cls' },
      prefixForm: 'chapter-section-3',
      passageRules: 1,
      documents: [{ id: 'fragmented-europe-2026', sha256: '0'.repeat(64), file: sampleReport.document.file }],
      counts: { documents: 1, passages: 10, notes: 1 },
    });
    expect(Object.keys(manifest.files).sort()).toEqual([
      'documents.json',
      'keywords.json',
      'notes.json',
      'passages.json',
      'pieces.json',
      'summaries.json',
      'tokens.bin',
      'vectors.bin',
      'vectors/args.json',
      'vectors/docstore.json',
      'vectors/hnswlib.index',
    ]);
    expect(progress.at(-1)).toEqual({ stage: 'write', done: 12, total: 12 });
  });

  it('gives the next ingest its vectors, so that only what changed is encoded', async () => {
    await writeIndex(indexDir, await contentsOf(shorter));
    const reusable = reusableEncodings(await openIndex(indexDir, expected));
    const fresh = await encodePassages(samplePassages, encoder);
    const incremental = await encodePassages(samplePassages, encoder, { reusable });
    expect(incremental.reused).toBe(9);
    expect(incremental.encodings).toEqual(fresh.encodings);
  });

  it('replaces the one before it and leaves one build, and no leftovers of a killed ingest', async () => {
    await writeIndex(indexDir, await contentsOf(shorter));
    mkdirSync(join(indexDir, 'build-killed', 'vectors'), { recursive: true });
    writeFileSync(join(indexDir, 'build-killed', 'passages.json'), '[');
    writeFileSync(join(indexDir, '.gitkeep'), '');
    expect((await openIndex(indexDir, expected)).whole.passages).toHaveLength(9);
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    expect((await openIndex(indexDir, expected)).whole.passages).toHaveLength(10);
    expect(readdirSync(indexDir).sort()).toEqual(['.gitkeep', basename(folder), 'current']);
  });

  it('goes on answering while its files are replaced', async () => {
    await writeIndex(indexDir, await contentsOf(sampleReport));
    const index = await openIndex(indexDir, expected);
    await writeIndex(indexDir, await contentsOf(shorter));
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
      'no space left on the disk (needed about 1 MB). Free some space and run `verse ingest` again; the previous index is untouched.',
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
      'a file would be larger than allowed (needed about 1 MB). Raise the file size limit and run `verse ingest` again; the previous index is untouched.',
    ],
  ];

  it.each(
    problems,
  )('at any file with %s leaves the old index answering and no part of the new one', async (code, text) => {
    await writeIndex(indexDir, await contentsOf(shorter));
    const before = listFiles(indexDir);
    const contents = await contentsOf(sampleReport);
    // Ten files, the manifest and the pointer.
    for (let failing = 1; failing <= 12; failing += 1) {
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
      expect((await openIndex(indexDir, expected)).whole.passages).toHaveLength(9);
    }
    await writeIndex(indexDir, contents);
    expect((await openIndex(indexDir, expected)).whole.passages).toHaveLength(10);
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

  it.each([1, 3, 3.5, 5, 99])('because its format is another, %s: both are named', async (version) => {
    await writeAndFind();
    const folder = editManifest({ formatVersion: version, novelty: true });
    const stale = {
      code: 'stale-index',
      sentence: `${indexDir}/: built with format ${version}; this program uses 4. ${repair}`,
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
    expect(reusableEncodings(await openIndex(indexDir, expected)).size).toBe(samplePassages.length);
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
    truncateSync(join(folder, 'tokens.bin'), 100);
    const { files } = await openManifest(indexDir);
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'damaged-index',
      sentence: `${join(folder, 'tokens.bin')}: 100 bytes, ${files['tokens.bin']?.bytes} expected. ${repair}`,
    });
  });

  it('because a file of the right size holds something else, a number of a passage too', async () => {
    const folder = await writeAndFind();
    const passages = readFileSync(join(folder, 'passages.json'), 'utf8');
    expect(passages).toContain('Over 200 GW');
    writeFileSync(join(folder, 'passages.json'), passages.replace('Over 200 GW', 'Over 700 GW'));
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      code: 'damaged-index',
      sentence: `${join(folder, 'passages.json')}: not as it was written (its SHA-256 is another). ${repair}`,
    });
  });

  it('because the manifest is no such thing, or was changed', async () => {
    await writeAndFind();
    const folder = replaceManifest(indexDir, () => '{"formatVersion": 4}');
    const manifest = join(folder, 'manifest.json');
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({
      sentence: `${manifest}: not a manifest. ${repair}`,
    });
    writeFileSync(manifest, '{"formatVersion": 3}');
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
    for (const file of ['documents.json', 'manifest.json']) {
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

describe('a large index', () => {
  it('is opened without the sums of what only ranks; all of them are checked where that is asked for', async () => {
    const folder = await writeIndex(indexDir, await contentsOf(sampleReport));
    const manifest = await openManifest(indexDir);
    const flip = (name: string) => {
      const bytes = readFileSync(join(folder, name));
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(join(folder, name), bytes);
    };
    flip('tokens.bin');
    flip('passages.json');
    const files: Manifest['files'] = {
      ...manifest.files,
      'huge.bin': { bytes: 300_000_000, sha256: '' },
    };
    const load = (name: string, everySum: boolean) =>
      openFiles(folder, { ...manifest, files }, everySum).load(name, ({ length }) => length);
    expect(await load('tokens.bin', false)).toBe(files['tokens.bin']?.bytes);
    await expect(load('tokens.bin', true)).rejects.toMatchObject({ code: 'damaged-index' });
    await expect(load('passages.json', false)).rejects.toMatchObject({ code: 'damaged-index' });
    await expect(openIndex(indexDir, expected)).rejects.toMatchObject({ code: 'damaged-index' });
  });
});
