/** Makes a new build the current one: its folder first, then the pointer `current` by a rename. Callers hold the lock. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildName, currentBuild, manifestFile, nameBuild, pointerFile } from './manifest.ts';
import { syncFolder } from './sync-folder.ts';

/** Writes a file and flushes it to the disk. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

export interface CommitOptions {
  /** Replaced by tests of a full disk. */
  writeFile?: WriteFile;
  /** Throws where another has the lock now; asked right before the new build is made current. */
  assertHeld?: () => void;
  /** When aborted, the work stops at its next step and throws the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Puts the files of a build into a folder; returns its manifest, which is written last. */
export type FillBuild = (folder: string, write: WriteFile) => Promise<Uint8Array>;

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes builds other than `current`, complete or not. What cannot be removed is left for the next time. */
async function removeOtherBuilds(indexDir: string, current: string): Promise<void> {
  const names = await readdir(indexDir).catch(() => []);
  const old = names.filter((name) => buildName.test(name) && name !== current);
  await Promise.all(
    old.map((name) => rm(join(indexDir, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** Removes the remains of a killed ingest: other builds, and a pointer not yet renamed. */
export async function removeLeftovers(indexDir: string): Promise<void> {
  await removeOtherBuilds(indexDir, basename(await currentBuild(indexDir)));
  await rm(join(indexDir, `${pointerFile}.new`), { force: true });
}

/**
 * Fills a build and makes it the current one; returns its folder. Until the last step the one before stays in place; on any
 * failure, or when `signal` is aborted, it remains current and nothing is left of the new one.
 * @throws the system's errors; what `fill` and `assertHeld` throw; the reason of `signal`.
 */
export async function commitBuild(
  indexDir: string,
  fill: FillBuild,
  { signal, writeFile = writeAndSync, assertHeld = () => {} }: CommitOptions = {},
): Promise<string> {
  // Named by its manifest once that is known; named like a build before, so that one of a killed process is removed.
  let folder = join(indexDir, `build-${randomUUID()}`);
  const pointer = join(indexDir, pointerFile);
  try {
    await mkdir(folder, { recursive: true });
    const manifest = await fill(folder, writeFile);
    await writeFile(join(folder, manifestFile), manifest);
    await syncFolder(folder);
    const named = join(indexDir, nameBuild(manifest));
    await rename(folder, named);
    folder = named;
    await writeFile(`${pointer}.new`, Buffer.from(`${basename(folder)}\n`));
    // The last chance to stop: after the rename the new build is current.
    signal?.throwIfAborted();
    assertHeld();
    await rename(`${pointer}.new`, pointer);
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await rm(`${pointer}.new`, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(indexDir);
  await removeOtherBuilds(indexDir, basename(folder));
  return folder;
}
