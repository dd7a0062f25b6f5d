/** The files of a build, held against the sums of its manifest before anything makes sense of them. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSum, sumFile } from '../../files/sum-file.ts';
import { sumOf } from '../sum-of.ts';
import { damagedIndex, unreadable } from './index-errors.ts';
import type { Manifest } from './manifest.ts';

/** `readFile` is limited to 2 GiB. */
const readStep = 1024 ** 3;

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(readStep, size - at), at);
      if (bytesRead === 0) throw new Error('shorter than it was');
      at += bytesRead;
    }
    return Buffer.from(bytes.buffer);
  } finally {
    await file.close();
  }
}

/** Up to this size the sums of all files are checked at opening, in 0.2 s. */
const largeBytes = 256 * 1024 ** 2;

export interface CheckedFiles {
  /** Reads and parses a file. @throws VerseError `damaged-index` where it is not as it was written; `cannot-read`. */
  load<T>(name: string, parse: (bytes: Buffer) => T): Promise<T>;
  /** Holds a file against its sum without keeping it. @throws VerseError as `load`. */
  check(name: string): Promise<void>;
}

/** Whether all files are held against their sums at opening: in a large index those that are read by records are not. */
export function checksEverySum({ files }: Pick<Manifest, 'files'>): boolean {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0) <= largeBytes;
}

/** The files of a build. */
export function openFiles(folder: string, { files }: Pick<Manifest, 'files'>): CheckedFiles {
  function compare(name: string, found: FileSum): void {
    const path = join(folder, name);
    const expected = files[name];
    if (expected === undefined) throw damagedIndex(path, 'not in the manifest');
    if (found.bytes !== expected.bytes) {
      throw damagedIndex(path, `${found.bytes} bytes, ${expected.bytes} expected`);
    }
    if (found.sha256 !== expected.sha256) {
      throw damagedIndex(path, 'not as it was written (its SHA-256 is another)');
    }
  }
  const failure = (name: string) => (cause: unknown) => {
    throw unreadable(join(folder, name), cause);
  };
  return {
    load: async (name, parse) => {
      const path = join(folder, name);
      const bytes = await readWhole(path).catch(failure(name));
      compare(name, { bytes: bytes.byteLength, sha256: sumOf(bytes) });
      try {
        return parse(bytes);
      } catch (cause) {
        const problem = cause instanceof Error ? cause.message : String(cause);
        throw damagedIndex(path, `damaged (${problem})`, cause);
      }
    },
    check: async (name) => compare(name, await sumFile(join(folder, name)).catch(failure(name))),
  };
}
