/** Generates documents for large indexes from a report's sentences, shuffled within each chapter. Pure. */

import { seededRandom } from '../../core/seeded-random.ts';
import type { Passage, ReportDocument, Sentence } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';

/** A report with what an index has of it. */
export interface DocumentSource {
  document: ReportDocument;
  passages: readonly Passage[];
  /** In the order of the passages. */
  encodings: readonly PassageEncoding[];
}

export interface GeneratedDocument {
  document: ReportDocument;
  passages: Passage[];
  notes: [];
  encodings: PassageEncoding[];
}

/** A sentence with its index data. */
interface EncodedSentence {
  sentence: Sentence;
  /** The vector of its passage. */
  vector: Float32Array;
  /** Its token vectors, concatenated, and their vocabulary pieces. */
  tokenVectors: Int8Array;
  pieces: string[];
}

const seed = 20260601;

/** Length of the noise added to each vector of about .9, so that passages with the same sentences differ. */
const noiseLength = 0.3;

/** Of a document's long words, one in so many is its own, so that the vocabulary grows with the library. */
const ownWordEvery = 12;

/** The sentences of a passage. */
function encodedSentences(passage: Passage, { vector, tokens, pieces }: PassageEncoding): EncodedSentence[] {
  const dimensions = vector.length;
  return passage.sentences.map((sentence, index) => {
    // Tokens are in text order, so a sentence's are contiguous; it may have none.
    const start = Math.max(0, tokens.parts.indexOf(index + 1));
    const end = Math.max(start, tokens.parts.lastIndexOf(index + 1) + 1);
    return {
      sentence,
      vector,
      tokenVectors: tokens.vectors.subarray(start * dimensions, end * dimensions),
      pieces: pieces.slice(start, end),
    };
  });
}

/** A text in which some words, always the same ones of a document, have an ending of the document's own. */
export function alterWords(text: string, documentNumber: number): string {
  return text.replace(/\p{L}{7,}/gu, (word) => {
    const sum = [...word].reduce(
      (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521,
      documentNumber,
    );
    return sum % ownWordEvery === 0 ? `${word}${documentNumber.toString(36).replace(/\d/g, 'x')}` : word;
  });
}

/** The mean of the sentences' vectors with noise, scaled to unit length. */
function blendVectors(chosen: readonly EncodedSentence[], random: () => number): Float32Array {
  const dimensions = chosen[0]?.vector.length ?? 0;
  // Uniform noise of this width has the intended length.
  const width = noiseLength * Math.sqrt(12 / dimensions);
  const blend = Float32Array.from({ length: dimensions }, (_, index) => {
    const sum = chosen.reduce((total, { vector }) => total + (vector[index] ?? 0), 0);
    return sum / chosen.length + width * (random() - 0.5);
  });
  const length = Math.hypot(...blend);
  return blend.map((value) => value / length);
}

function joinEncoding(
  hash: string,
  chosen: readonly EncodedSentence[],
  random: () => number,
): PassageEncoding {
  const count = chosen.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const vectors = new Int8Array(chosen.reduce((sum, { tokenVectors }) => sum + tokenVectors.length, 0));
  let end = 0;
  for (const { tokenVectors } of chosen) {
    vectors.set(tokenVectors, end);
    end += tokenVectors.length;
  }
  const parts = Uint8Array.from(chosen.flatMap(({ pieces }, index) => pieces.map(() => index + 1)));
  const pieces = chosen.flatMap((one) => one.pieces);
  return { hash, vector: blendVectors(chosen, random), tokens: { vectors, parts, count }, pieces };
}

/** A passage like `model`, with other sentences. */
function joinPassage(
  id: string,
  documentNumber: number,
  model: Passage,
  chosen: readonly EncodedSentence[],
): Passage {
  const sentences = chosen.map(({ sentence }) => ({
    ...sentence,
    text: alterWords(sentence.text, documentNumber),
  }));
  const pages = [...new Set(sentences.flatMap((sentence) => sentence.pages))].sort((a, b) => a - b);
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return { ...model, id, documentId: nameDocument(documentNumber), text, pages, sentences };
}

/** Names in the order of their numbers. */
const nameDocument = (number: number) => `generated-${String(number).padStart(6, '0')}`;

/**
 * Makes documents of `count` passages by number, the same in every run. Each passage has as many sentences as some passage
 * of the report, from the same chapter, with their token vectors; its vector is the mean of their passages' vectors plus
 * noise. So lengths, words and clustering are the report's.
 */
export function createGenerator(
  source: DocumentSource,
): (number: number, count: number) => GeneratedDocument {
  const models = source.passages.filter(({ kind, sentences }) => kind === 'body' && sentences.length > 0);
  const byChapter = new Map<string, EncodedSentence[]>(models.map(({ chapter }) => [chapter, []]));
  source.passages.forEach((passage, at) => {
    const encoding = source.encodings[at];
    if (passage.kind !== 'body' || encoding === undefined) return;
    byChapter.get(passage.chapter)?.push(...encodedSentences(passage, encoding));
  });
  return (number, count) => {
    const random = seededRandom(seed + number);
    const pick = <T>(items: readonly T[]): T => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new RangeError('There is nothing to make passages of.');
      return item;
    };
    const id = nameDocument(number);
    const passages: Passage[] = [];
    const encodings: PassageEncoding[] = [];
    for (let place = 1; place <= count; place += 1) {
      const model = pick(models);
      const chosen = model.sentences.map(() => pick(byChapter.get(model.chapter) ?? []));
      const hash = (number * 1e6 + place).toString(16).padStart(32, '0');
      passages.push(joinPassage(`${id}/0/${place}`, number, model, chosen));
      encodings.push(joinEncoding(hash, chosen, random));
    }
    return { document: { ...source.document, id }, passages, notes: [], encodings };
  };
}
