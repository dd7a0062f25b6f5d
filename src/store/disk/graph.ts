/**
 * The HNSW graph of a document (Malkov and Yashunin 2016, arXiv:1603.09320): LangChain's HNSWLib store over vectors that are
 * already made. Wrapped because that store never sets `ef` (10 after every load), and because a filter that throws ends the
 * process, as one changed bit of the file does. Imported by whoever builds or walks one: the libraries take 150 ms to load.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Document } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { PositionedScore } from '../best-scores.ts';

/** Unit vectors, concatenated: each has `dimensions` values. */
export interface VectorTable {
  values: Float32Array;
  dimensions: number;
}

/**
 * Share of the true nearest 20 found, of 60 noisy queries: the report .968 with the library's ef of 10, 1.0 from
 * ef 100 on; 2,400 random vectors of 384 values .793 / .984 / .998 at ef 10 / 100 / 400, 10,000 of them .613 /
 * .859 / .997 (with 16 links and efConstruction 200 only .928). 0.2 to 1.3 ms a search. Building 10,000 takes 9 s.
 */
const settings = { links: 32, efConstruction: 400, ef: 400, seed: 100 } as const;

/** Points added between turns of the event loop: 50 ms of blocking in a large graph. */
const pointsAtOnce = 50;

export interface Graph {
  /**
   * The nearest points, up to `count`: fewer where the walk ends before, or where more are asked for than it can find.
   * @param isAllowed must not throw.
   */
  search(
    vector: Float32Array,
    count: number,
    isAllowed?: (point: number) => boolean,
  ): Promise<PositionedScore[]>;
  /** Writes the file for `loadGraph`, without a word where the disk is full. */
  save(path: string): Promise<void>;
}

/** Whether hnswlib-node was compiled for this machine. */
export async function hasHnsw(): Promise<boolean> {
  try {
    await import('hnswlib-node');
    return true;
  } catch {
    return false;
  }
}

/** The store is given vectors, and must never encode. */
class VectorsOnly extends Embeddings {
  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error('This store is given vectors, not texts.'));
  }
  override embedQuery(): Promise<number[]> {
    return this.embedDocuments().then(() => []);
  }
}

function pointOf({ metadata }: Document): number {
  const point: unknown = metadata.point;
  return typeof point === 'number' ? point : -1;
}

/** Points are added past LangChain's `addVectors`, which starts an empty index anew with its own settings. */
async function wrap(index: HierarchicalNSW, dimensions: number): Promise<Graph> {
  const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib');
  index.setEf(settings.ef);
  const store = new HNSWLib(new VectorsOnly({}), { space: 'ip', numDimensions: dimensions, index });
  const total = index.getCurrentCount();
  const points = Array.from({ length: total }, (_, point): [number, Document] => [
    point,
    new Document({ pageContent: '', metadata: { point } }),
  ]);
  // At once: each call holds what it is given against all that is there.
  store.docstore.add(Object.fromEntries(points));
  return {
    search: async (vector, count, isAllowed) => {
      const wanted = Math.min(count, settings.ef, total);
      if (wanted <= 0) return [];
      const filter = isAllowed && ((document: Document) => isAllowed(pointOf(document)));
      const found = await store.similaritySearchVectorWithScore(Array.from(vector), wanted, filter);
      return found.map(([document, distance]) => ({ position: pointOf(document), score: 1 - distance }));
    },
    save: async (path) => {
      await index.writeIndex(path);
    },
  };
}

/** Builds the graph. @throws Error where hnswlib-node cannot be loaded; the reason of `signal`. */
export async function buildGraph({ values, dimensions }: VectorTable, signal?: AbortSignal): Promise<Graph> {
  const { default: hnswlib } = await import('hnswlib-node');
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  const count = values.length / dimensions;
  index.initIndex(Math.max(1, count), settings.links, settings.efConstruction, settings.seed);
  for (let point = 0; point < count; point += 1) {
    if (point % pointsAtOnce === 0) await nextTurn();
    signal?.throwIfAborted();
    index.addPoint(Array.from(values.subarray(point * dimensions, (point + 1) * dimensions)), point);
  }
  return wrap(index, dimensions);
}

/** Loads a graph that `save` wrote, which is as it was written. @throws Error where it does not load. */
export async function loadGraph(path: string, dimensions: number): Promise<Graph> {
  const { default: hnswlib } = await import('hnswlib-node');
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  await index.readIndex(path);
  return wrap(index, dimensions);
}
