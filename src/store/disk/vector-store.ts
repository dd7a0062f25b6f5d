/**
 * The HNSW graph: LangChain's HNSWLib store over vectors that are already made. Wrapped because that store never
 * sets `ef` (10 after every load), and because a filter that throws ends the process. Imported when first used:
 * the library takes 150 ms to load.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import { type PositionedScore, searchExact, type VectorIndex, type VectorTable } from './exact.ts';

/** The files that LangChain's store writes and reads. */
export const graphFiles = ['hnswlib.index', 'docstore.json', 'args.json'] as const;

/**
 * Share of the true nearest 20 found, of 60 noisy queries: the report .968 with the library's ef of 10, 1.0 from
 * ef 100 on; 2,400 random vectors of 384 values .793 / .984 / .998 at ef 10 / 100 / 400, 10,000 of them .613 /
 * .859 / .997 (with 16 links and efConstruction 200 only .928). 0.2 to 1.3 ms a search; exact search 0.7 ms for
 * the report, 9 ms for 10,000. Building 10,000 takes 9 s, the report 0.15 s.
 */
const graph = { links: 32, efConstruction: 400, ef: 400, seed: 100 } as const;

/**
 * If a filter allows less than this share of the passages, these are compared exactly: a walk through the graph would
 * meet too few of them, and comparing half of 2,400 takes 1 ms.
 */
const exactBelowShare = 0.5;

/** The store is given vectors, and must never encode. */
class VectorsOnly extends Embeddings {
  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error('This store is given vectors, not texts.'));
  }
  override embedQuery(): Promise<number[]> {
    return this.embedDocuments().then(() => []);
  }
}

/** Points added between turns of the event loop: 50 ms of blocking in a large graph. */
const pointsAtOnce = 50;

/** Whether hnswlib-node was compiled for this machine. */
export async function hasHnsw(): Promise<boolean> {
  try {
    await import('hnswlib-node');
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds the graph. Points are added past LangChain's `addVectors`, which starts an empty index anew with its own
 * settings. @throws Error where hnswlib-node cannot be loaded; the reason of `signal`.
 */
export async function buildGraph(
  { values, dimensions }: VectorTable,
  signal?: AbortSignal,
): Promise<HNSWLib> {
  const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib');
  const { default: hnswlib } = await import('hnswlib-node');
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  const count = values.length / dimensions;
  index.initIndex(Math.max(1, count), graph.links, graph.efConstruction, graph.seed);
  index.setEf(graph.ef);
  const store = new HNSWLib(new VectorsOnly({}), { space: 'ip', numDimensions: dimensions, index });
  for (let position = 0; position < count; position += 1) {
    if (position % pointsAtOnce === 0) await nextTurn();
    signal?.throwIfAborted();
    index.addPoint(Array.from(values.subarray(position * dimensions, (position + 1) * dimensions)), position);
    store.docstore.add({ [position]: new Document({ pageContent: '', metadata: { position } }) });
  }
  return store;
}

/** Loads a graph that LangChain's `save` wrote to `folder`. @throws Error where it is damaged. */
export async function loadGraph(folder: string): Promise<HNSWLib> {
  const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib');
  const store = await HNSWLib.load(folder, new VectorsOnly({}));
  store.index.setEf(graph.ef);
  return store;
}

function positionOf(document: Document): number {
  const position: unknown = document.metadata.position;
  return typeof position === 'number' ? position : -1;
}

/** A graph as a `VectorIndex`; `vectors` are compared directly if a filter leaves few passages. */
export function createGraphIndex(store: HNSWLib, vectors: VectorTable): VectorIndex {
  const total = vectors.values.length / vectors.dimensions;
  return {
    async search(query, count, allowed): Promise<PositionedScore[]> {
      const wanted = Math.min(count, total);
      if (wanted <= 0 || query.length !== vectors.dimensions)
        return searchExact(vectors, query, count, allowed);
      if (wanted > graph.ef || (allowed && allowed.count < total * exactBelowShare)) {
        return searchExact(vectors, query, count, allowed);
      }
      // Must not throw: an unknown position is simply not allowed.
      const filter = allowed && ((document: Document) => allowed.flags[positionOf(document)] === 1);
      const found = await store.similaritySearchVectorWithScore(Array.from(query), wanted, filter);
      // The walk ends when it finds nothing nearer, even if the filter left too few.
      if (found.length < Math.min(wanted, allowed?.count ?? total)) {
        return searchExact(vectors, query, count, allowed);
      }
      return found
        .map(([document, distance]) => ({ position: positionOf(document), score: 1 - distance }))
        .sort((left, right) => right.score - left.score || left.position - right.position);
    },
  };
}
