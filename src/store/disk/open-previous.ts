/**
 * The index as the next ingest finds it. A small one, or one that is read anew as a whole, is opened with every sum. Of a large
 * one to which something is added only what is asked for is read: the documents' own files, and the head and the records of
 * a document whose passages or vectors are taken over, each held against its sum. What is not read is linked as it is; the sum
 * of each record is in its head, so that one that has changed is found where it is quoted, and by the next ingest of all.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import type { PreviousIndex } from '../index-home.ts';
import type { TokenLevels } from '../token-codes.ts';
import { checksEverySum, openFiles } from './checked-files.ts';
import { unreadable } from './index-errors.ts';
import { checkManifest, currentBuild, type ListedDocument, type Manifest, readManifest } from './manifest.ts';
import { openDocuments, openIndex, readDocuments } from './open-index.ts';
import { readSection } from './sections.ts';
import { hashBytes, headFile } from './segment.ts';
import type { IndexSource } from './store.ts';

/** An index before, whoever closes it. */
export interface OpenPrevious extends PreviousIndex {
  /** The levels that a document's token vectors are kept in. */
  levelsOf(id: string): Promise<TokenLevels | undefined>;
  close(): Promise<void>;
}

function describe({ passageRules, summaryRules, documents }: Manifest) {
  return {
    passageRules,
    summaryRules,
    passageCounts: new Map(documents.map(({ id, passages }) => [id, passages])),
  };
}

/** With every sum checked, of a build that is opened whole. */
async function openWhole(indexDir: string, encoderId: string): Promise<OpenPrevious> {
  const index = await openIndex(indexDir, { encoderId }, { everySum: true });
  return {
    ...describe(index.manifest),
    documents: await index.documents(),
    takeDocument: index.takeDocument,
    levelsOf: index.levelsOf,
    encodings: async (hashes) => {
      const found = await Promise.all(hashes.map(index.findEncoding));
      return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.hash, one] as const])));
    },
    close: index.close,
  };
}

type OpenDocument = IndexSource & { close(): Promise<void> };

/** Those documents that have passages of these hashes. They are looked for before anything of a head is checked. */
async function findHolders(
  folder: string,
  documents: readonly ListedDocument[],
  hashes: ReadonlySet<string>,
): Promise<ListedDocument[]> {
  const holders: ListedDocument[] = [];
  for (const listed of documents) {
    const path = join(folder, headFile(listed.segment));
    const file = await open(path).catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    const own = await readSection(file, 'hashes').finally(() => file.close());
    const count = own.byteLength / hashBytes;
    const isHolder = Array.from({ length: count }, (_, at) =>
      own.toString('hex', at * hashBytes, (at + 1) * hashBytes),
    ).some((hash) => hashes.has(hash));
    if (isHolder) holders.push(listed);
  }
  return holders;
}

/** With its documents opened as they are asked for. */
async function openPartly(folder: string, manifest: Manifest): Promise<OpenPrevious> {
  const documents = await readDocuments(openFiles(folder, manifest), manifest);
  const opened = new Map<string, Promise<OpenDocument>>();
  const openOne = (listed: ListedDocument): Promise<OpenDocument> => {
    const known = opened.get(listed.id) ?? openDocuments(folder, manifest, [listed]);
    opened.set(listed.id, known);
    return known;
  };
  const find = async (id: string): Promise<OpenDocument | undefined> => {
    const listed = manifest.documents.find((one) => one.id === id);
    return listed && openOne(listed);
  };
  return {
    ...describe(manifest),
    documents,
    takeDocument: async (id) => (await find(id))?.takeDocument(id),
    levelsOf: async (id) => (await find(id))?.levelsOf(id),
    encodings: async (hashes) => {
      const found = new Map<string, PassageEncoding>();
      for (const listed of await findHolders(folder, manifest.documents, new Set(hashes))) {
        const { findEncoding } = await openOne(listed);
        for (const hash of hashes) {
          const encoding = found.has(hash) ? undefined : await findEncoding(hash);
          if (encoding !== undefined) found.set(hash, encoding);
        }
      }
      return found;
    },
    close: async () => {
      await Promise.all(
        [...opened.values()].map((one) =>
          one.then(
            ({ close }) => close(),
            () => {},
          ),
        ),
      );
    },
  };
}

/**
 * The current index, or undefined if there is none that this version and encoder can use.
 * @param isLarge whether a build is large, for tests.
 */
export async function openPrevious(
  indexDir: string,
  encoderId: string,
  everySum: boolean,
  isLarge: (manifest: Manifest) => boolean = (manifest) => !checksEverySum(manifest),
): Promise<OpenPrevious | undefined> {
  try {
    const folder = await currentBuild(indexDir);
    const manifest = await readManifest(indexDir, folder);
    if (everySum || !isLarge(manifest)) return await openWhole(indexDir, encoderId);
    checkManifest(indexDir, manifest, { encoderId });
    return await openPartly(folder, manifest);
  } catch (error) {
    // One that is damaged or of another version is made anew from the documents.
    if (error instanceof VerseError) return undefined;
    throw error;
  }
}
