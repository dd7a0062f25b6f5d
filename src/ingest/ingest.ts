/** The stages of an ingest: find, read, lay out, encode, write. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { VerseError } from '../errors.ts';
import type { Encoder } from '../seams.ts';
import { encodePassages, type PassageEncoding } from '../search/encode-passages.ts';
import { withIndexLock } from '../search/lock.ts';
import { checkManifest, type Manifest } from '../search/manifest.ts';
import { type OpenIndex, openIndex, openManifest, reusableEncodings } from '../search/open-index.ts';
import { type WriteFile, writeIndex } from '../search/write-index.ts';
import type { IngestedDocument, OnProgress, ReportDocument } from '../types.ts';
import { extractDocument } from './extract.ts';
import {
  checkDistinct,
  findPdfs,
  type LoadedFile,
  loadFile,
  type SourceFile,
  toSourceFile,
} from './find-documents.ts';
import { passageRulesVersion } from './passages.ts';

export interface IngestOptions {
  /** The PDFs to take in; none: every PDF of `corpusDir`. */
  files?: readonly string[];
  corpusDir: string;
  indexDir: string;
  maxFileBytes: number;
  /** The id of the encoder that `openEncoder` opens: known without loading it. */
  encoderId: string;
  openEncoder: () => Promise<Encoder>;
  onProgress?: OnProgress;
  /** Replaced by tests that fill the disk. */
  writeFile?: WriteFile;
}

export interface IngestReport {
  /** False where everything was as the index has it already. */
  changed: boolean;
  documents: (ReportDocument & { status: 'new' | 'changed' | 'unchanged' })[];
  /** Ids of documents that the index no longer holds. */
  removed: string[];
  passages: { total: number; encoded: number; reused: number };
  timings: { totalMs: number; readMs: number; encodeMs: number; writeMs: number };
}

/** The index as it is, or undefined where there is none that this program can use. */
async function openPrevious(indexDir: string, encoderId: string): Promise<OpenIndex | undefined> {
  try {
    return await openIndex(indexDir, { encoderId });
  } catch (error) {
    // Whatever is wrong with it, the new one replaces it.
    if (error instanceof VerseError) return undefined;
    throw error;
  }
}

async function readPreviousManifest(indexDir: string, encoderId: string): Promise<Manifest | undefined> {
  try {
    const manifest = await openManifest(indexDir);
    checkManifest(indexDir, manifest, { encoderId });
    return manifest.passageRules === passageRulesVersion ? manifest : undefined;
  } catch (error) {
    if (error instanceof VerseError) return undefined;
    throw error;
  }
}

/** Documents of the index that this ingest does not name but keeps: those from elsewhere, whose files still exist. */
function keptSources(
  documents: readonly ReportDocument[],
  named: readonly SourceFile[],
  options: IngestOptions,
): SourceFile[] {
  const ids = new Set(named.map((file) => file.id));
  const corpus = resolve(options.corpusDir);
  const wholeCorpus = options.files === undefined || options.files.length === 0;
  return documents
    .filter((document) => !ids.has(document.id) && existsSync(document.file))
    .filter((document) => !(wholeCorpus && dirname(resolve(document.file)) === corpus))
    .map((document) => toSourceFile(document.file));
}

/** Extracts the documents that are new or changed; takes the others from the index. All refusals are told at once. */
async function readDocuments(
  files: readonly LoadedFile[],
  previous: OpenIndex | undefined,
  onProgress: OnProgress,
): Promise<IngestedDocument[]> {
  const ingested: IngestedDocument[] = [];
  const refusals: VerseError[] = [];
  for (const file of files) {
    const known = takeUnchanged(file, previous);
    if (known !== undefined) {
      ingested.push(known);
      continue;
    }
    try {
      const source = {
        id: file.id,
        file: file.path,
        sha256: file.sha256,
        bytes: file.bytes,
        name: file.name,
        ingestedAt: new Date().toISOString(),
      };
      ingested.push(
        await extractDocument(source, (done, total) => onProgress({ stage: `read ${file.id}`, done, total })),
      );
    } catch (error) {
      if (!(error instanceof VerseError)) throw error;
      refusals.push(error);
    }
  }
  const [first, ...others] = refusals;
  if (first === undefined) return ingested;
  if (others.length === 0) throw first;
  throw new VerseError(
    first.code,
    refusals.map((refusal) => refusal.sentence).join('\n'),
    'Nothing was changed.',
  );
}

