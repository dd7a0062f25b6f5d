/** An index kept in a folder of this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findReadings } from '../audit.ts';
import { type IndexHome, isEncoded, type KeptDocument, type NextIndex } from '../index-home.ts';
import { openAuditFiles, readAuditFiles } from './audit-files.ts';
import { changeDocuments } from './change-documents.ts';
import { type CommitOptions, removeLeftovers } from './commit-build.ts';
import { withIndexLock } from './lock.ts';
import { type Manifest, pointerFile } from './manifest.ts';
import { listDocuments, openIndex } from './open-index.ts';
import { type OpenPrevious, openPrevious } from './open-previous.ts';
import type { DocumentContents } from './segment.ts';
import { type IndexContents, writeIndex } from './write-index.ts';

/** The contents of the next index: what is kept is named only. */
async function describeContents(
  { summarizer, documents, ...next }: NextIndex,
  previous: OpenPrevious | undefined,
): Promise<IndexContents> {
  const contents: (DocumentContents | KeptDocument)[] = [];
  for (const one of documents) {
    if (!isEncoded(one)) contents.push(one);
    else {
      const levels = await previous?.levelsOf(one.document.id);
      contents.push({ ...one, summary: summarizer.summarize(one), levels });
    }
  }
  return { ...next, summaryRules: summarizer.rules, documents: contents };
}

export interface DiskHomeOptions extends Pick<CommitOptions, 'writeFile'> {
  /** Whether a build is large, so that what is added to it does not have all of it checked. */
  isLarge?: (manifest: Manifest) => boolean;
}

/** @param options replaced by tests, of a full disk and of large builds. */
export function createDiskHome(indexDir: string, options: DiskHomeOptions = {}): IndexHome {
  return {
    open: async (expected, openOptions) => {
      const index = await openIndex(indexDir, expected, openOptions);
      const { createdAt: at, counts } = index.manifest;
      return { ...index, made: { at, ...counts } };
    },
    list: () => listDocuments(indexDir),
    revision: () => readFile(join(indexDir, pointerFile), 'utf8').catch(() => ''),
    change: (encoderId, work, { everySum = true, by } = {}) =>
      withIndexLock(indexDir, async ({ assertHeld }) => {
        const audit = await openAuditFiles(indexDir, { by });
        const previous = await openPrevious(indexDir, encoderId, everySum, options.isLarge);
        const known = previous?.documents ?? (await listDocuments(indexDir));
        const working = work({
          previous,
          known,
          write: async (next, workOptions) => {
            await writeIndex(indexDir, await describeContents(next, previous), {
              ...options,
              ...workOptions,
              assertHeld,
            });
            const after = next.documents.map(({ document }) => document);
            await audit?.write(findReadings(known, after));
          },
          leave: () => removeLeftovers(indexDir),
        });
        return working.finally(() => previous?.close());
      }),
    changeDocuments: (change, noting) => changeDocuments(indexDir, change, { ...options, ...noting }),
    audit: () => readAuditFiles(indexDir),
    close: async () => {},
  };
}
