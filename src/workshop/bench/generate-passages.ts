/** Generates passages for large indexes from the report's sentences, shuffled within each chapter. Pure. */

import type { Passage, Sentence } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { tokensAt } from '../../search/token-vectors.ts';
import type { PackedEncodings } from '../../store/disk/pack-encodings.ts';
import { seededRandom } from '../evaluate/score/seeded-random.ts';

/** The report's passages with their index data, in the same order. */
export interface PassageSource {
  passages: readonly Passage[];
  packed: PackedEncodings;
}

export interface GeneratedPassages {
  passages: Passage[];
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

/** The sentences of the passage at a position. */
function encodedSentences({ passages, packed }: PassageSource, position: number): EncodedSentence[] {
  const { vectors, tokens } = packed;
  const pieces = [...packed.pieces.keys()];
  const { values, dimensions } = vectors;
  const own = tokensAt(tokens, position);
  const offset = tokens.offsets[position] ?? 0;
  return (passages[position]?.sentences ?? []).map((sentence, index) => {
    // Tokens are in text order, so a sentence's are contiguous; it may have none.
    const start = Math.max(0, own.parts.indexOf(index + 1));
    const end = own.parts.lastIndexOf(index + 1) + 1;
    const numbers = [...tokens.pieces.subarray(offset + start, offset + Math.max(start, end))];
    return {
      sentence,
      vector: values.subarray(position * dimensions, (position + 1) * dimensions),
      tokenVectors: own.vectors.subarray(start * dimensions, (start + numbers.length) * dimensions),
      pieces: numbers.map((number) => pieces[number] ?? ''),
    };
  });
}

/** A passage like `model`, with other sentences. */
function joinPassage(id: string, model: Passage, chosen: readonly EncodedSentence[]): Passage {
  const sentences = chosen.map(({ sentence }) => sentence);
  const pages = [...new Set(sentences.flatMap((sentence) => sentence.pages))].sort((a, b) => a - b);
  return { ...model, id, text: sentences.map(({ text }) => text).join(' '), pages, sentences };
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

/**
 * `count` passages, the same in every run. Each has as many sentences as some passage of the report, from the same
 * chapter, with their token vectors; its vector is the mean of their passages' vectors plus noise. So lengths, words
 * and clustering are the report's; the vocabulary does not grow.
 */
export function generatePassages(source: PassageSource, count: number): GeneratedPassages {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to make passages of.');
    return item;
  };
  const models = source.passages.filter(({ kind, sentences }) => kind === 'body' && sentences.length > 0);
  const byChapter = new Map<string, EncodedSentence[]>(models.map(({ chapter }) => [chapter, []]));
  source.passages.forEach(({ kind, chapter }, position) => {
    if (kind === 'body') byChapter.get(chapter)?.push(...encodedSentences(source, position));
  });
  const passages: Passage[] = [];
  const encodings: PassageEncoding[] = [];
  for (let place = 1; place <= count; place += 1) {
    const model = pick(models);
    const chosen = model.sentences.map(() => pick(byChapter.get(model.chapter) ?? []));
    passages.push(joinPassage(`generated/0/${place}`, model, chosen));
    encodings.push(joinEncoding(`generated-${place}`, chosen, random));
  }
  return { passages, encodings };
}
