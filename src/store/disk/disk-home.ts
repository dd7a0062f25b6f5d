/** An index kept in a folder of this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import { countAll } from '../../core/summary.ts';
import type { IngestedDocument } from '../../core/types.ts';
import {
  type EncodedDocument,
  type IndexHome,
  isEncoded,
  type KeptDocument,
  type NextIndex,
  type PreviousIndex,
} from '../index-home.ts';
import { changeDocuments } from './change-documents.ts';
import { type CommitOptions, removeLeftovers } from './commit-build.ts';
import { withIndexLock } from './lock.ts';
import { pointerFile } from './manifest.ts';
import { listDocuments, type OpenIndex, openIndex, reusableEncodings } from './open-index.ts';
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

/** A document as the index has it. */
function takeDocument(id: string, { whole }: OpenIndex): IngestedDocument | undefined {
  const document = whole.documents.find((one) => one.id === id);
  return (
    document && {
      document,
      passages: whole.passages.filter((passage) => passage.documentId === id),
      notes: whole.notes.filter((note) => note.id.startsWith(`${id}/`)),
    }
  );
}

function describePrevious(index: OpenIndex): PreviousIndex {
  const { manifest, whole } = index;
  return {
    passageRules: manifest.passageRules,
    summaryRules: manifest.summaryRules,
    documents: whole.documents,
    passageCounts: countAll(whole.passages.map(({ documentId }) => documentId)),
    takeDocument: async (id) => takeDocument(id, index),
    encodings: async () => reusableEncodings(index),
  };
}

/** A kept document with what the index has of it. */
function takeKept(
  { document }: KeptDocument,
  index: OpenIndex,
  known: ReturnType<typeof reusableEncodings>,
): EncodedDocument[] {
  const taken = takeDocument(document.id, index);
  if (taken === undefined) return [];
  const { passages } = index.whole;
  const hashes = index.manifest.passageHashes.filter((_, at) => passages[at]?.documentId === document.id);
  return [{ ...taken, document, encodings: hashes.flatMap((hash) => known.get(hash) ?? []) }];
}

/** The whole contents: a build is written from its first passage to its last, those of kept documents among them. */
function collectContents(next: NextIndex, index: OpenIndex | undefined): IndexContents {
  const known = index && reusableEncodings(index);
  const ingested = next.documents.flatMap((one) =>
    isEncoded(one) ? [one] : index && known ? takeKept(one, index, known) : [],
  );
  return {
    encoderId: next.encoderId,
    dimensions: next.dimensions,
    passageRules: next.passageRules,
    summaryRules: next.summarizer.rules,
    summaries: ingested.map(next.summarizer.summarize),
    ingested,
    encodings: ingested.flatMap(({ encodings }) => encodings),
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
        return work({
          previous: index && describePrevious(index),
          known: index?.whole.documents ?? (await listDocuments(indexDir)),
          write: async (next, workOptions) => {
            await writeIndex(indexDir, collectContents(next, index), {
              ...options,
              ...workOptions,
              assertHeld,
            });
          },
          leave: () => removeLeftovers(indexDir),
        });
      }),
    changeDocuments: (change) => changeDocuments(indexDir, change, options),
    close: async () => {},
  };
}
