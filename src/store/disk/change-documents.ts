/** Changes what an index says of its documents, and nothing else: passages and vectors are taken over as they are. */
import { join } from 'node:path';
import type { ReportDocument } from '../../core/types.ts';
import { findChanges, type Noting } from '../audit.ts';
import { sumOf } from '../sum-of.ts';
import { systemCode } from '../system-code.ts';
import { openAuditFiles } from './audit-files.ts';
import { openFiles } from './checked-files.ts';
import { type CommitOptions, commitBuild } from './commit-build.ts';
import { cannotWrite } from './index-errors.ts';
import { withIndexLock } from './lock.ts';
import { currentBuild, type Manifest, readManifest, toListed } from './manifest.ts';
import { documentFile, writeDocument } from './segment.ts';
import { takeOver } from './take-over.ts';

/**
 * Replaces the documents of the current build by what `change` makes of them, the same ones in the same order. Where it gives
 * back what it got, nothing is written.
 * @throws VerseError `no-index`, `stale-index` for another format, `damaged-index`, `index-locked`, `cannot-read`,
 * `cannot-write`; what `change` throws. The index is as it was then.
 */
export async function changeDocuments(
  indexDir: string,
  change: (documents: readonly ReportDocument[]) => readonly ReportDocument[],
  { by, ...options }: Pick<CommitOptions, 'writeFile'> & Noting = {},
): Promise<void> {
  // Without an index there is no folder to lock.
  await currentBuild(indexDir);
  await withIndexLock(indexDir, async ({ assertHeld }) => {
    const audit = await openAuditFiles(indexDir, { by });
    const before = await currentBuild(indexDir);
    const manifest = await readManifest(indexDir, before);
    const files = openFiles(before, manifest);
    const documents: ReportDocument[] = [];
    for (const { segment } of manifest.documents) {
      documents.push(
        await files.load(
          documentFile(segment),
          (bytes): ReportDocument => JSON.parse(bytes.toString('utf8')),
        ),
      );
    }
    const changed = change(documents);
    if (changed === documents) return;
    const written = new Map<string, Uint8Array>();
    const listed = manifest.documents.map((known, at) => {
      const document = changed[at];
      if (document === undefined || document === documents[at]) return known;
      written.set(documentFile(known.segment), writeDocument(document));
      return toListed(document, known);
    });
    const sums = [...written].map(([name, bytes]): [string, Manifest['files'][string]] => [
      name,
      { bytes: bytes.byteLength, sha256: sumOf(bytes) },
    ]);
    const next: Manifest = {
      ...manifest,
      createdAt: new Date().toISOString(),
      documents: listed,
      files: { ...manifest.files, ...Object.fromEntries(sums) },
    };
    const neededBytes = [...written.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    await commitBuild(
      indexDir,
      async (folder, write) => {
        for (const name of Object.keys(manifest.files)) {
          const bytes = written.get(name);
          if (bytes === undefined) await takeOver(join(before, name), join(folder, name));
          else await write(join(folder, name), bytes);
        }
        return Buffer.from(JSON.stringify(next));
      },
      { ...options, assertHeld },
    ).catch((cause: unknown) => {
      throw systemCode(cause) === undefined ? cause : cannotWrite(indexDir, cause, neededBytes);
    });
    await audit?.write(findChanges(documents, changed));
  });
}
