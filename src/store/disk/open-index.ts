/** Opens an index: reads what ranks into memory, and refuses one that was changed or is made for another version. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { ReportDocument } from '../../core/types.ts';
import { findMissing } from '../find-missing.ts';
import type { ExpectedIndex, KnownDocument, OpenOptions } from '../index-home.ts';
import { type CheckedFiles, checksEverySum, openFiles } from './checked-files.ts';
import type { Graph } from './graph.ts';
import { mostGraphs } from './graph-limits.ts';
import { changedEntry, damagedIndex } from './index-errors.ts';
import { checkManifest, currentBuild, type ListedDocument, type Manifest, readManifest } from './manifest.ts';
import { openRecords, type RecordFile } from './record-file.ts';
import { bodyFile, documentFile, graphFile, headFile, readSegment, type Segment } from './segment.ts';
import { createStore, type IndexSource, type OpenSegment } from './store.ts';
import { createVectorRows } from './vector-rows.ts';

/** An open index. It keeps the bodies of its documents open, so that the folder may be replaced meanwhile. */
export interface OpenIndex extends PassageStore, IndexSource {
  readonly manifest: Manifest;
  /** Where it was when it was ingested. */
  locateFile(document: ReportDocument): Promise<string>;
  findMissing(documents: readonly ReportDocument[]): Promise<ReadonlySet<string>>;
  /** Nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** A build that is being opened, or some documents of it. */
interface Opening {
  folder: string;
  manifest: Manifest;
  /** The documents to open, in their order. */
  listed: readonly ListedDocument[];
  files: CheckedFiles;
  /** Whether the bodies are held against their sums now, or each record when it is read. */
  sumsBodies: boolean;
  /** Whether the graphs are few enough to be walked. */
  walksGraphs: boolean;
  options: OpenOptions;
}

function parseDocument(bytes: Buffer): ReportDocument {
  return JSON.parse(bytes.toString('utf8'));
}

/**
 * The graph if there is one that this machine can read. One changed bit ends hnswlib, and so the process, by a segmentation
 * fault: it is given no file whose sum was not right a moment before.
 */
async function openGraph(
  { folder, manifest, files, walksGraphs }: Opening,
  { segment }: ListedDocument,
): Promise<Graph | undefined> {
  const name = graphFile(segment);
  if (!(name in manifest.files) || !walksGraphs) return undefined;
  await files.check(name);
  const { hasHnsw, loadGraph } = await import('./graph.ts');
  if (!(await hasHnsw())) return undefined;
  const path = join(folder, name);
  return loadGraph(path, manifest.encoder.dimensions).catch((cause: unknown) => {
    throw damagedIndex(path, 'the graph does not load', cause);
  });
}

async function openBody(
  { folder, files, sumsBodies, options: { everySum = false } }: Opening,
  { segment }: ListedDocument,
  { entries, noteIds, records }: Segment,
): Promise<RecordFile> {
  const name = bodyFile(segment);
  if (sumsBodies) await files.check(name);
  const ids = [...entries.map(({ id }) => id), ...noteIds, ...entries.map(({ id }) => id), name];
  const body = await openRecords(join(folder, name), records, (place) =>
    changedEntry(folder, ids[place] ?? name),
  );
  if (everySum) {
    await body.read([...ids.keys()]).catch((error: unknown) => {
      body.close();
      throw error;
    });
  }
  return body;
}

async function openSegments(
  opening: Opening,
): Promise<Pick<OpenIndex, 'close'> & PassageStore & IndexSource> {
  const { folder, manifest, listed: documents, files } = opening;
  const { dimensions, id } = manifest.encoder;
  const rows = createVectorRows(
    dimensions,
    documents.reduce((sum, { passages }) => sum + passages, 0),
  );
  const segments: OpenSegment[] = [];
  const close = async () => {
    for (const { body } of segments) body.close();
  };
  try {
    let start = 0;
    for (const listed of documents) {
      const document = await files.load(documentFile(listed.segment), parseDocument);
      const head = await files.load(headFile(listed.segment), (bytes) => readSegment(bytes, dimensions));
      if (head.entries.length !== listed.passages) {
        throw damagedIndex(
          folder,
          `${head.entries.length} passages of ${listed.id}, ${listed.passages} expected`,
        );
      }
      const { rows: own, ...segment } = head;
      rows.put(start, own);
      const graph = await openGraph(opening, listed);
      const body = await openBody(opening, listed, head);
      segments.push({ ...segment, document, start, firstRow: start, body, graph });
      start += listed.passages;
    }
    return { ...createStore(id, segments, rows), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openBuild(
  indexDir: string,
  folder: string,
  expected: ExpectedIndex,
  options: OpenOptions,
): Promise<OpenIndex> {
  const manifest = await readManifest(indexDir, folder);
  checkManifest(indexDir, manifest, expected);
  const sumsBodies = options.everySum || checksEverySum(manifest);
  const graphs = manifest.documents.filter(({ segment }) => graphFile(segment) in manifest.files).length;
  const files = openFiles(folder, manifest);
  const walksGraphs = graphs <= mostGraphs;
  const opening = {
    folder,
    manifest,
    listed: manifest.documents,
    files,
    sumsBodies,
    walksGraphs,
    options,
  };
  return { ...(await openSegments(opening)), manifest, locateFile: async ({ file }) => file, findMissing };
}

/** The records of all documents of a build. @throws VerseError `damaged-index`, `cannot-read`. */
export async function readDocuments(
  files: CheckedFiles,
  { documents }: Manifest,
): Promise<readonly ReportDocument[]> {
  const read: ReportDocument[] = [];
  for (const { segment } of documents) read.push(await files.load(documentFile(segment), parseDocument));
  return read;
}

/**
 * Opens some documents of a build, to take them over: their records are held against their sums when they are read, and no graph is
 * loaded. @throws VerseError `damaged-index`, `cannot-read`.
 */
export function openDocuments(
  folder: string,
  manifest: Manifest,
  listed: readonly ListedDocument[],
): Promise<Pick<OpenIndex, 'close'> & IndexSource> {
  const files = openFiles(folder, manifest);
  return openSegments({
    folder,
    manifest,
    listed,
    files,
    sumsBodies: false,
    walksGraphs: false,
    options: {},
  });
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

/** The file that had all documents up to format 4. */
const listFile = 'documents.json';

/** By the files of the documents where the manifest is of an earlier format or damaged. */
async function listBuild(indexDir: string, folder: string): Promise<readonly KnownDocument[]> {
  const manifest = await readManifest(indexDir, folder).catch(() => undefined);
  if (manifest !== undefined) return manifest.documents;
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((name) => name === listFile || name.endsWith(documentFile('')));
  const read = async (name: string): Promise<KnownDocument[]> =>
    [JSON.parse(await readFile(join(folder, name), 'utf8'))].flat();
  const lists = await Promise.all(own.map((name) => read(name).catch(() => [])));
  return lists.flat().sort((left, right) => (left.id < right.id ? -1 : 1));
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
