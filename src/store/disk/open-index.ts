/** Opens an index: reads it into memory, and refuses one that is incomplete or made for another version. */
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Note, Passage, ReportDocument } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { readTokens } from '../../search/token-vectors.ts';
import { createExactIndex, type VectorIndex, type VectorTable } from './exact.ts';
import { damagedIndex, unreadable } from './index-errors.ts';
import { loadKeywords } from './keyword-index.ts';
import { checkManifest, currentBuild, type ExpectedIndex, type Manifest, readManifest } from './manifest.ts';
import { type PackedEncodings, unpackEncodings } from './pack-encodings.ts';
import { createStore } from './store.ts';
import { parseCounts, parseSummary } from './summary-file.ts';
import { createGraphIndex, hasHnsw, loadGraph } from './vector-store.ts';

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

/** @throws VerseError `damaged-index` if a file is missing or its size differs from the manifest. */
async function checkSizes(folder: string, manifest: Manifest): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.files)) {
    const path = join(folder, name);
    const { size } = await stat(path).catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    if (size !== expected) throw damagedIndex(path, `${size} bytes, ${expected} expected`);
  }
}

/** `readFile` is limited to 2 GiB, which the token vectors of 90,000 passages exceed. */
const readStep = 1024 ** 3;

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(readStep, size - at), at);
      if (bytesRead === 0) throw new Error('shorter than it was');
      at += bytesRead;
    }
    return Buffer.from(bytes.buffer);
  } finally {
    await file.close();
  }
}

/** Reads and parses a file. @throws VerseError `damaged-index`, `cannot-read`. */
async function load<T>(folder: string, name: string, parse: (bytes: Buffer) => T): Promise<T> {
  const path = join(folder, name);
  const bytes = await readWhole(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    return parse(bytes);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw damagedIndex(path, `damaged (${problem})`, cause);
  }
}

/** The files were written by this program from these types, whole, as the manifest's sizes say. */
function parseList<T>(bytes: Buffer): T[] {
  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(parsed)) throw new Error('not a list');
  return parsed;
}

function parseVectors(bytes: Buffer, dimensions: number): VectorTable {
  const copy = new Uint8Array(bytes);
  return { values: new Float32Array(copy.buffer), dimensions };
}

/** The graph if there is one that this machine can read, else exact search. */
async function openVectors(folder: string, manifest: Manifest, vectors: VectorTable): Promise<VectorIndex> {
  const hasGraph = 'vectors/hnswlib.index' in manifest.files;
  if (!hasGraph || !(await hasHnsw())) return createExactIndex(vectors);
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

async function openBuild(indexDir: string, folder: string, expected: ExpectedIndex): Promise<OpenIndex> {
  const manifest = await readManifest(indexDir, folder);
  checkManifest(indexDir, manifest, expected);
  await checkSizes(folder, manifest);
  const [documents, passages, notes, keywords, pieces, summary, vectors, tokens] = await Promise.all([
    load(folder, 'documents.json', parseList<ReportDocument>),
    load(folder, 'passages.json', parseList<Passage>),
    load(folder, 'notes.json', parseList<Note>),
    load(folder, 'keywords.json', (bytes) => loadKeywords(bytes.toString('utf8'))),
    load(folder, 'pieces.json', (bytes) => parseCounts(bytes.toString('utf8'))),
    load(folder, 'summary.json', (bytes) => parseSummary(bytes.toString('utf8'))),
    load(folder, 'vectors.bin', (bytes) => parseVectors(bytes, manifest.encoder.dimensions)),
    load(folder, 'tokens.bin', readTokens),
  ]);
  const packed = { vectors, tokens, pieces };
  checkCounts(folder, manifest, passages.length, packed);
  const vectorIndex = await openVectors(folder, manifest, vectors);
  const store = createStore({
    encoderId: manifest.encoder.id,
    documents,
    passages,
    notes,
    summary,
    keywords,
    vectors,
    vectorIndex,
    tokens,
    pieces,
  });
  return { ...store, manifest, whole: { documents, passages, notes, packed }, close: async () => {} };
}

/**
 * Opens the current build of `indexDir`.
 * @throws VerseError `no-index`; `stale-index` (another encoder or format, both named); `damaged-index` (a file
 * missing or of another size); `cannot-read`. Each names the command that repairs it.
 */
export async function openIndex(indexDir: string, expected: ExpectedIndex): Promise<OpenIndex> {
  const folder = await currentBuild(indexDir);
  try {
    return await openBuild(indexDir, folder, expected);
  } catch (error) {
    // An ingest that has just ended removed the folder; the pointer names its successor.
    const successor = await currentBuild(indexDir);
    if (successor === folder || !(error instanceof VerseError)) throw error;
    return openBuild(indexDir, successor, expected);
  }
}

/** The documents of the current build, even if nothing else of it is usable; none without a list. */
export async function listDocuments(indexDir: string): Promise<ReportDocument[]> {
  try {
    return await load(await currentBuild(indexDir), 'documents.json', parseList<ReportDocument>);
  } catch (error) {
    if (error instanceof VerseError) return [];
    throw error;
  }
}

/** The manifest of the current build alone. */
export async function openManifest(indexDir: string): Promise<Manifest> {
  return readManifest(indexDir, await currentBuild(indexDir));
}

/** The vectors of an index by the hash of (encoder, indexed text), for the next ingest to reuse. */
export function reusableEncodings(index: OpenIndex): Map<string, PassageEncoding> {
  return unpackEncodings(index.whole.packed, index.manifest.passageHashes);
}
