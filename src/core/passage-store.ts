/** Where the passages are kept, seen from the code that asks for them. */
import type { Note, Passage, PassageKind, ReportDocument } from './types.ts';

/** Narrows a search; an absent field does not narrow. */
export interface PassageFilter {
  documents?: readonly string[];
  chapters?: readonly string[];
  kinds?: readonly PassageKind[];
}

/** A passage's position in `PassageStore.passages` with the score one ranking gave it (higher is better). */
export interface ScoredPassage {
  position: number;
  score: number;
}

/** The stored token vectors of one passage, scaled to int8 (unit length = 127). */
export interface PassageTokens {
  /** count x dimensions values. */
  vectors: Int8Array;
  /** For each token, 0 for the heading prefix, else 1 + the index of its sentence in the passage. */
  parts: Uint8Array;
  count: number;
}

/** An open index: read only, and whole. */
export interface PassageStore {
  readonly encoderId: string;
  readonly documents: readonly ReportDocument[];
  /** All passages of all documents, in reading order. */
  readonly passages: readonly Passage[];
  position(passageId: string): number | undefined;
  note(noteId: string): Note | undefined;
  /** Cosine similarity to the passages' vectors, best first. */
  searchVector(vector: Float32Array, count: number, filter?: PassageFilter): Promise<ScoredPassage[]>;
  /** BM25 over headings, text and notes, best first. */
  searchKeywords(query: string, count: number, filter?: PassageFilter): ScoredPassage[];
  /** Inverse document frequency of a vocabulary piece over the passages, as ln(1 + N / (1 + n)). */
  tokenWeight(token: string): number;
  tokens(position: number): PassageTokens;
  /** The passage's vector, unit length. */
  vector(position: number): Float32Array;
}
