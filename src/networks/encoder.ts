/** The one encoder that ships: bge-small-en-v1.5, trained further on questions about reports (models/). */

import { fillPrompt } from '../config/prompts.ts';
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import type { Encoding } from '../core/types.ts';
// The encoder reads English, and which vectors it gives is part of what an index is made of.
import { functionWords } from '../language/en/function-words.ts';
import { encoderId, encoderName } from './model-files.ts';
import { contentPlaces, layOutTokens, type TokenLayout } from './token-layout.ts';
import { dimensions, loadModel } from './transformer.ts';

/** The most tokens that it reads at once (its config.json). */
const window = 512;

/** The vector at `place`, scaled to unit length, written to `target` from `start`. */
function writeUnitVector(states: Float32Array, place: number, target: Float32Array, start: number): void {
  const vector = states.subarray(place * dimensions, (place + 1) * dimensions);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  for (let index = 0; index < dimensions; index += 1) target[start + index] = (vector[index] ?? 0) / length;
}

/** [CLS] pooling, and the token vectors at `places`. */
function toEncoding(
  states: Float32Array,
  { pieces, parts }: TokenLayout,
  places: readonly number[],
): Encoding {
  const vector = new Float32Array(dimensions);
  writeUnitVector(states, 0, vector, 0);
  const tokenVectors = new Float32Array(places.length * dimensions);
  places.forEach((place, index) => {
    writeUnitVector(states, place, tokenVectors, index * dimensions);
  });
  return {
    vector,
    tokens: places.map((place) => pieces[place] ?? ''),
    tokenVectors,
    tokenParts: places.map((place) => parts[place] ?? 0),
  };
}

/**
 * Opens the encoder in `modelsDir`; about 0.4 s, mostly the library and the network's graph.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openEncoder(modelsDir: string): Promise<Encoder> {
  const id = await encoderId(modelsDir);
  const model = await loadModel(modelsDir, encoderName).catch((cause: unknown) => {
    throw new VerseError(
      'model-damaged',
      `${modelsDir}/${encoderName}: the encoder does not load.`,
      'Restore it with `git checkout models`.',
      { cause },
    );
  });

  // WordPiece never joins pieces over a space, so parts can be cut up one by one.
  async function encode(parts: readonly string[], firstKeptPart: number): Promise<Encoding> {
    const layout = layOutTokens(
      parts.map((part) => model.tokenize(part)),
      window,
    );
    return toEncoding(
      await model.run(layout.pieces),
      layout,
      contentPlaces(layout, firstKeptPart, functionWords),
    );
  }

  return {
    id,
    dimensions,
    isWord: model.isWord,
    encodePassage: (parts) => encode(parts, 0),
    async encodeQuery(text) {
      const instruction = fillPrompt('encode-query', { question: '' });
      const encoding = await encode([instruction, text], 1);
      return { ...encoding, tokenParts: encoding.tokenParts.map(() => 0) };
    },
  };
}
