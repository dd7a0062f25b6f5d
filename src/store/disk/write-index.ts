/**
 * Writes an index: the files of the documents that are new, and the current ones of those that stay. Callers hold the lock
 * (lock.ts).
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkOptions } from '../../core/types.ts';
import { prefixForm } from '../../search/indexed-text.ts';
import type { KeptDocument } from '../index-home.ts';
import { sumOf } from '../sum-of.ts';
import { systemCode } from '../system-code.ts';
import { exactUpTo } from '../token-codes.ts';
import { type CommitOptions, commitBuild, type WriteFile } from './commit-build.ts';
import type { VectorTable } from './graph.ts';
import { isWholeGraph } from './graph-file.ts';
import { graphFrom } from './graph-limits.ts';
import { cannotWrite } from './index-errors.ts';
import {
  currentBuild,
  formatVersion,
  type ListedDocument,
  type Manifest,
  readManifest,
  toListed,
} from './manifest.ts';
import {
  bodyFile,
  type DocumentContents,
  documentFile,
  graphFile,
  headFile,
  writeDocument,
  writeSegment,
} from './segment.ts';
import { takeOver } from './take-over.ts';

/** What an index is made of. */
export interface IndexContents {
  encoderId: string;
  dimensions: number;
  /** The version of the passage rules. */
  passageRules: number;
  /** The version of the summary rules. */
  summaryRules: number;
  /** In reading order; one at a time is held in memory. */
  documents: Iterable<DocumentContents | KeptDocument>;
}

/** Stage: `write`, in files. */
export type WriteOptions = WorkOptions &
  CommitOptions & {
    /** Replaced by tests of graphs: passages of a document from which on it has one. */
    graphFrom?: number;
    /** Replaced by tests of token vectors in fewer bits: passages of an index up to which they are kept as they are. */
    exactUpTo?: number;
  };

/** A build as it is filled. */
interface Filling {
  indexDir: string;
  folder: string;
  /** Writes a file of the build and notes its sum. */
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Takes a file over from the current build. */
  keep: (name: string) => Promise<void>;
}

/** The graph's file, which the library writes itself, without a word where the disk is full: read, and written again. */
async function putGraph(
  { indexDir, folder, put }: Filling,
  name: string,
  vectors: VectorTable,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { buildGraph, hasHnsw } = await import('./graph.ts');
  if (!(await hasHnsw())) return;
  const graph = await buildGraph(vectors, signal);
  const scratch = join(folder, `${name}.new`);
  await graph.save(scratch);
  const bytes = await readFile(scratch);
  await rm(scratch);
  if (!isWholeGraph(bytes)) throw cannotWrite(indexDir, new Error(`${name} was not written whole`), 0);
  await put(name, bytes);
}

/** @param before passages of the documents before it. */
async function putDocument(
  contents: DocumentContents,
  filling: Filling,
  dimensions: number,
  before: number,
  options: WriteOptions,
): Promise<ListedDocument> {
  const { document, passages, notes, encodings } = contents;
  if (passages.length !== encodings.length) {
    throw new Error(`${document.id}: ${passages.length} passages, ${encodings.length} encodings.`);
  }
  const { name, head, body, vectors } = writeSegment(
    contents,
    dimensions,
    before + passages.length <= (options.exactUpTo ?? exactUpTo),
  );
  await filling.put(documentFile(name), writeDocument(document));
  await filling.put(headFile(name), head);
  await filling.put(bodyFile(name), body);
  if (passages.length >= (options.graphFrom ?? graphFrom)) {
    await putGraph(filling, graphFile(name), { values: vectors, dimensions }, options.signal);
  }
  return toListed(document, {
    segment: name,
    passages: passages.length,
    notes: notes.length,
    tokens: encodings.reduce((sum, { tokens }) => sum + tokens.count, 0),
  });
}

