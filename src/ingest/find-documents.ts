/** Which PDFs an ingest reads, and what it refuses before reading them. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { VerseError } from '../core/errors.ts';

/** A PDF found on the disk. */
export interface SourceFile {
  /** The document's id: the file's name without `.pdf`. */
  id: string;
  /** Absolute. */
  path: string;
  /** As error sentences name it: relative to the working folder where that is shorter. */
  name: string;
}

/** A PDF with its bytes. */
export interface LoadedFile extends SourceFile {
  bytes: Uint8Array;
  sha256: string;
}

function nameOf(path: string): string {
  const near = relative(process.cwd(), path);
  return near !== '' && near.length < path.length && !near.startsWith('..') ? near : path;
}

function unreadable(name: string, problem: string, hint: string, cause: unknown): VerseError {
  return new VerseError('cannot-read', `${name}: ${problem}.`, hint, { cause });
}

/** A path as a source file; nothing is read. */
export function toSourceFile(path: string): SourceFile {
  const absolute = resolve(path);
  return { id: basename(absolute).replace(/(?<=.)\.pdf$/i, ''), path: absolute, name: nameOf(absolute) };
}

/**
 * The PDFs of a folder, by name. Hidden files and folders are passed over.
 * @throws VerseError `no-documents` where there is none, `cannot-read` where there is no such folder.
 */
export async function findPdfs(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(nameOf(folder), 'the folder cannot be read', 'Name a folder that exists.', cause);
  });
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  const pdfs = names.filter((name) => /\.pdf$/i.test(name) && !name.startsWith('.')).sort();
  if (pdfs.length === 0) {
    throw new VerseError(
      'no-documents',
      `${nameOf(folder)}: no PDF in this folder.`,
      'Put one there, or name a file: verse ingest report.pdf.',
    );
  }
  return pdfs.map((name) => toSourceFile(join(folder, name)));
}

/**
 * The files without those named twice.
 * @throws VerseError `bad-input` where two files would have the same id.
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
 * Reads a file's bytes and their SHA-256.
 * @throws VerseError `cannot-read`, `too-large`.
 */
export async function loadFile(file: SourceFile, maxFileBytes: number): Promise<LoadedFile> {
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
    const bytes = await readFile(file.path);
    return { ...file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
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
