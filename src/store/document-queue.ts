/** Documents that wait in a database to be read, and what a worker does with the one that it has taken. */
import type { NoticedEdition, Passage, Progress, ReportDocument, WorkOptions } from '../core/types.ts';
import type { PassageEncoding } from '../search/encode-passages.ts';
import type { EncodedDocument, ExpectedIndex, NextIndex } from './index-home.ts';

/** A file that is to be read. */
export interface QueuedFile {
  /** The document's id: the file's name without its ending. */
  id: string;
  /** Absolute. */
  file: string;
  sha256: string;
  /** What the document is given beside what it has. */
  tags: readonly string[];
  year?: number;
  /** The collection that it is put into; without it the document stays in its own. */
  collection?: string;
  /** Who put it there, whom the audit names; see `AuditEntry`. */
  by: string;
  /** A UUID by which servers list it among the uploads; by default one is made. */
  upload?: string;
}

/** How far the reading of a document is, as whoever reads it last told. */
export interface QueueProgress {
  /** Those begun, in their order, each as it was last. */
  stages: Progress[];
  /** Of the stage under way; null while not known. */
  secondsLeft: number | null;
}

/** A file that a server reads itself: listed among the others, and taken by no worker. */
export interface HeldFile extends Pick<QueuedFile, 'id' | 'file' | 'collection' | 'by'> {
  upload: string;
  /** Null while it waits for its turn. */
  progress: QueueProgress | null;
}

/** `sha256` is empty for a file that a server reads itself. */
export interface QueueEntry extends QueuedFile {
  upload: string;
  /** Counted from 1, in the order in which files were put there. */
  number: number;
  /** `working` while a worker is connected that has taken it, or the server that reads it itself is at it. */
  state: 'waiting' | 'working' | 'failed' | 'done';
  /** How often a worker has taken it without bringing it to an end. */
  attempts: number;
  /** Why it failed, in a sentence. */
  problem: string | null;
  /** Of what a server reads itself; null for all else. */
  progress: QueueProgress | null;
  /** Which other document it was noticed to be an edition of when it was written; null for none. */
  edition: NoticedEdition | null;
  /** ISO 8601, UTC: when it was put there, and when its state last changed. */
  queuedAt: string;
  changedAt: string;
}

/** How the index must be made that a document is written into; the whole of it, since only that document is written. */
export type WorkerIndex = Required<ExpectedIndex> & Pick<NextIndex, 'dimensions' | 'summarizer'>;

/** The other documents of the index, at the time that one is written. */
export interface OtherDocuments {
  documents: readonly Pick<ReportDocument, 'id' | 'sketch'>[];
  /** The passages of one of them. @throws VerseError `damaged-index`. */
  passages(id: string): Promise<Passage[]>;
}

export interface WriteOptions extends Pick<WorkOptions, 'signal'> {
  /** Looks whether the document is an edition of another one; without it none is noticed. */
  notice?: (document: EncodedDocument, others: OtherDocuments) => Promise<NoticedEdition | null>;
}

/** What became of a document that was to be written. */
export interface Written {
  /**
   * False where it was taken off the queue meanwhile, or put there anew with other tags, year, collection or path: nothing is
   * written then, and who takes it next has these.
   */
  isWritten: boolean;
  edition: NoticedEdition | null;
}

/** A document that nobody else has taken; each but `encodings` and `openFile` ends that. */
export interface TakenDocument {
  readonly entry: QueueEntry;
  /** As the index has it; undefined for a new one, and where the index was made in another way. */
  readonly known: ReportDocument | undefined;
  /** As of `PreviousIndex`. */
  encodings(hashes: readonly string[]): Promise<ReadonlyMap<string, PassageEncoding>>;
  /** The path of its bytes on this machine. @throws VerseError `cannot-read`. */
  openFile(): Promise<string>;
  /**
   * Writes the document, what is noticed of it and its line of the audit, and takes it off the queue: all of it or nothing.
   * @param make gives the document to write, of what the index has of it by then.
   * @throws VerseError `stale-index` where the index was made in another way; `cannot-write`; what `notice` throws.
   */
  write(
    index: WorkerIndex,
    make: (known: ReportDocument | undefined) => EncodedDocument,
    options?: WriteOptions,
  ): Promise<Written>;
  /** The index has it as it is. It stays in the queue where it was put there anew meanwhile, as at `write`. */
  finish(): Promise<void>;
  /** Keeps it as failed; nobody takes it again until somebody says so. */
  refuse(problem: string): Promise<void>;
  /** Leaves it to others, as if it had not been taken. */
  giveBack(): Promise<void>;
}

/** Every call may throw VerseError `cannot-read`, `cannot-write`, `stale-index` for tables of a later version. */
export interface DocumentQueue {
  /** Puts files there; one that waits there already is not put there twice. Gives the entry of each. */
  put(files: readonly QueuedFile[]): Promise<QueueEntry[]>;
  /** All that wait or have failed, and what was done within a day. */
  list(): Promise<QueueEntry[]>;
  /** What waits or is being read; none in tables of an earlier version, which stay as they are. */
  underWay(): Promise<QueueEntry[]>;
  /**
   * The next that nobody has taken. It is let go when this process ends, however it does.
   * @param expected how the index must have been made for its documents to be known.
   */
  take(expected: ExpectedIndex): Promise<TakenDocument | undefined>;
  /** Lists files that this server reads itself. They are listed as long as `tell` is called for them every few seconds. */
  hold(files: readonly HeldFile[]): Promise<void>;
  /** How far held files are; gives the uploads of those that are still there, which nobody has removed. */
  tell(told: readonly Pick<HeldFile, 'upload' | 'progress'>[]): Promise<string[]>;
  /** Ends the listing of held files. */
  letGo(uploads: readonly string[]): Promise<void>;
  /** Lets those that failed wait again; gives how many. */
  retry(): Promise<number>;
  /**
   * Takes an entry off, also one that is being read, which is not written then, or, where a server reads it itself, stopped once that
   * one hears of it; false where it is done or gone.
   */
  remove(number: number): Promise<boolean>;
  /** Takes off what failed and what is done; gives how many. */
  clear(): Promise<number>;
}
