/** Files in a folder that all machines see, each named by its sum. */
import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import { syncFolder } from '../../disk/sync-folder.ts';
import { findMissing } from '../../find-missing.ts';
import { systemCode } from '../../system-code.ts';
import { cleaningLock } from '../index-state.ts';
import type { StoredFiles } from '../stored-files.ts';
import { readParts } from './read-parts.ts';

const partBytes = 1024 ** 2;
/** Of a file that is kept here; others in the folder are somebody else's. */
const kept = /^[0-9a-f]{64}\.file$/;

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether a file is kept in its length: one that was cut off since is copied anew. Its sum is looked at by who reads it. */
async function isWhole(path: string, { file }: { file: string }): Promise<boolean> {
  const [kept, source] = await Promise.all([path, file].map((one) => stat(one).catch(() => undefined)));
  return kept !== undefined && (source === undefined || kept.size === source.size);
}

async function copyInto(
  folder: string,
  path: string,
  source: { file: string; sha256: string },
): Promise<void> {
  const fresh = join(folder, `.${randomUUID()}.new`);
  try {
    await mkdir(folder, { recursive: true });
    const copy = await open(fresh, 'wx');
    try {
      await readParts(source, partBytes, async (bytes) => copy.writeFile(bytes));
      await copy.sync();
    } finally {
      await copy.close();
    }
    await rename(fresh, path);
    await syncFolder(folder);
  } catch (cause) {
    if (cause instanceof VerseError) throw cause;
    const problem = `${folder}: no file can be kept there (${systemCode(cause) ?? String(cause)}).`;
    throw new VerseError('cannot-write', problem, 'Check the folder that VERSE_STORE_FILES names.', {
      cause,
    });
  } finally {
    await rm(fresh, { force: true }).catch(() => {});
  }
}

/** @param folder an absolute path; its machines may see it under different ones. */
export function keepInFolder(folder: string): StoredFiles {
  const pathOf = (sha256: string) => join(folder, `${sha256}.file`);
  return {
    areKept: true,
    keep: async (query, key, source) => {
      // Who cleans waits until the row that names the file is there.
      await query('select pg_advisory_xact_lock_shared($1, $2)', [key, cleaningLock]);
      const path = pathOf(source.sha256);
      if (!(await isWhole(path, source))) await copyInto(folder, path, source);
    },
    fetch: async (_, { id, sha256 }) => {
      const path = pathOf(sha256);
      if (await isThere(path)) return path;
      throw new VerseError(
        'cannot-read',
        `${id}: its file is not in ${folder}.`,
        'Check that the folder of VERSE_STORE_FILES is mounted, or take the document in again.',
      );
    },
    findMissing: (_, files) => findMissing(files, ({ sha256 }) => pathOf(sha256)),
    removeUnused: async (query) => {
      const named = await query<{ sha256: string }>(
        `select sha256 from documents union select sha256 from queue where state <> 'done'`,
      );
      const used = new Set(named.map(({ sha256 }) => pathOf(sha256)));
      const names = await readdir(folder).catch(() => []);
      const unused = names.filter((name) => kept.test(name)).map((name) => join(folder, name));
      await Promise.all(unused.filter((path) => !used.has(path)).map((path) => rm(path, { force: true })));
    },
  };
}
