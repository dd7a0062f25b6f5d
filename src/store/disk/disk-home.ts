/** An index kept in a folder of this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import { type IndexHome, isEncoded, type NextIndex, type PreviousIndex } from '../index-home.ts';
import { changeDocuments } from './change-documents.ts';
import { type CommitOptions, removeLeftovers } from './commit-build.ts';
import { withIndexLock } from './lock.ts';
import { pointerFile } from './manifest.ts';
import { listDocuments, type OpenIndex, openIndex } from './open-index.ts';
import { type IndexContents, writeIndex } from './write-index.ts';

/** The current index, or undefined if there is none that this version can use. */
async function openPrevious(indexDir: string, encoderId: string): Promise<OpenIndex | undefined> {
  try {
    return await openIndex(indexDir, { encoderId }, { everySum: true });
  } catch (error) {
    // One that is damaged or of another version is made anew from the documents.
    if (error instanceof VerseError) return undefined;
    throw error;
  }
}

async function describePrevious(index: OpenIndex): Promise<PreviousIndex> {
  const { passageRules, summaryRules, documents } = index.manifest;
  return {
    passageRules,
    summaryRules,
    documents: await index.documents(),
    passageCounts: new Map(documents.map(({ id, passages }) => [id, passages])),
    takeDocument: index.takeDocument,
    encodings: async (hashes) => {
      const found = await Promise.all(hashes.map(index.findEncoding));
      return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.hash, one] as const])));
    },
  };
}

/** The contents of the next index: what is kept is named only. */
function describeContents(
  { summarizer, documents, ...next }: NextIndex,
  index: OpenIndex | undefined,
): IndexContents {
  return {
    ...next,
    summaryRules: summarizer.rules,
    documents: documents.map((one) =>
      isEncoded(one)
        ? { ...one, summary: summarizer.summarize(one), levels: index?.levelsOf(one.document.id) }
        : one,
    ),
  };
}

/** @param options `writeFile` is replaced by tests of a full disk. */
export function createDiskHome(indexDir: string, options: Pick<CommitOptions, 'writeFile'> = {}): IndexHome {
  return {
    open: async (expected, openOptions) => {
      const index = await openIndex(indexDir, expected, openOptions);
      const { createdAt: at, counts } = index.manifest;
      return { ...index, made: { at, ...counts } };
    },
    list: () => listDocuments(indexDir),
    revision: () => readFile(join(indexDir, pointerFile), 'utf8').catch(() => ''),
    change: (encoderId, work) =>
      withIndexLock(indexDir, async ({ assertHeld }) => {
        const index = await openPrevious(indexDir, encoderId);
        const previous = index && (await describePrevious(index));
        const working = work({
          previous,
          known: previous?.documents ?? (await listDocuments(indexDir)),
          write: async (next, workOptions) => {
            await writeIndex(indexDir, describeContents(next, index), {
              ...options,
              ...workOptions,
              assertHeld,
            });
          },
          leave: () => removeLeftovers(indexDir),
        });
        return working.finally(() => index?.close());
      }),
    changeDocuments: (change) => changeDocuments(indexDir, change, options),
    close: async () => {},
  };
}
