/** A file of named parts that are used as they are: a list of them in JSON, then each at a multiple of eight bytes. */
import type { FileHandle } from 'node:fs/promises';

/** Where a part begins, behind the list, and how long it is, in bytes. */
type Place = [start: number, bytes: number];

const lane = 8;
const align = (bytes: number) => Math.ceil(bytes / lane) * lane;
/** The length of the list, uint32, and room up to the lane. */
const headBytes = 8;

/** Lays parts out in one file. */
export function joinSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const places: Record<string, Place> = {};
  let end = 0;
  for (const [name, { byteLength }] of sections) {
    places[name] = [end, byteLength];
    end = align(end + byteLength);
  }
  const list = Buffer.from(JSON.stringify(places));
  const base = align(headBytes + list.byteLength);
  const file = new Uint8Array(base + end);
  new DataView(file.buffer).setUint32(0, list.byteLength, true);
  file.set(list, headBytes);
  for (const [name, bytes] of sections) file.set(bytes, base + (places[name]?.[0] ?? 0));
  return file;
}

/** Finds the parts of a file; each is a copy, so that the file need not be kept. @throws Error for other files. */
export function splitSections(file: Uint8Array): (name: string) => Uint8Array {
  const listBytes = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
  const list = Buffer.from(file.buffer, file.byteOffset + headBytes, listBytes).toString('utf8');
  const places: Record<string, Place> = JSON.parse(list);
  const base = align(headBytes + listBytes);
  return (name) => {
    const [start, bytes] = places[name] ?? [0, -1];
    if (bytes < 0 || base + start + bytes > file.byteLength) throw new RangeError(`no part ${name}`);
    // Not by `slice`, which gives a view of a Buffer.
    return new Uint8Array(file.subarray(base + start, base + start + bytes));
  };
}

/** Reads one part of a file from the disk. @throws Error for other files. */
export async function readSection(file: FileHandle, name: string): Promise<Buffer> {
  const read = async (at: number, bytes: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
    if (bytesRead < bytes) throw new RangeError(`no part ${name}`);
    return buffer;
  };
  const listBytes = (await read(0, headBytes)).readUInt32LE(0);
  const places: Record<string, Place> = JSON.parse((await read(headBytes, listBytes)).toString('utf8'));
  const [start, bytes] = places[name] ?? [0, -1];
  if (bytes < 0) throw new RangeError(`no part ${name}`);
  return read(align(headBytes + listBytes) + start, bytes);
}
