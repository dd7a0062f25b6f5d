/** Where the files of the documents are kept beside the index, so that every server and worker has them. */
import type { Query } from './connect.ts';

/** A file by its bytes, and where it was when it was taken in. */
export interface FilePlace {
  id: string;
  /** Absolute. */
  file: string;
  sha256: string;
}

export interface StoredFiles {
  /**
   * Keeps a file, within the transaction that writes what names it. One that is kept already is not read.
   * @param key of the index's advisory locks.
   * @throws VerseError `cannot-read` where it is gone or has changed, `cannot-write`.
   */
  keep(query: Query, key: number, file: Omit<FilePlace, 'id'>): Promise<void>;
  /** A path of this machine with the bytes of a file. @throws VerseError `cannot-read`. */
  fetch(query: Query, file: FilePlace): Promise<string>;
  /** The ids of those documents whose files `fetch` would not find. @throws VerseError `cannot-read` where the database is away. */
  findMissing(query: Query, files: readonly FilePlace[]): Promise<ReadonlySet<string>>;
  /** Removes those that no document and no entry of the queue names, within a transaction that holds the lock of cleaning. */
  removeUnused(query: Query): Promise<void>;
  /** Whether a document's file is here whatever has become of the path where it was taken in. */
  readonly areKept: boolean;
}
