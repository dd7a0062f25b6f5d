/** Receives an uploaded file: checked while it arrives, and given its name once it is complete and on the disk. */
import { randomUUID } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkKind, headBytes, isNamedAsDocument } from '../../assistant/document-kinds.ts';
import { placeFile } from '../../assistant/place-file.ts';
import { VerseError } from '../../core/errors.ts';

/** File systems allow 255 bytes; this leaves room for letters of several bytes. */
const longestName = 120;
/** Incomplete files are hidden, so that no ingest reads them. */
const unfinished = /^\.[0-9a-f-]{36}\.upload$/;

/**
 * The name to keep a file under: no path, nothing hidden, with the ending of a kind that is read.
 * @throws VerseError `bad-input`.
 */
export function checkFileName(name: string): string {
  const plain = name.normalize('NFC').trim();
  const isPlain = /^[^/\\:*?"<>|\p{Cc}]+$/u.test(plain) && !plain.startsWith('.');
  if (isPlain && isNamedAsDocument(plain) && plain.length <= longestName) return plain;
  throw new VerseError(
    'bad-input',
    `“${name.slice(0, longestName)}” is not a name for a PDF.`,
    `Name it like report.pdf, with at most ${longestName} characters and no folders.`,
  );
}

function refuseSize(name: string, maxBytes: number): never {
  const limit = maxBytes.toLocaleString('en');
  throw new VerseError('too-large', `${name}: more than the limit of ${limit} bytes.`);
}

async function writeChunks(path: string, name: string, body: AsyncIterable<Uint8Array>, maxBytes: number) {
  const file = await open(path, 'wx');
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) refuseSize(name, maxBytes);
      if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
      await file.write(chunk);
    }
    checkKind(head, name);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes a file into a folder under a temporary name, renamed once complete; it outlives a power cut once this resolves.
 * Nothing remains of a refused one. A file of that name, which no document and no upload has, is set aside: a crash left
 * it there before it was ingested.
 * @returns its path.
 * @throws VerseError `too-large`, `unknown-kind`.
 */
export async function receiveFile(
  folder: string,
  name: string,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const path = join(folder, name);
  const fresh = join(folder, `.${randomUUID()}.upload`);
  try {
    await writeChunks(fresh, name, body, maxBytes);
    await placeFile(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
  return path;
}

/** Removes incomplete files that a killed server left behind. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => unfinished.test(one)))
    await rm(join(folder, name), { force: true });
}
