/** The files of a build, read whole and held against the sums of its manifest before anything makes sense of them. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { damagedIndex, unreadable } from './index-errors.ts';
import type { Manifest } from './manifest.ts';
import { sumOf } from './sum-of.ts';

/** `readFile` is limited to 2 GiB, which the token vectors of 90,000 passages exceed. */
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

/** Files of numbers that rank passages and are neither quoted nor given to native code: 97 % of a large index. */
const onlyRank = new Set(['tokens.bin', 'vectors.bin']);
/** Up to this size the sums of all files are checked at opening, in 0.2 s. */
const largeBytes = 256 * 1024 ** 2;

export interface CheckedFiles {
  /** Reads and parses a file. @throws VerseError `damaged-index` where it is not as it was written; `cannot-read`. */
  load<T>(name: string, parse: (bytes: Buffer) => T): Promise<T>;
}

/**
 * The files of a build. In a large index those that only rank are checked by their size alone, unless `everySum` is
 * asked for, as by an ingest, which takes their vectors over, and by `verse doctor --deep`.
 */
export function openFiles(folder: string, { files }: Manifest, everySum: boolean): CheckedFiles {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    load: async (name, parse) => {
      const path = join(folder, name);
      const bytes = await readWhole(path).catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      const expected = files[name];
      if (expected === undefined) throw damagedIndex(path, 'not in the manifest');
      if (bytes.byteLength !== expected.bytes) {
        throw damagedIndex(path, `${bytes.byteLength} bytes, ${expected.bytes} expected`);
      }
      const isSummed = everySum || total <= largeBytes || !onlyRank.has(name);
      if (isSummed && sumOf(bytes) !== expected.sha256) {
        throw damagedIndex(path, 'not as it was written (its SHA-256 is another)');
      }
      try {
        return parse(bytes);
      } catch (cause) {
        const problem = cause instanceof Error ? cause.message : String(cause);
        throw damagedIndex(path, `damaged (${problem})`, cause);
      }
    },
  };
}
