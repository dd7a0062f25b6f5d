/** The networks that read text, seen from the code that uses them. All ship, and run on this machine. */
import type { Encoding, Span } from './types.ts';

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
