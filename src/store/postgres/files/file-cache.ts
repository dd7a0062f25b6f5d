/** Files of a database that were asked for on this machine, by their sums: a folder of this user, of a limited size. */
import { createHash, randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import type { FilePlace } from '../stored-files.ts';

const mostBytes = 1024 ** 3;

/** Of a file that is kept here, or is being fetched. */
const cached = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/;

/** Of this user alone, whether or not the system has a name for them, as it may not in a container. */
const usualFolder = () => join(tmpdir(), `chapter-and-verse-${process.getuid?.() ?? 'files'}`);

export interface FileCache {
  /**
   * The path of a file with these bytes; `read` gives them where it is not there yet.
   * @throws VerseError `cannot-read` where they have another sum; what `read` throws.
   */
  find(file: FilePlace, read: () => AsyncIterable<Uint8Array>): Promise<string>;
}

async function receive(
  path: string,
  { id, sha256 }: FilePlace,
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  const hash = createHash('sha256');
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      for await (const bytes of parts) {
        hash.update(bytes);
        await file.writeFile(bytes);
      }
    } finally {
      await file.close();
    }
    if (hash.digest('hex') !== sha256) {
      const problem = `${id}: its file in the database is not as it was taken in (its SHA-256 is another).`;
      throw new VerseError('cannot-read', problem, 'Take it in again, or restore the database.');
    }
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Removes those that were not asked for longest, until the rest fit; `kept` stays. */
async function removeOldest(folder: string, kept: string, limit: number): Promise<void> {
  const found = await Promise.all(
    (await readdir(folder))
      .filter((name) => cached.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const { size = 0, mtimeMs = 0 } = (await stat(path).catch(() => undefined)) ?? {};
        return { path, size, usedAt: mtimeMs };
      }),
  );
  let total = found.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of found.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) return;
    if (path === kept) continue;
    await rm(path, { force: true });
    total -= size;
  }
}

/** @param folder of this user alone: what is in it is taken for what its name says. */
export function openFileCache(folder: string = usualFolder(), limit: number = mostBytes): FileCache {
  /** Those that are being fetched. */
  const fetching = new Map<string, Promise<string>>();

  /** Anybody may have made what is called so among the temporary files: a link too, to a folder that others write to. */
  async function requireOwn(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) {
      const problem = `${folder} is a link, or belongs to another user.`;
      throw new VerseError('cannot-read', problem, 'Remove it, or set TMPDIR to a folder of your own.');
    }
    await chmod(folder, 0o700);
  }

  async function fetch(file: FilePlace, read: () => AsyncIterable<Uint8Array>): Promise<string> {
    await requireOwn();
    const path = join(folder, file.sha256);
    const now = new Date();
    const isThere = await utimes(path, now, now).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
    await receive(path, file, read());
    await removeOldest(folder, path, limit);
    return path;
  }

  return {
    find: (file, read) => {
      const known = fetching.get(file.sha256);
      if (known !== undefined) return known;
      const fetched = fetch(file, read).finally(() => fetching.delete(file.sha256));
      fetching.set(file.sha256, fetched);
      return fetched;
    },
  };
}