/** @throws Error for a document that the current build does not have. */
async function keepDocument(
  { document }: KeptDocument,
  { put, keep }: Filling,
  before: Manifest | undefined,
): Promise<ListedDocument> {
  const known = before?.documents.find(({ id }) => id === document.id);
  if (before === undefined || known === undefined)
    throw new Error(`${document.id}: not in the current index.`);
  const own = documentFile(known.segment);
  const bytes = writeDocument(document);
  if (before.files[own]?.sha256 === sumOf(bytes)) await keep(own);
  else await put(own, bytes);
  const others = [headFile, bodyFile, graphFile].map((name) => name(known.segment));
  for (const name of others) if (name in before.files) await keep(name);
  return toListed(document, known);
}

function describeIndex(
  { encoderId, dimensions, passageRules, summaryRules }: IndexContents,
  documents: ListedDocument[],
  files: Manifest['files'],
): Manifest {
  const sumUp = (count: (document: ListedDocument) => number) =>
    documents.reduce((sum, document) => sum + count(document), 0);
  return {
    formatVersion,
    createdAt: new Date().toISOString(),
    encoder: { id: encoderId, dimensions, pooling: 'cls' },
    prefixForm,
    passageRules,
    summaryRules,
    documents,
    counts: {
      documents: documents.length,
      passages: sumUp(({ passages }) => passages),
      notes: sumUp(({ notes }) => notes),
      tokens: sumUp(({ tokens }) => tokens),
    },
    files,
  };
}

/** The current build with its manifest, if it is of this format. */
async function findCurrent(indexDir: string): Promise<{ folder: string; manifest: Manifest } | undefined> {
  try {
    const folder = await currentBuild(indexDir);
    return { folder, manifest: await readManifest(indexDir, folder) };
  } catch {
    return undefined;
  }
}

/**
 * Writes an index and makes it the current one; returns its folder. Until the last step the previous index stays in
 * place; on any failure, or when `signal` is aborted, it remains current and nothing is left of the new one.
 * @throws VerseError `cannot-write`: disk full, no permission, read-only; the reason of `signal`; what `documents` throws.
 */
export async function writeIndex(
  indexDir: string,
  contents: IndexContents,
  options: WriteOptions = {},
): Promise<string> {
  const { signal, onProgress = () => {} } = options;
  let neededBytes = 0;
  let written = 0;
  const fill = async (folder: string, write: WriteFile): Promise<Uint8Array> => {
    const before = await findCurrent(indexDir);
    const files: Manifest['files'] = {};
    const filling: Filling = {
      indexDir,
      folder,
      put: async (name, bytes) => {
        signal?.throwIfAborted();
        neededBytes += bytes.byteLength;
        files[name] = { bytes: bytes.byteLength, sha256: sumOf(bytes) };
        await write(join(folder, name), bytes);
        written += 1;
        onProgress({ stage: 'write', done: written, total: null });
      },
      keep: async (name) => {
        const known = before?.manifest.files[name];
        if (before === undefined || known === undefined)
          throw new Error(`${name}: not in the current index.`);
        files[name] = known;
        await takeOver(join(before.folder, name), join(folder, name));
      },
    };
    const documents: ListedDocument[] = [];
    let passageCount = 0;
    for (const one of contents.documents) {
      signal?.throwIfAborted();
      const listed =
        'encodings' in one
          ? await putDocument(one, filling, contents.dimensions, passageCount, options)
          : await keepDocument(one, filling, before?.manifest);
      documents.push(listed);
      passageCount += listed.passages;
    }
    return Buffer.from(JSON.stringify(describeIndex(contents, documents, files)));
  };
  try {
    await mkdir(indexDir, { recursive: true });
    return await commitBuild(indexDir, fill, options);
  } catch (cause) {
    // Anything but a file system error is an abort or a mistake in the program.
    throw systemCode(cause) === undefined ? cause : cannotWrite(indexDir, cause, neededBytes);
  }
}
