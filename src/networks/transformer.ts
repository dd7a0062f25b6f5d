/** Runs a network through Transformers.js, which is loaded on first use. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Card, weightsFile } from './card.ts';

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

/**
 * ONNX Runtime's last level lays out pictures, which a text's network has none of: without it loading takes 58 ms of processor
 * time in place of 73, and the outputs are the same, bit for bit.
 */
const graphOptimizationLevel = 'extended';

export interface LoadedModel {
  tokenize(text: string): string[];
  isWord(word: string): boolean;
  /**
   * Last hidden states of one text: pieces x dimensions.
   * @param second where the pieces of a second text start; by default there is none.
   */
  run(pieces: readonly string[], second?: number): Promise<Float32Array>;
}

/** Cuts texts into pieces and gives each its number. */
interface Tokenizer {
  tokenize(text: string): string[];
  has(piece: string): boolean;
  /** As the network counts it: that of unknown pieces for one that it has not. */
  idOf(piece: string): bigint;
}

/** A network's graph, ready to run. */
type Graph = Awaited<ReturnType<typeof import('@xenova/transformers').AutoModel.from_pretrained>>;

/** What both networks read by, 50 ms of processor time: loaded once where their files are the same. */
const tokenizers = new Map<string, Promise<Tokenizer>>();

/**
 * The graphs, a tenth of a second of processor time each: loaded once where their files are the same, however often a process
 * opens an index, and kept as long as it runs. They remember nothing of what they have read.
 */
const graphs = new Map<string, Promise<Graph>>();

/** What is there by the key, or else is loaded; a failed load is retried, as the files may be back. */
function loadOnce<Loaded>(
  known: Map<string, Promise<Loaded>>,
  key: string,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const loaded = known.get(key) ?? load();
  known.set(key, loaded);
  loaded.catch(() => known.delete(key));
  return loaded;
}

async function readTokenizer(folder: string): Promise<Tokenizer> {
  const { AutoTokenizer } = await import('@xenova/transformers');
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const vocabulary = tokenizer.get_vocab();
  const unknown = BigInt(tokenizer.unk_token_id);
  return {
    tokenize: (text) => tokenizer.tokenize(text),
    has: (piece) => vocabulary.has(piece),
    idOf: (piece) => BigInt(vocabulary.get(piece) ?? unknown),
  };
}

async function loadTokenizer(modelsDir: string, folder: string, { sums }: Card): Promise<Tokenizer> {
  const settings = await readFile(join(modelsDir, folder, 'tokenizer_config.json'), 'utf8');
  return loadOnce(tokenizers, `${sums['tokenizer.json'] ?? folder} ${settings}`, () => readTokenizer(folder));
}

async function readGraph(folder: string): Promise<Graph> {
  const { AutoModel } = await import('@xenova/transformers');
  return AutoModel.from_pretrained(folder, {
    dtype: 'q8',
    session_options: {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      graphOptimizationLevel,
    },
  });
}

async function loadGraph(modelsDir: string, folder: string, { sums }: Card): Promise<Graph> {
  const settings = await readFile(join(modelsDir, folder, 'config.json'), 'utf8');
  return loadOnce(graphs, `${sums[weightsFile]} ${settings}`, () => readGraph(folder));
}

/** Loads network and tokenizer of a folder below `modelsDir`, whose files are as its card says. */
export async function loadModel(modelsDir: string, folder: string, card: Card): Promise<LoadedModel> {
  const { LogLevel, Tensor, env } = await import('@xenova/transformers');
  env.localModelPath = modelsDir;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  const { tokenize, has, idOf } = await loadTokenizer(modelsDir, folder, card);
  const graph = await loadGraph(modelsDir, folder, card);
  const { dimensions } = card;
  return {
    tokenize,
    isWord: has,
    async run(pieces, second = pieces.length) {
      const row = (values: BigInt64Array) => new Tensor('int64', values, [1, pieces.length]);
      const output: { last_hidden_state: { data: unknown } } = await graph({
        input_ids: row(BigInt64Array.from(pieces, idOf)),
        attention_mask: row(new BigInt64Array(pieces.length).fill(1n)),
        token_type_ids: row(new BigInt64Array(pieces.length).fill(1n, second)),
      });
      const states = output.last_hidden_state.data;
      if (states instanceof Float32Array && states.length === pieces.length * dimensions) return states;
      throw new Error(
        `${folder}: the model's output has another shape than ${pieces.length} x ${dimensions}.`,
      );
    },
  };
}
