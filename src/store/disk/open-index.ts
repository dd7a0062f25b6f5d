/** Opens an index: reads it into memory, and refuses one that was changed or is made for another version. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Note, Passage, ReportDocument } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { readTokens } from '../../search/token-vectors.ts';
import { type CheckedFiles, openFiles } from './checked-files.ts';
import { createExactIndex, type VectorIndex, type VectorTable } from './exact.ts';
import { damagedIndex } from './index-errors.ts';
import { loadKeywords } from './keyword-index.ts';
import {
  checkManifest,
  currentBuild,
  type ExpectedIndex,
  type Manifest,
  readManifest,
  summariesFile,
} from './manifest.ts';
import { checkOwnSums, pairSums, withOwnSums } from './own-sums.ts';
import { type PackedEncodings, unpackEncodings } from './pack-encodings.ts';
import { createStore } from './store.ts';
import { parseCounts, parseSummaries } from './summary-file.ts';
import { createGraphIndex, graphFiles, hasHnsw, loadGraph } from './vector-store.ts';

/** An open index. It keeps no file open, so the folder may be replaced meanwhile. */
export interface OpenIndex extends PassageStore {
  readonly manifest: Manifest;
  /** All of its contents, for making another index. */
  readonly whole: WholeIndex;
  close(): Promise<void>;
}

/** The passages in reading order, and their encodings in the same order. */
export interface WholeIndex {
  documents: readonly ReportDocument[];
  passages: readonly Passage[];
  notes: readonly Note[];
  packed: PackedEncodings;
}

/** The files were written by this program from these types, and are as they were, by the manifest's sums. */
function parseList<T>(bytes: Buffer): T[] {
  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(parsed)) throw new Error('not a list');
  return parsed;
}

function parseVectors(bytes: Buffer, dimensions: number): VectorTable {
  const copy = new Uint8Array(bytes);
  return { values: new Float32Array(copy.buffer), dimensions };
}

/**
 * The graph if there is one that this machine can read, else exact search. One changed bit ends hnswlib, and so the
 * process, by a segmentation fault: it is given no file whose sum was not right a moment before.
 */
async function openVectors(
  folder: string,
  manifest: Manifest,
  files: CheckedFiles,
  vectors: VectorTable,
): Promise<VectorIndex> {
  const names = graphFiles.map((name) => `vectors/${name}`);
  const hasGraph = names.every((name) => name in manifest.files);
  if (!hasGraph || !(await hasHnsw())) return createExactIndex(vectors);
  await Promise.all(names.map((name) => files.load(name, () => undefined)));
  const path = join(folder, 'vectors');
  const graph = await loadGraph(path).catch((cause: unknown) => {
    throw damagedIndex(path, 'the graph does not load', cause);
  });
  return createGraphIndex(graph, vectors);
}

function checkCounts(folder: string, manifest: Manifest, passages: number, packed: PackedEncodings): void {
  const vectors = packed.vectors.values.length / packed.vectors.dimensions;
  const tokens = packed.tokens.offsets.length - 1;
  const expected = manifest.counts.passages;
  if ([passages, vectors, tokens, manifest.passageHashes.length].every((count) => count === expected)) return;
  throw damagedIndex(
    folder,
    `${passages} passages, ${vectors} vectors, ${tokens} token lists, ${expected} expected`,
  );
}

