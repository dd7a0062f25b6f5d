/** A network that reads text: its tokenizer and its graph, loaded on first use and kept as long as the process runs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Card, weightsFile } from './card.ts';
import { type Graph, readGraph } from './graph.ts';
import { spreadOverThreads } from './graph-threads.ts';
import { loadTransformers } from './load-transformers.ts';

export interface LoadedModel {
  tokenize(text: string): string[];
  isWord(word: string): boolean;
  /**
   * Last hidden states of one text: pieces x dimensions.
   * @param second where the pieces of a second text start; by default there is none.
   */
  run(pieces: readonly string[], second?: number): Promise<Float32Array>;
}

export interface Loading {
  /** As `atOnce` of `Spreading`. */
  threadsAtOnce?: boolean;
}

/** Cuts texts into pieces and gives each its number. */
interface Tokenizer {
  tokenize(text: string): string[];
  has(piece: string): boolean;
  /** As the network counts it: that of unknown pieces for one that it has not. */
  idOf(piece: string): bigint;
}

/** What both networks read by, 50 ms of processor time: loaded once where their files are the same. */
const tokenizers = new Map<string, Promise<Tokenizer>>();

/** Loaded once where their files are the same, however often a process opens an index. */
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

async function readTokenizer(modelsDir: string, folder: string): Promise<Tokenizer> {
  const { AutoTokenizer } = await loadTransformers(modelsDir);
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
  const key = `${sums['tokenizer.json'] ?? folder} ${settings}`;
  return loadOnce(tokenizers, key, () => readTokenizer(modelsDir, folder));
}

async function loadGraph(
  modelsDir: string,
  folder: string,
  card: Card,
  { threadsAtOnce = false }: Loading,
): Promise<Graph> {
  const settings = await readFile(join(modelsDir, folder, 'config.json'), 'utf8');
  const place = { modelsDir, folder, dimensions: card.dimensions };
  return loadOnce(graphs, `${card.sums[weightsFile]} ${settings}`, () => {
    const load = () => readGraph(place);
    // One text at a time is asked of an encoder; passages are read many at a time.
    return card.pairs === undefined ? load() : spreadOverThreads(load, place, { atOnce: threadsAtOnce });
  });
}

/** Loads network and tokenizer of a folder below `modelsDir`, whose files are as its card says. */
export async function loadModel(
  modelsDir: string,
  folder: string,
  card: Card,
  loading: Loading = {},
): Promise<LoadedModel> {
  const { tokenize, has, idOf } = await loadTokenizer(modelsDir, folder, card);
  const graph = await loadGraph(modelsDir, folder, card, loading);
  return {
    tokenize,
    isWord: has,
    run: (pieces, second = pieces.length) => graph.run(BigInt64Array.from(pieces, idOf), second),
  };
}
