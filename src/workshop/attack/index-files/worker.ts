/** The process that attacked indexes are opened and written in. */
import { VerseError } from '../../../core/errors.ts';
import { withIndexLock } from '../../../store/disk/lock.ts';
import { type OpenIndex, openIndex, openManifest } from '../../../store/disk/open-index.ts';
import type { DocumentContents } from '../../../store/disk/segment.ts';
import { type IndexContents, writeIndex } from '../../../store/disk/write-index.ts';
import type { ExpectedIndex } from '../../../store/index-home.ts';
import { digestIndex } from './digest-index.ts';
import { type DiskFault, failDisk } from './fail-disk.ts';
import type { Outcome } from './helper-process.ts';

export interface OpenRequest {
  indexDir: string;
  expected: ExpectedIndex;
}

/** Writes the first passages of one index into another, as an ingest does. */
export interface CommitRequest extends OpenRequest {
  sourceDir: string;
  passageCount: number;
  fault?: DiskFault | undefined;
}

/** Passages of the document that stays from write to write. */
const keptCount = 3;

/** Some of a document's passages as a document of its own. */
function cutDocument(contents: DocumentContents, id: string, start: number, end: number): DocumentContents {
  const passages = contents.passages.slice(start, end).map((passage) => ({
    ...passage,
    documentId: id,
    id: `${id}${passage.id.slice(passage.documentId.length)}`,
  }));
  const encodings = contents.encodings.slice(start, end);
  return { ...contents, document: { ...contents.document, id }, passages, notes: [], encodings };
}

/** The first passages of an index as two documents, the first of which is taken over where the index has it already. */
async function firstPassages(
  source: OpenIndex,
  passageCount: number,
  indexDir: string,
): Promise<IndexContents> {
  const { encoder, passageRules, summaryRules, documents } = source.manifest;
  const largest = [...documents].sort((left, right) => right.passages - left.passages)[0];
  const contents = await source.takeDocument(largest?.id ?? '');
  if (contents === undefined) throw new Error('The index has no document.');
  const kept = cutDocument(contents, 'kept', 0, keptCount);
  const before = await openManifest(indexDir).catch(() => undefined);
  return {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules,
    summaryRules,
    documents: [
      before?.documents.some(({ id }) => id === 'kept') ? { document: kept.document } : kept,
      cutDocument(contents, 'written', keptCount, passageCount),
    ],
  };
}

async function commit({
  indexDir,
  sourceDir,
  expected,
  passageCount,
  fault,
}: CommitRequest): Promise<Outcome> {
  const source = await openIndex(sourceDir, expected);
  const contents = await firstPassages(source, passageCount, indexDir);
  await source.close();
  const mend = failDisk(fault ?? { step: Number.POSITIVE_INFINITY, kind: 'EIO' });
  let steps = 0;
  try {
    await withIndexLock(indexDir, (lock) => writeIndex(indexDir, contents, { ...lock, graphFrom: 0 }));
  } finally {
    steps = mend();
  }
  return { kind: 'committed', steps };
}

async function answer(request: OpenRequest | CommitRequest): Promise<Outcome> {
  try {
    if ('sourceDir' in request) return await commit(request);
    const index = await openIndex(request.indexDir, request.expected);
    try {
      return { kind: 'opened', digest: await digestIndex(index) };
    } finally {
      await index.close();
    }
  } catch (error) {
    if (error instanceof VerseError) return { kind: 'refused', code: error.code, sentence: error.sentence };
    return { kind: 'failed', problem: String(error) };
  }
}

process.on('message', async (request: OpenRequest | CommitRequest) => {
  process.send?.(await answer(request));
});
