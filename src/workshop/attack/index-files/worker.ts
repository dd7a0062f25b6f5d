/** The process that attacked indexes are opened and written in. */
import { VerseError } from '../../../core/errors.ts';
import { withIndexLock } from '../../../store/disk/lock.ts';
import type { ExpectedIndex } from '../../../store/disk/manifest.ts';
import { type OpenIndex, openIndex, reusableEncodings } from '../../../store/disk/open-index.ts';
import { type IndexContents, writeIndex } from '../../../store/disk/write-index.ts';
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

async function firstPassages(source: OpenIndex, passageCount: number): Promise<IndexContents> {
  const { manifest, whole } = source;
  const encodings = reusableEncodings(source);
  const passages = whole.passages.slice(0, passageCount);
  return {
    encoderId: manifest.encoder.id,
    dimensions: manifest.encoder.dimensions,
    passageRules: manifest.passageRules,
    summaryRules: manifest.summaryRules,
    summaries: await Promise.all(whole.documents.map(({ id }) => source.summary([id]))),
    ingested: whole.documents.map((document) => ({
      document,
      passages: passages.filter(({ documentId }) => documentId === document.id),
      notes: [],
    })),
    encodings: manifest.passageHashes.slice(0, passageCount).flatMap((hash) => encodings.get(hash) ?? []),
  };
}

async function commit({
  indexDir,
  sourceDir,
  expected,
  passageCount,
  fault,
}: CommitRequest): Promise<Outcome> {
  const contents = await firstPassages(await openIndex(sourceDir, expected), passageCount);
  const mend = failDisk(fault ?? { step: Number.POSITIVE_INFINITY, kind: 'EIO' });
  let steps = 0;
  try {
    await withIndexLock(indexDir, (lock) => writeIndex(indexDir, contents, lock));
  } finally {
    steps = mend();
  }
  return { kind: 'committed', steps };
}

async function answer(request: OpenRequest | CommitRequest): Promise<Outcome> {
  try {
    if ('sourceDir' in request) return await commit(request);
    const index = await openIndex(request.indexDir, request.expected);
    return { kind: 'opened', digest: await digestIndex(index) };
  } catch (error) {
    if (error instanceof VerseError) return { kind: 'refused', code: error.code, sentence: error.sentence };
    return { kind: 'failed', problem: String(error) };
  }
}

process.on('message', async (request: OpenRequest | CommitRequest) => {
  process.send?.(await answer(request));
});
