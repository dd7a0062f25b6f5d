/** Where an index is kept: a folder of this machine, or a database. Ingest writes it and the assistant reads it through here. */
import type { PassageStore } from '../core/passage-store.ts';
import type { Summarizer } from '../core/summary.ts';
import type { IngestedDocument, ReportDocument, WorkOptions } from '../core/types.ts';
import type { PassageEncoding } from '../search/encode-passages.ts';
import type { AuditEntry, Noting } from './audit.ts';

/** How an index must have been made to be usable. */
export interface ExpectedIndex {
  encoderId: string;
  /** The version of the passage rules; absent if only the vectors are used, as by an ingest. */
  passageRules?: number;
  /** The version of the summary rules; absent if the summary is not used. */
  summaryRules?: number;
}

export interface OpenOptions {
  /** Checks what is left out at opening a large index: the sums of what is read by records, and of each record. */
  everySum?: boolean;
}

/** What is known of a document without its text. */
export type KnownDocument = Pick<ReportDocument, 'id' | 'sha256' | 'file'> &
  Partial<
    Pick<
      ReportDocument,
      'ingestedAt' | 'report' | 'title' | 'printedTitle' | 'year' | 'printedYear' | 'tags' | 'collection'
    >
  >;

/** An index open for reading. */
export interface OpenedIndex extends PassageStore {
  readonly made: {
    /** ISO 8601, UTC. */
    at: string;
    documents: number;
    passages: number;
    notes: number;
  };
  /** The path of a document's file on this machine. @throws VerseError `cannot-read`. */
  locateFile(document: ReportDocument): Promise<string>;
  /** The ids of those documents whose files `locateFile` would not find. @throws VerseError `cannot-read`. */
  findMissing(documents: readonly ReportDocument[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** An index as the next ingest finds it. */
export interface PreviousIndex {
  readonly passageRules: number;
  readonly summaryRules: number;
  /** In reading order. */
  readonly documents: readonly ReportDocument[];
  /** By document id. */
  readonly passageCounts: ReadonlyMap<string, number>;
  /** A document with its passages and notes; undefined for an unknown one. */
  takeDocument(id: string): Promise<IngestedDocument | undefined>;
  /** What the encoder made of passages, by `indexedHash`; unknown ones are left out. */
  encodings(hashes: readonly string[]): Promise<ReadonlyMap<string, PassageEncoding>>;
}

/** A document whose passages, notes and vectors stay as the index has them. */
export type KeptDocument = Pick<IngestedDocument, 'document'>;

/** A document that is written anew. */
export interface EncodedDocument extends IngestedDocument {
  /** One for each of its passages, in order. */
  encodings: readonly PassageEncoding[];
}

/** What is to become of an index. */
export interface NextIndex {
  encoderId: string;
  dimensions: number;
  passageRules: number;
  /** A document that other rules have summarized is not kept: it is given whole. */
  summarizer: Summarizer;
  /** All documents, in reading order; those of the index that are not among them are taken out. */
  documents: readonly (KeptDocument | EncodedDocument)[];
}

/** An index that nobody else may write meanwhile. */
export interface IndexChange {
  /** Undefined where there is none that this version and encoder can use. */
  readonly previous: PreviousIndex | undefined;
  /** What is known of the documents, also of those of an index that cannot be used. */
  readonly known: readonly KnownDocument[];
  /**
   * Makes `next` the current index, whole or not at all. Stage: `write`.
   * @throws VerseError `cannot-write`; the reason of `signal`. The index is as it was then.
   */
  write(next: NextIndex, options?: WorkOptions): Promise<void>;
  /** Leaves the index as it is, and removes what a killed ingest left. */
  leave(): Promise<void>;
}

/** Whoever opens one closes it. Every call may throw VerseError `cannot-read`. */
export interface IndexHome {
  /**
   * Opens the current index.
   * @throws VerseError `no-index`, `stale-index`, `damaged-index`.
   */
  open(expected: ExpectedIndex, options?: OpenOptions): Promise<OpenedIndex>;
  /** What is known of its documents, even if nothing else of it is usable; none where there is no index. */
  list(): Promise<readonly KnownDocument[]>;
  /** A text that is another one as soon as an ingest has changed the index; empty where there is none. */
  revision(): Promise<string>;
  /**
   * Does `work` while nobody else changes the index.
   * @param options whom the audit names of what is written; whether all that there is is held against its sums first (`everySum`, by default), so that what is damaged is
   * not taken over; a store that reads no files has each record checked when it is read in any case.
   * @throws VerseError `index-locked`, `cannot-write`; what `work` throws.
   */
  change<Result>(
    encoderId: string,
    work: (change: IndexChange) => Promise<Result>,
    options?: OpenOptions & Noting,
  ): Promise<Result>;
  /**
   * Replaces the records of the documents by what `change` makes of them, the same ones in the same order. Where it gives
   * back what it got, nothing is written.
   * @param noting whom the audit names.
   * @throws VerseError `no-index`, `stale-index`, `damaged-index`, `index-locked`, `cannot-write`; what `change` throws.
   */
  changeDocuments(
    change: (documents: readonly ReportDocument[]) => readonly ReportDocument[],
    noting?: Noting,
  ): Promise<void>;
  /** What was noted of changes, oldest first; none where there is no index. */
  audit(): Promise<readonly AuditEntry[]>;
  close(): Promise<void>;
}

/** Whether a document of the next index is read anew. */
export function isEncoded(document: KeptDocument | EncodedDocument): document is EncodedDocument {
  return 'encodings' in document;
}