async function openBuild(
  indexDir: string,
  folder: string,
  expected: ExpectedIndex,
  { everySum = false }: OpenOptions,
): Promise<OpenIndex> {
  const manifest = await readManifest(indexDir, folder);
  checkManifest(indexDir, manifest, expected);
  const files = openFiles(folder, manifest, everySum);
  const [documents, passages, notes, keywords, pieces, summaries, vectors, tokens] = await Promise.all([
    files.load('documents.json', parseList<ReportDocument>),
    files.load('passages.json', parseList<Passage>),
    files.load('notes.json', parseList<Note>),
    files.load('keywords.json', (bytes) => loadKeywords(bytes.toString('utf8'))),
    files.load('pieces.json', (bytes) => parseCounts(bytes.toString('utf8'))),
    // One that was made by earlier rules has another file in its place, which only an ingest opens: it makes them anew.
    summariesFile in manifest.files
      ? files.load(summariesFile, (bytes) => parseSummaries(bytes.toString('utf8')))
      : [],
    files.load('vectors.bin', (bytes) => parseVectors(bytes, manifest.encoder.dimensions)),
    files.load('tokens.bin', readTokens),
  ]);
  const packed = { vectors, tokens, pieces };
  checkCounts(folder, manifest, passages.length, packed);
  const vectorIndex = await openVectors(folder, manifest, files, vectors);
  const store = createStore({
    encoderId: manifest.encoder.id,
    documents,
    passages,
    notes,
    summaries,
    keywords,
    vectors,
    vectorIndex,
    tokens,
    pieces,
  });
  const sums = new Map([...pairSums(passages, manifest.passageSums), ...pairSums(notes, manifest.noteSums)]);
  if (everySum) checkOwnSums(folder, [...passages, ...notes], sums);
  return {
    ...withOwnSums(store, folder, sums),
    manifest,
    whole: { documents, passages, notes, packed },
    close: async () => {},
  };
}

export interface OpenOptions {
  /** Checks what is left out at opening: the sums of what only ranks in a large index, and of each passage and note. */
  everySum?: boolean;
}

/**
 * Opens the current build of `indexDir`.
 * @throws VerseError `no-index`; `stale-index` (another encoder or format, both named); `damaged-index` (a file is
 * missing or not as it was written); `cannot-read`. Each names the command that repairs it.
 */
export async function openIndex(
  indexDir: string,
  expected: ExpectedIndex,
  options: OpenOptions = {},
): Promise<OpenIndex> {
  const folder = await currentBuild(indexDir);
  try {
    return await openBuild(indexDir, folder, expected, options);
  } catch (error) {
    // An ingest that has just ended removed the folder; the pointer names its successor.
    const successor = await currentBuild(indexDir);
    if (successor === folder || !(error instanceof VerseError)) throw error;
    return openBuild(indexDir, successor, expected, options);
  }
}

/** What is known of a document without its text. */
export type KnownDocument = Pick<ReportDocument, 'id' | 'sha256' | 'file'> &
  Partial<Pick<ReportDocument, 'report' | 'title' | 'printedTitle' | 'year' | 'printedYear' | 'tags'>>;

/** By the list of documents where the manifest is of an earlier format or damaged. */
async function listBuild(indexDir: string, folder: string): Promise<readonly KnownDocument[]> {
  const manifest = await readManifest(indexDir, folder).catch(() => undefined);
  if (manifest !== undefined) return manifest.documents;
  const list = readFile(join(folder, 'documents.json')).then(parseList<KnownDocument>);
  return list.catch(() => []);
}

/**
 * The documents of an index, even if nothing else of it is usable; none where they cannot be read either. Where the
 * pointer names no build, they are those of a build that was written to its end.
 */
export async function listDocuments(indexDir: string): Promise<readonly KnownDocument[]> {
  const current = await currentBuild(indexDir).catch(() => '');
  if (existsSync(current)) return listBuild(indexDir, current);
  for (const name of await readdir(indexDir).catch(() => [])) {
    const manifest = await readManifest(indexDir, join(indexDir, name)).catch(() => undefined);
    if (manifest !== undefined) return manifest.documents;
  }
  return [];
}

/** The manifest of the current build alone. */
export async function openManifest(indexDir: string): Promise<Manifest> {
  return readManifest(indexDir, await currentBuild(indexDir));
}

/** The vectors of an index by the hash of (encoder, indexed text), for the next ingest to reuse. */
export function reusableEncodings(index: OpenIndex): Map<string, PassageEncoding> {
  return unpackEncodings(index.whole.packed, index.manifest.passageHashes);
}
