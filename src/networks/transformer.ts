/** A network that reads text: its tokenizer and its graph, loaded on first use and kept as long as the process runs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Card, weightsFile } from './card.ts';
import { type Graph, readGraph } from './graph.ts';
import { graphThreads, openOneThread, spreadOverThreads } from './graph-threads.ts';
import { openTokenizer, type Tokenizer } from './tokenizer.ts';

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
  /** As `cacheDir` of `GraphPlace`. */
  cacheDir?: string | undefined;
  /** Whether the reader is loaded from the beginning, in a thread of its own: for a process that answers one question. */
  readerApart?: boolean;
}

/** What both networks read by, 25 ms of processor time: loaded once where their files are the same. */
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

async function loadTokenizer(modelsDir: string, folder: string, { sums }: Card): Promise<Tokenizer> {
  const place = join(modelsDir, folder);
  const settings = await readFile(join(place, 'tokenizer_config.json'), 'utf8');
  const key = `${sums['tokenizer.json'] ?? folder} ${settings}`;
  return loadOnce(tokenizers, key, () => openTokenizer(place, settings));
}

async function loadGraph(
  modelsDir: string,
  folder: string,
  card: Card,
  { threadsAtOnce = false, cacheDir, readerApart = false }: Loading,
): Promise<Graph> {
  const settings = await readFile(join(modelsDir, folder, 'config.json'), 'utf8');
  const weights = card.sums[weightsFile] ?? '';
  const place = { modelsDir, folder, weights, dimensions: card.dimensions, cacheDir };
  return loadOnce(graphs, `${weights} ${settings}`, async () => {
    // One short text at a time is asked of an encoder; passages are longer, and read many at a time.
    if (card.pairs === undefined) return readGraph(place);
    const load = () => readGraph({ ...place, threads: graphThreads });
    return spreadOverThreads(
      load,
      place,
      readerApart ? { atOnce: true, open: openOneThread } : { atOnce: threadsAtOnce },
    );
  });
}

/** Loads network and tokenizer of a folder below `modelsDir`, whose files are as its card says. */
export async function loadModel(
  modelsDir: string,
  folder: string,
  card: Card,
  loading: Loading = {},
): Promise<LoadedModel> {
  const [{ tokenize, has, idOf }, graph] = await Promise.all([
    loadTokenizer(modelsDir, folder, card),
    loadGraph(modelsDir, folder, card, loading),
  ]);
  return {
    tokenize,
    isWord: has,
    run: (pieces, second = pieces.length) => graph.run(BigInt64Array.from(pieces, idOf), second),
  };
}