function takeUnchanged(file: LoadedFile, previous: OpenIndex | undefined): IngestedDocument | undefined {
  const document = previous?.documents.find((one) => one.id === file.id && one.sha256 === file.sha256);
  if (
    previous === undefined ||
    document === undefined ||
    previous.manifest.passageRules !== passageRulesVersion
  )
    return undefined;
  const passages = previous.passages.filter((passage) => passage.documentId === file.id);
  const noteIds = new Set(
    passages.flatMap((passage) => passage.sentences.flatMap((sentence) => sentence.noteIds)),
  );
  const notes = [...noteIds].flatMap((id) => previous.note(id) ?? []);
  return { document: { ...document, file: file.path }, passages, notes };
}

function isUpToDate(files: readonly LoadedFile[], manifest: Manifest | undefined): boolean {
  if (manifest === undefined || manifest.documents.length !== files.length) return false;
  return files.every((file) =>
    manifest.documents.some((one) => one.id === file.id && one.sha256 === file.sha256),
  );
}

/**
 * Brings the index up to date with the named files, or with every PDF of the corpus folder. Documents that an
 * earlier ingest took in from elsewhere stay. The old index answers until the new one is whole.
 * @throws VerseError for what is refused (see `errors.ts`); nothing is changed then.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const { indexDir, encoderId, onProgress = () => {} } = options;
  const named =
    options.files === undefined || options.files.length === 0
      ? await findPdfs(options.corpusDir)
      : options.files.map(toSourceFile);
  checkDistinct(named);
  const loaded = await Promise.all(named.map((file) => loadFile(file, options.maxFileBytes)));
  return withIndexLock(indexDir, async () => {
    const previousManifest = await readPreviousManifest(indexDir, encoderId);
    const previous = await openPrevious(indexDir, encoderId);
    const kept = await Promise.all(
      keptSources(previous?.documents ?? [], named, options).map((file) =>
        loadFile(file, options.maxFileBytes),
      ),
    );
    const files = [...loaded, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
    const knownIds = previous?.documents.map((document) => document.id) ?? [];
    const removed = knownIds.filter((id) => !files.some((file) => file.id === id));
    const elapsed = (since: number) => Math.round(performance.now() - since);
    if (previous !== undefined && isUpToDate(files, previousManifest)) {
      return {
        changed: false,
        documents: previous.documents.map((document) => ({ ...document, status: 'unchanged' as const })),
        removed: [],
        passages: { total: previous.passages.length, encoded: 0, reused: previous.passages.length },
        timings: { totalMs: elapsed(started), readMs: 0, encodeMs: 0, writeMs: 0 },
      };
    }
    const readStarted = performance.now();
    const ingested = await readDocuments(files, previous, onProgress);
    const readMs = elapsed(readStarted);
    const encodeStarted = performance.now();
    const encoder = await options.openEncoder();
    const reusable: ReadonlyMap<string, PassageEncoding> =
      previous === undefined ? new Map() : reusableEncodings(previous);
    const passages = ingested.flatMap((one) => one.passages);
    const { encodings, reused } = await encodePassages(passages, encoder, reusable, onProgress);
    const encodeMs = elapsed(encodeStarted);
    const writeStarted = performance.now();
    const contents = {
      encoderId,
      dimensions: encoder.dimensions,
      passageRules: passageRulesVersion,
      ingested,
      encodings,
    };
    await writeIndex(indexDir, contents, {
      onProgress,
      ...(options.writeFile && { writeFile: options.writeFile }),
    });
    const statusOf = (document: ReportDocument) => {
      const before = previous?.documents.find((one) => one.id === document.id);
      return before === undefined ? 'new' : before.sha256 === document.sha256 ? 'unchanged' : 'changed';
    };
    return {
      changed: true,
      documents: ingested.map(({ document }) => ({ ...document, status: statusOf(document) })),
      removed,
      passages: { total: passages.length, encoded: passages.length - reused, reused },
      timings: { totalMs: elapsed(started), readMs, encodeMs, writeMs: elapsed(writeStarted) },
    };
  });
}
