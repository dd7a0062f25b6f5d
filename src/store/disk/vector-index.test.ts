import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUnitVectors } from '../../testing/networks/random-vectors.ts';
import { seededRandom } from '../../workshop/evaluate/score/seeded-random.ts';
import { createExactIndex, searchExact, type VectorIndex, type VectorTable } from './exact.ts';
import type { AllowedPassages } from './filter.ts';
import { buildGraph, createGraphIndex, hasHnsw, loadGraph } from './vector-store.ts';

const dimensions = 384;
const random = seededRandom(20260601);
const vectors: VectorTable = { values: randomUnitVectors(1500, dimensions, random), dimensions };
const queries = Array.from({ length: 40 }, () => randomUnitVectors(1, dimensions, random));

const folder = mkdtempSync(join(tmpdir(), 'verse-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function allow(isAllowed: (position: number) => boolean): AllowedPassages {
  const flags = Uint8Array.from({ length: 1500 }, (_, position) => Number(isAllowed(position)));
  return { flags, count: flags.reduce((sum, flag) => sum + flag, 0) };
}

function recallAt(found: readonly { position: number }[], expected: readonly { position: number }[]): number {
  const positions = new Set(found.map(({ position }) => position));
  return expected.filter(({ position }) => positions.has(position)).length / expected.length;
}

const implementations: [string, () => Promise<VectorIndex>][] = [
  ['exact search', async () => createExactIndex(vectors)],
  ['a graph just built', async () => createGraphIndex(await buildGraph(vectors), vectors)],
  [
    'a graph saved and loaded',
    async () => {
      await (await buildGraph(vectors)).save(folder);
      return createGraphIndex(await loadGraph(folder), vectors);
    },
  ],
];

describe.each(implementations)('a vector index: %s', (_name, make) => {
  let index: VectorIndex;
  beforeAll(async () => {
    index = await make();
  });

  it('finds .99 of the true nearest 20, where the filter allows all, most, or few passages', async () => {
    const filters = [
      undefined,
      allow((position) => position % 10 !== 0),
      allow((position) => position % 50 === 0),
    ];
    for (const allowed of filters) {
      const recalls = await Promise.all(
        queries.map(async (query) =>
          recallAt(await index.search(query, 20, allowed), searchExact(vectors, query, 20, allowed)),
        ),
      );
      expect(recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length).toBeGreaterThanOrEqual(0.99);
    }
  });

  it('gives cosine similarities, best first, and a vector itself first with 1', async () => {
    const found = await index.search(vectors.values.slice(7 * dimensions, 8 * dimensions), 100);
    expect(found[0]?.position).toBe(7);
    expect(found[0]?.score).toBeCloseTo(1, 5);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('never returns what the filter leaves out', async () => {
    for (const share of [2, 3, 1500]) {
      const allowed = allow((position) => position % share === 0);
      const found = await index.search(queries[0] ?? new Float32Array(), 50, allowed);
      expect(found.length).toBe(Math.min(50, allowed.count));
      expect(found.every(({ position }) => position % share === 0)).toBe(true);
    }
    expect(
      await index.search(
        queries[0] ?? new Float32Array(),
        5,
        allow(() => false),
      ),
    ).toEqual([]);
  });

  it('gives all where more are asked for than there are, and none for 0', async () => {
    expect(await index.search(queries[0] ?? new Float32Array(), 5000)).toHaveLength(1500);
    expect(await index.search(queries[0] ?? new Float32Array(), 0)).toEqual([]);
  });

  it('refuses a vector of another length', async () => {
    await expect(index.search(new Float32Array(8), 5)).rejects.toThrow();
  });
});

describe('hasHnsw', () => {
  it('is true where the package was compiled, as it was for these tests', async () => {
    expect(await hasHnsw()).toBe(true);
  });
});

describe('an index without passages', () => {
  it('answers with nothing', async () => {
    const none: VectorTable = { values: new Float32Array(), dimensions: 8 };
    const graph = createGraphIndex(await buildGraph(none), none);
    expect(await graph.search(new Float32Array(8), 5)).toEqual([]);
  });
});
