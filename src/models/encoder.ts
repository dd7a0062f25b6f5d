/**
 * The one encoder that ships: bge-small-en-v1.5 through Transformers.js. The only importer of that library, and
 * only when an encoder is opened: importing this file costs nothing.
 */
import { VerseError } from '../errors.ts';
import { fillPrompt } from '../prompts.ts';
import type { Encoder } from '../seams.ts';
import type { Encoding } from '../types.ts';
import { encoderId, modelName } from './model-files.ts';
import { contentPlaces, layOutTokens, type TokenLayout } from './token-layout.ts';

/** bge-small's vector size and the most tokens it reads at once (its config.json). */
export const dimensions = 384;
const window = 512;

/**
 * Texts go through the model one at a time, on one thread; an ingest runs several models (encoder-pool.ts).
 * Measured on two cores, 96 passages of 162 tokens, passages a second: one thread 32, two threads 53, batches of 4
 * sorted by length 58, of 8 51. Batches gain 8 % and lose more than that: the int8 model scales its activations over
 * the whole batch, so a text's vector would depend on its neighbours and an incremental ingest would not equal a fresh
 * one. Two threads wait for each other by spinning, which halves their speed on a machine that is busy elsewhere (13
 * passages a second; a question 17 ms instead of 4).
 * The count is given because ONNX Runtime otherwise pins threads to cores, which containers refuse with a warning.
 */
const threads = 1;

/** What this file needs of a loaded model. */
interface LoadedModel {
  tokenize(text: string): string[];
  isWord(word: string): boolean;
  /** Last hidden states of one text: pieces x dimensions. */
  run(pieces: readonly string[]): Promise<Float32Array>;
}

async function loadModel(modelsDir: string): Promise<LoadedModel> {
  const { AutoModel, AutoTokenizer, LogLevel, Tensor, env } = await import('@xenova/transformers');
  env.localModelPath = modelsDir;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  const tokenizer = await AutoTokenizer.from_pretrained(modelName);
  const model = await AutoModel.from_pretrained(modelName, {
    dtype: 'q8',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 },
  });
  const vocabulary = tokenizer.get_vocab();
  const unknown = BigInt(tokenizer.unk_token_id);
  return {
    tokenize: (text) => tokenizer.tokenize(text),
    isWord: (word) => vocabulary.has(word),
    async run(pieces) {
      const ids = pieces.map((piece) => BigInt(vocabulary.get(piece) ?? unknown));
      const row = (values: BigInt64Array) => new Tensor('int64', values, [1, pieces.length]);
      const output: { last_hidden_state: { data: unknown } } = await model({
        input_ids: row(BigInt64Array.from(ids)),
        attention_mask: row(new BigInt64Array(pieces.length).fill(1n)),
        token_type_ids: row(new BigInt64Array(pieces.length)),
      });
      const states = output.last_hidden_state.data;
      if (states instanceof Float32Array && states.length === pieces.length * dimensions) return states;
      throw new Error(
        `${modelName}: the model's output has another shape than ${pieces.length} x ${dimensions}.`,
      );
    },
  };
}

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
 * Opens bge-small-en-v1.5 from `modelsDir`; about 0.4 s, mostly the library and the network's graph.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openEncoder(modelsDir: string): Promise<Encoder> {
  const id = await encoderId(modelsDir);
  const model = await loadModel(modelsDir).catch((cause: unknown) => {
    throw new VerseError(
      'model-damaged',
      `${modelsDir}/${modelName}: the encoder does not load.`,
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
    return toEncoding(await model.run(layout.pieces), layout, contentPlaces(layout, firstKeptPart));
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
