/**
 * The seams: what is slow, costly or kept on disk, seen from the code that uses it. Each has one real
 * implementation and one fake in `testing/`.
 */
import type { Encoding, Note, Passage, PassageKind, ReportDocument, Span } from './types.ts';

/** Turns text into vectors. */
export interface Encoder {
  /** Model and first eight digits of its file's SHA-256: `chapter-and-verse/encoder-small@3d79285a`. */
  readonly id: string;
  /** Values in each vector. */
  readonly dimensions: number;
  /** How many texts it encodes at the same time; 1 where absent. */
  readonly concurrency?: number;
  /** Whether a lower-case word is one piece of its vocabulary: a common one. Absent where it has no such list. */
  isWord?(word: string): boolean;
  /**
   * Encodes a passage given in parts (heading prefix first, then its sentences), as one text.
   * `tokenParts` of the result says which part each token came from. Text past the model's window is cut off.
   */
  encodePassage(parts: readonly string[]): Promise<Encoding>;
  /** Encodes a question, behind the model's query instruction; the instruction's tokens are left out. */
  encodeQuery(text: string): Promise<Encoding>;
}

/** Reads a text and a sentence together. */
export interface EntailmentModel {
  /**
   * The logit of the chance that the text carries the sentence: above 0 it more likely does than not.
   * @throws VerseError `model-missing`, `model-damaged`.
   */
  entails(text: string, sentence: string): Promise<number>;
}

/** Reads a text beside a sentence that has a gap. */
export interface ClozeModel {
  /**
   * For each mention the chance that it is what belongs in the gap, 0..1, together 1; null for a mention, or for all,
   * where it or the gap lies beyond what is read at once.
   * @param mentions stretches of the text, in order, none over another.
   * @param gap what is left out of the sentence.
   * @throws VerseError `model-missing`, `model-damaged`.
   */
  fill(
    text: string,
    mentions: readonly Span[],
    sentence: string,
    gap: Span,
  ): Promise<readonly (number | null)[]>;
}

/** The networks that read a sentence beside a text. */
export interface Readers {
  entailment: EntailmentModel;
  cloze: ClozeModel;
}

/** The networks that read text: all ship, and run on this machine. */
export interface Models extends Readers {
  encoder: Encoder;
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** Tokens, as the provider of a model counts them. */
export interface TokenUsage {
  /** Taken in: what it was asked. */
  inputTokens: number;
  /** Given out: its reply, and what it thought before. */
  outputTokens: number;
}

/** A language model that writes. */
export interface ChatModel {
  /** Provider and model: `openai:gpt-5-mini`. */
  readonly id: string;
  /**
   * The pieces of its reply as they come. Ending without an error means that it has finished.
   * @param onUsage told once at the end of a reply that was read to it, where the provider counts.
   * @throws VerseError `chat-failed` that says why there is no reply or not all of it; the reason of `signal`, once
   * that is aborted.
   */
  reply(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    onUsage?: (usage: TokenUsage) => void,
  ): AsyncIterable<string>;
}

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
