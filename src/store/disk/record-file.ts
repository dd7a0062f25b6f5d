/** A file of records, of which single ones are read when they are asked for, each held against its sum. */
import { close, fstat, open, read } from 'node:fs';
import { promisify } from 'node:util';
import { digestOf } from '../sum-of.ts';
import { damagedIndex, unreadable } from './index-errors.ts';

const openFile = promisify(open);
const statFile = promisify(fstat);
const readFile = promisify(read);

/** Bytes of a record's sum: half of a SHA-256. */
export const recordSumBytes = 16;

/** Where each record ends, and their sums end to end. */
export interface RecordIndex {
  ends: Float64Array;
  sums: Uint8Array;
}

export interface RecordFile {
  /**
   * The records at some places, in their order; neighbours are read at once.
   * @throws VerseError `cannot-read`; what `changed` gives for a record that is not as it was written.
   */
  read(places: readonly number[]): Promise<Uint8Array[]>;
  close(): void;
}

/** The sum of a record. */
export function sumRecord(record: Uint8Array): Uint8Array {
  return digestOf(record).subarray(0, recordSumBytes);
}

/** Lays records end to end. */
export function indexRecords(records: readonly Uint8Array[]): RecordIndex {
  const ends = new Float64Array(records.length);
  records.forEach(({ byteLength }, at) => {
    ends[at] = (ends[at - 1] ?? 0) + byteLength;
  });
  return { ends, sums: new Uint8Array(Buffer.concat(records.map(sumRecord))) };
}

/** The most that is read at once. */
const stretchBytes = 4 * 1024 ** 2;

interface Run {
  first: number;
  count: number;
}

/** Places that follow each other as runs. */
function joinRuns(places: readonly number[], ends: Float64Array): Run[] {
  const startOf = (place: number) => ends[place - 1] ?? 0;
  const runs: Run[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    const isNext = last !== undefined && place === last.first + last.count;
    if (isNext && (ends[place] ?? 0) - startOf(last.first) <= stretchBytes) last.count += 1;
    else runs.push({ first: place, count: 1 });
  }
  return runs;
}

/**
 * Opens a file for as long as its index is open, so that it may be removed meanwhile.
 * @param changed the error for the record at a place that is not as it was written.
 * @throws VerseError `damaged-index` where it is missing or of another length than its records; `cannot-read`.
 */
export async function openRecords(
  path: string,
  { ends, sums }: RecordIndex,
  changed: (place: number) => Error,
): Promise<RecordFile> {
  const failure = (cause: unknown) => unreadable(path, cause);
  const file = await openFile(path, 'r').catch((cause: unknown) => {
    throw failure(cause);
  });
  let isOpen = true;
  const { size } = await statFile(file);
  const expected = ends.at(-1) ?? 0;
  if (size !== expected) {
    close(file);
    throw damagedIndex(path, `${size} bytes, ${expected} expected`);
  }

  async function readRun({ first, count }: Run): Promise<Uint8Array[]> {
    const start = ends[first - 1] ?? 0;
    const bytes = new Uint8Array((ends[first + count - 1] ?? start) - start);
    for (let at = 0; at < bytes.byteLength; ) {
      if (!isOpen) throw new Error(`${path}: read after it was closed.`);
      const { bytesRead } = await readFile(file, bytes, at, bytes.byteLength - at, start + at).catch(
        (cause: unknown) => {
          throw failure(cause);
        },
      );
      if (bytesRead === 0) throw damagedIndex(path, 'shorter than it was');
      at += bytesRead;
    }
    return Array.from({ length: count }, (_, nth) => {
      const place = first + nth;
      const record = bytes.subarray((ends[place - 1] ?? 0) - start, (ends[place] ?? 0) - start);
      const sum = sums.subarray(place * recordSumBytes, (place + 1) * recordSumBytes);
      if (Buffer.compare(sumRecord(record), sum) !== 0) throw changed(place);
      return record;
    });
  }

  return {
    read: async (places) => (await Promise.all(joinRuns(places, ends).map(readRun))).flat(),
    close: () => {
      if (isOpen) close(file);
      isOpen = false;
    },
  };
}
