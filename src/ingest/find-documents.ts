/** Which files an ingest reads, and what it refuses before reading them. */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type DocumentReader, headBytes } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import { sumFile } from '../files/sum-file.ts';
import { findReader, isNamedAsDocument, toDocumentId } from './choose-reader.ts';

/** A file to read. */
export interface SourceFile {
  /** The document's id: the file's name without its ending. */
  id: string;
  /** Absolute. */
  path: string;
  /** Its name in errors: its path, relative to the working folder if that is shorter; or the file's own name alone. */
  name: string;
}

/** A file with what tells whether it has changed. */
export interface HashedFile extends SourceFile {
  sha256: string;
}

function nameOf(path: string): string {
  const near = relative(process.cwd(), path);
  return near !== '' && near.length < path.length && !near.startsWith('..') ? near : path;
}

function unreadable(name: string, problem: string, hint: string, cause: unknown): VerseError {
  return new VerseError('cannot-read', `${name}: ${problem}.`, hint, { cause });
}

/**
 * A path as a source file; nothing is read.
 * @param byName whether errors call it by its own name: for who sent it, and does not know the folders of this machine.
 */
export function toSourceFile(
  path: string,
  readers?: readonly DocumentReader[],
  byName: boolean = false,
): SourceFile {
  const absolute = resolve(path);
  const own = basename(absolute);
  return { id: toDocumentId(own, readers), path: absolute, name: byName ? own : nameOf(absolute) };
}

/** The first bytes of a file; none where it cannot be read. */
async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => null);
  if (file === null) return new Uint8Array();
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    // A link to a folder can be opened but not read.
    return new Uint8Array();
  } finally {
    await file.close();
  }
}

/**
 * The documents of a folder, by name: files that a reader recognises by their bytes, and files with the ending of a
 * document, so that they are refused rather than silently ignored. Hidden files and folders are ignored.
 * @throws VerseError `no-documents` if there is none, `cannot-read` if there is no such folder.
 */
export async function findDocuments(
  folder: string,
  readers?: readonly DocumentReader[],
): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(nameOf(folder), 'the folder cannot be read', 'Name a folder that exists.', cause);
  });
  const names = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
  const found: SourceFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const isDocument =
      isNamedAsDocument(name, readers) || findReader(await readHead(path), readers) !== undefined;
    if (isDocument) found.push(toSourceFile(path, readers));
  }
  if (found.length > 0) return found;
  throw new VerseError(
    'no-documents',
    `${nameOf(folder)}: no PDF in this folder.`,
    'Put one there, or name a file: verse ingest report.pdf.',
  );
}

/**
 * The files, each once.
 * @throws VerseError `bad-input` if two files would have the same id.
 */
export function distinctFiles(files: readonly SourceFile[]): SourceFile[] {
  const byId = new Map<string, SourceFile>();
  for (const file of files) {
    const other = byId.get(file.id);
    if (other !== undefined && other.path !== file.path) {
      throw new VerseError(
        'bad-input',
        `${other.name} and ${file.name}: two files of the same name.`,
        'Rename one of them: the name is how answers call the document.',
      );
    }
    byId.set(file.id, file);
  }
  return [...byId.values()];
}

const readProblems: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'a folder, not a file',
};

/**
 * Computes a file's SHA-256.
 * @throws VerseError `cannot-read`, `too-large`.
 */
export async function hashFile(file: SourceFile, maxFileBytes: number): Promise<HashedFile> {
  try {
    const { size } = await stat(file.path);
    if (size > maxFileBytes) {
      const [found, limit] = [size, maxFileBytes].map((bytes) => bytes.toLocaleString('en'));
      throw new VerseError(
        'too-large',
        `${file.name}: ${found} bytes, more than the limit of ${limit}.`,
        'Raise VERSE_MAX_FILE_BYTES if you mean it.',
      );
    }
    const { sha256 } = await sumFile(file.path);
    return { ...file, sha256 };
  } catch (cause) {
    if (cause instanceof VerseError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw unreadable(
      file.name,
      readProblems[code] ?? `it cannot be read (${code})`,
      'Check the path.',
      cause,
    );
  }
}
