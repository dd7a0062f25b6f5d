/** The interfaces of the networks that read text. All ship with the product and run on this machine. */
import type { Encoding, Span } from './types.ts';

/** Turns text into vectors. */
export interface Encoder {
  /** Model and first eight digits of its file's SHA-256: `chapter-and-verse/encoder-small@3d79285a`. */
  readonly id: string;
  /** Values in each vector. */
  readonly dimensions: number;
  /** How many texts it encodes at the same time; 1 if absent. */
  readonly concurrency?: number;
  /** Whether a lower-case word is a single piece of its vocabulary, and so a common one. Absent without a vocabulary. */
  isWord?(word: string): boolean;
  /**
   * Encodes a passage given in parts (heading prefix first, then its sentences), as one text.
   * `tokenParts` of the result says which part each token came from. Text past the model's window is cut off.
   */
  encodePassage(parts: readonly string[]): Promise<Encoding>;
  /**
   * Encodes a question with the model's query instruction, whose tokens are left out. Questions are encoded in turn.
   * @throws the reason of `signal` where it is aborted before the question's turn.
   */
  encodeQuery(text: string, signal?: AbortSignal): Promise<Encoding>;
}

/** Reads a text and a sentence together. */
export interface EntailmentModel {
  /**
   * The logit of the probability that the text supports the sentence: above 0 it more likely does than not.
   * @throws VerseError `model-missing`, `model-damaged`.
   */
  entails(text: string, sentence: string): Promise<number>;
}

/** Reads a text together with a sentence that has a gap. */
export interface ClozeModel {
  /**
   * For each mention the probability that it fills the gap, together 1; null for a mention beyond the model's window, or
   * for all if the gap is.
   * @param mentions spans of the text, in order, without overlap.
   * @param gap the span left out of the sentence.
   * @throws VerseError `model-missing`, `model-damaged`.
   */
  fill(
    text: string,
    mentions: readonly Span[],
    sentence: string,
    gap: Span,
  ): Promise<readonly (number | null)[]>;
}

/** How a passage answers a question. */
export interface AnswerReading {
  /** The logit of the probability that the passage answers; where it is read in parts, the highest. */
  passage: number;
  /** For each sentence the logit of the probability that it answers; null for one longer than the model's window. */
  sentences: readonly (number | null)[];
  /** For each sentence the logit of the probability that it denies what the question takes for granted; null as above. */
  denials: readonly (number | null)[];
}

/** Reads a passage together with a question. */
export interface AnswerReader {
  /** How many passages it reads at the same time; 1 if absent. */
  readonly concurrency?: number;
  /**
   * Tells which sentences of a passage answer a question, which deny what it takes for granted, and whether the passage
   * answers at all.
   * @param parts the heading prefix first, then the sentences, as `Encoder.encodePassage` takes them.
   * @throws VerseError `model-missing`, `model-damaged`.
   */
  readAnswers(parts: readonly string[], question: string): Promise<AnswerReading>;
}

/** The networks that read a sentence or a question together with a text. */
export interface Readers {
  entailment: EntailmentModel;
  cloze: ClozeModel;
  answers: AnswerReader;
}

/** All networks. */
export interface Models extends Readers {
  encoder: Encoder;
}
