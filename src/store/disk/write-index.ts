/** Writes an index whole. Callers hold the lock (lock.ts). */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Summary } from '../../core/summary.ts';
import type { IngestedDocument, WorkOptions } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { prefixForm } from '../../search/indexed-text.ts';
import { writeTokens } from '../../search/token-vectors.ts';
import { type CommitOptions, commitBuild, type FillBuild } from './commit-build.ts';
import type { VectorTable } from './exact.ts';
import { isWholeGraph } from './graph-file.ts';
import { cannotWrite, displayPath, systemCode } from './index-errors.ts';
import { buildKeywords } from './keyword-index.ts';
import { formatVersion, type Manifest, manifestFile, summariesFile, toListed } from './manifest.ts';
import { ownSum } from './own-sums.ts';
import { type PackedEncodings, packEncodings } from './pack-encodings.ts';
import { sumOf } from './sum-of.ts';
import { writeCounts, writeSummaries } from './summary-file.ts';
import { buildGraph, graphFiles, hasHnsw } from './vector-store.ts';

/** What an index is made of. */
export interface IndexContents {
  encoderId: string;
  dimensions: number;
  /** The version of the passage rules. */
  passageRules: number;
  /** The version of the summary rules. */
  summaryRules: number;
  /** One for each document, in order. */
  summaries: readonly Summary[];
  ingested: readonly IngestedDocument[];
  /** One for each passage of all documents, in order. */
  encodings: readonly PassageEncoding[];
}

/** Stage: `write`, in files. */
export type WriteOptions = WorkOptions & CommitOptions;

/** The graph's files, which the library writes itself: to `scratch`, from where they are read. */
async function serializeGraph(
  indexDir: string,
  vectors: VectorTable,
  scratch: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, Uint8Array>> {
  if (!(await hasHnsw())) return new Map();
  const graph = await buildGraph(vectors, signal);
  await graph.save(scratch);
  const files = await Promise.all(
    graphFiles.map(async (name) => [`vectors/${name}`, await readFile(join(scratch, name))] as const),
  );
  for (const [name, bytes] of files) {
    if (name.endsWith('.index') && !isWholeGraph(bytes)) {
      throw cannotWrite(indexDir, new Error(`${name} was not written whole`), 0);
    }
  }
  return new Map(files);
}

function toJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** The files that hold the contents, but for the graph and the manifest. */
function serializeContents(contents: IndexContents, packed: PackedEncodings): Map<string, Uint8Array> {
  const passages = contents.ingested.flatMap((one) => one.passages);
  return new Map([
    ['documents.json', toJson(contents.ingested.map(({ document }) => document))],
    ['passages.json', toJson(passages)],
    ['notes.json', toJson(contents.ingested.flatMap(({ notes }) => notes))],
    ['keywords.json', Buffer.from(buildKeywords(passages).serialize())],
    ['pieces.json', Buffer.from(writeCounts(packed.pieces))],
    [summariesFile, Buffer.from(writeSummaries(contents.summaries))],
    ['vectors.bin', new Uint8Array(packed.vectors.values.buffer)],
    ['tokens.bin', writeTokens(packed.tokens)],
  ]);
}

function totalBytes(files: ReadonlyMap<string, Uint8Array>): number {
  return [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function describeIndex(
  contents: IndexContents,
  packed: PackedEncodings,
  files: ReadonlyMap<string, Uint8Array>,
): Manifest {
  return {
    formatVersion,
    createdAt: new Date().toISOString(),
    encoder: { id: contents.encoderId, dimensions: contents.dimensions, pooling: 'cls' },
    prefixForm,
    passageRules: contents.passageRules,
    summaryRules: contents.summaryRules,
    documents: contents.ingested.map(({ document }) => toListed(document)),
    counts: {
      documents: contents.ingested.length,
      passages: contents.encodings.length,
      notes: contents.ingested.reduce((sum, { notes }) => sum + notes.length, 0),
      tokens: packed.tokens.parts.length,
    },
    files: Object.fromEntries(
      [...files].map(([name, bytes]) => [name, { bytes: bytes.byteLength, sha256: sumOf(bytes) }]),
    ),
    passageHashes: contents.encodings.map(({ hash }) => hash),
    passageSums: contents.ingested.flatMap(({ passages }) => passages.map(ownSum)),
    noteSums: contents.ingested.flatMap(({ notes }) => notes.map(ownSum)),
  };
}

/**
 * Writes an index and makes it the current one; returns its folder. Until the last step the previous index stays in
 * place; on any failure, or when `signal` is aborted, it remains current and nothing is left of the new one.
 * @throws VerseError `cannot-write`: disk full, no permission, read-only; the reason of `signal`.
 */
export async function writeIndex(
  indexDir: string,
  contents: IndexContents,
  { onProgress = () => {}, ...options }: WriteOptions = {},
): Promise<string> {
  const { signal } = options;
  const passageCount = contents.ingested.reduce((sum, { passages }) => sum + passages.length, 0);
  if (passageCount !== contents.encodings.length) {
    throw new Error(
      `${displayPath(indexDir)}: ${passageCount} passages, ${contents.encodings.length} encodings.`,
    );
  }
  /** Named like a build, so that one left by a killed process is removed with the others. */
  const scratch = join(indexDir, `build-${randomUUID()}`);
  let neededBytes = 0;
  try {
    await mkdir(scratch, { recursive: true });
    const packed = packEncodings(contents.encodings, contents.dimensions);
    const files = serializeContents(contents, packed);
    neededBytes = totalBytes(files);
    const graph = await serializeGraph(indexDir, packed.vectors, scratch, signal);
    for (const [file, bytes] of graph) files.set(file, bytes);
    await rm(scratch, { recursive: true });
    const manifest = toJson(describeIndex(contents, packed, files));
    files.set(manifestFile, manifest);
    neededBytes = totalBytes(files);
    let done = 0;
    const fill: FillBuild = async (folder, write) => {
      for (const [file, bytes] of files) {
        signal?.throwIfAborted();
        await write(join(folder, file), bytes);
        done += 1;
        onProgress({ stage: 'write', done, total: files.size });
      }
    };
    return await commitBuild(indexDir, manifest, fill, options);
  } catch (cause) {
    await rm(scratch, { recursive: true, force: true }).catch(() => undefined);
    // Anything but a file system error is an abort or a mistake in the program.
    throw systemCode(cause) === undefined ? cause : cannotWrite(indexDir, cause, neededBytes);
  }
}
