/**
 * The interface of the store of passages. Each call asks for everything of its kind at once, since a database may be
 * behind it, where every call costs a round trip.
 *
 * Passages, notes and documents are identified by their ids. Unknown ids are left out of results and are no error. The
 * reading order is that of `compareIds`. Every call may throw VerseError `cannot-read` if the storage cannot be reached, and
 * `damaged-index` rather than give a passage or note that is not as it was ingested.
 */
import type { Summary } from './summary.ts';
import type { Note, Passage, PassageKind, ReadingTrace, ReportDocument } from './types.ts';

/** A chapter of a document, or what stands in it under a heading. */
export interface Place {
  documentId: string;
  /** The chapter's short name. */
  chapter: string;
  /** As `Passage.path` begins there; absent for the whole chapter with its notes, which have no path. */
  path?: readonly string[];
}

/** Narrows a search: a passage must fit every field. An absent field does not narrow, an empty list allows nothing. */
export interface PassageFilter {
  /** Ids of documents. */
  documents?: readonly string[];
  /** Short names of chapters, in any document. */
  chapters?: readonly string[];
  /** A passage must stand in one of them. */
  places?: readonly Place[];
  kinds?: readonly PassageKind[];
}

/** A search by vector, by words, or both. */
export interface CandidateQuery {
  /** Of unit length and the store's dimensions; without it there is no search by vector. */
  vector?: Float32Array | undefined;
  /** Without it there is no search by words. */
  text?: string | undefined;
  /** The most passages of each ranking. */
  count: number;
  filter?: PassageFilter | undefined;
}

/** A passage found by a ranking, with the data to rank it further. */
export interface ScoredPassage extends Pick<Passage, 'id' | 'chapter' | 'kind' | 'matter'> {
  /** Higher is better, on the ranking's own scale. */
  score: number;
}

/** Each best first, equal scores in reading order; each passage once in either. */
export interface Candidates {
  /** Scores are cosines, -1..1. Where the search is not exact, the lowest may lack one that is as near. */
  byVector: ScoredPassage[];
  /** Scores are BM25's over headings, text and notes, above 0; passages without any of the words are left out. */
  byKeyword: ScoredPassage[];
}

/** The stored token vectors of one passage, scaled to int8 (unit length = 127). */
export interface PassageTokens {
  /** count x dimensions values. */
  vectors: Int8Array;
  /** For each token, 0 for the heading prefix, else 1 + the index of its sentence in the passage. */
  parts: Uint8Array;
  count: number;
}

/** What the encoder made of a passage. */
export interface PassageVectors {
  /** Of the whole passage: unit length. */
  vector: Float32Array;
  tokens: PassageTokens;
}

/** The ids of the passages before and after one in its document; null where it is the first or last. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
}

/** A part of the documents that is read whole: some documents, chapters or pages; all that is named must fit. */
export type Stretch = PassageFilter & {
  /** Pages counted from 1 in the file: a passage is read that stands on one of them. */
  pages?: readonly number[];
  /**
   * Only passages that have all words of this text, as a search by words finds them, are of interest: the others may be left
   * out.
   */
  words?: string;
} & ({ documents: readonly string[] } | { chapters: readonly string[] } | { pages: readonly number[] });

/** Documents kept and searched: read only; what it answers does not change while it is open. */
export interface PassageStore {
  /** Of the encoder whose vectors it holds, `Encoder.id`. */
  readonly encoderId: string;
  /** @throws RangeError where the vector has another length than the store's. */
  findCandidates(query: CandidateQuery): Promise<Candidates>;
  /** What the encoder made of passages, by passage id. */
  vectors(passageIds: readonly string[]): Promise<ReadonlyMap<string, PassageVectors>>;
  /**
   * Inverse document frequency of vocabulary pieces over the N passages, ln(1 + N / (1 + n)) where n of them have the
   * piece; for every piece asked for, also one that no passage has.
   */
  tokenWeights(tokens: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Passages by id. */
  passages(passageIds: readonly string[]): Promise<ReadonlyMap<string, Passage>>;
  /** What stands around passages, by passage id. */
  neighbours(passageIds: readonly string[]): Promise<ReadonlyMap<string, Neighbours>>;
  /** A stretch's passages in reading order. */
  readStretch(stretch: Stretch): Promise<Passage[]>;
  /** How many passages a filter lets through. */
  countPassages(filter: PassageFilter): Promise<number>;
  /** Notes by id. */
  notes(noteIds: readonly string[]): Promise<ReadonlyMap<string, Note>>;
  /** What is counted of documents at ingest, added up in reading order; of all of them where no ids are given. */
  summary(documentIds?: readonly string[]): Promise<Summary>;
  /** How a document was read; undefined for an unknown one, and for one whose reading was not traced. */
  trace(documentId: string): Promise<ReadingTrace | undefined>;
  /** Documents with their chapters, in reading order; all of them where no ids are given. */
  documents(documentIds?: readonly string[]): Promise<ReportDocument[]>;
  /**
   * What a store would be that held these documents alone: nothing that it gives, no score and no count, tells of the others.
   * It may be used as long as this one is open.
   */
  within(documentIds: readonly string[]): Promise<PassageStore>;
}

/** `<document>/<chapter number>/<passage number>` in its parts; a document's id may hold slashes. */
const passageId = /^(.*)\/(\d+)\/(\d+)$/s;

/** The reading order of passages by their ids: documents by id (by UTF-16 code units), then by both numbers. */
export function compareIds(left: string, right: string): number {
  const [, leftDocument = left, leftChapter = '0', leftPassage = '0'] = passageId.exec(left) ?? [];
  const [, rightDocument = right, rightChapter = '0', rightPassage = '0'] = passageId.exec(right) ?? [];
  if (leftDocument !== rightDocument) return leftDocument < rightDocument ? -1 : 1;
  return Number(leftChapter) - Number(rightChapter) || Number(leftPassage) - Number(rightPassage);
}
