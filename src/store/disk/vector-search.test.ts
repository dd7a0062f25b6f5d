import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random.ts';
import { randomUnitVectors } from '../../testing/networks/random-vectors.ts';
import { searchExact } from './exact.ts';
import type { AllowedPassages } from './filter.ts';
import { buildGraph, hasHnsw, loadGraph, type VectorTable } from './graph.ts';
import { createVectorRows, toRows, type VectorRows } from './vector-rows.ts';
import { createVectorSearch, type VectorSearch } from './vector-search.ts';

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

function rowsOf({ values }: VectorTable, inScript = false): VectorRows {
  const rows = createVectorRows(dimensions, values.length / dimensions, inScript);
  rows.put(0, toRows(values));
  return rows;
}

/** With graphs of the passages up to the first place, between the two, or both. */
async function withGraphs(
  ...ranges: [start: number, end: number, hasGraph: boolean][]
): Promise<VectorSearch> {
  const placed = ranges.map(async ([start, end, hasGraph]) => {
    const values = vectors.values.subarray(start * dimensions, end * dimensions);
    return { start, end, ...(hasGraph && { graph: await buildGraph({ values, dimensions }) }) };
  });
  return createVectorSearch(rowsOf(vectors), await Promise.all(placed));
}

const implementations: [string, () => Promise<VectorSearch>][] = [
  ['rows', async () => createVectorSearch(rowsOf(vectors), [{ start: 0, end: 1500 }])],
  ['rows in TypeScript', async () => createVectorSearch(rowsOf(vectors, true), [{ start: 0, end: 1500 }])],
  ['a graph', () => withGraphs([0, 1500, true])],
  ['rows, a graph and rows', () => withGraphs([0, 200, false], [200, 900, true], [900, 1500, false])],
  [
    'a graph saved and loaded',
    async () => {
      const path = join(folder, 'graph.bin');
      await (await buildGraph(vectors)).save(path);
      const graph = await loadGraph(path, dimensions);
      return createVectorSearch(rowsOf(vectors), [{ start: 0, end: 1500, graph }]);
    },
  ],
];

describe.each(implementations)('vector search by %s', (_name, make) => {
  let search: VectorSearch;
  beforeAll(async () => {
    search = await make();
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
          recallAt(await search(query, 20, allowed), searchExact(vectors, query, 20, allowed)),
        ),
      );
      expect(recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length).toBeGreaterThanOrEqual(0.99);
    }
  });

  it('gives cosine similarities, best first, and a vector itself first with 1', async () => {
    const found = await search(vectors.values.slice(7 * dimensions, 8 * dimensions), 100);
    expect(found[0]?.position).toBe(7);
    expect(found[0]?.score).toBeCloseTo(1, 4);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('never returns what the filter leaves out', async () => {
    for (const share of [2, 3, 1500]) {
      const allowed = allow((position) => position % share === 0);
      const found = await search(queries[0] ?? new Float32Array(), 50, allowed);
      expect(found.length).toBe(Math.min(50, allowed.count));
      expect(found.every(({ position }) => position % share === 0)).toBe(true);
    }
    expect(
      await search(
        queries[0] ?? new Float32Array(),
        5,
        allow(() => false),
      ),
    ).toEqual([]);
  });

  it('gives all where more are asked for than there are, and none for 0', async () => {
    expect(await search(queries[0] ?? new Float32Array(), 5000)).toHaveLength(1500);
    expect(await search(queries[0] ?? new Float32Array(), 0)).toEqual([]);
  });

  it('refuses a vector of another length', async () => {
    await expect(search(new Float32Array(8), 5)).rejects.toThrow('A vector of 8 values, 384 expected.');
  });
});

describe('hasHnsw', () => {
  it('is true where the package was compiled, as it was for these tests', async () => {
    expect(await hasHnsw()).toBe(true);
  });
});

describe('an index without passages', () => {
  it('answers with nothing', async () => {
    const none: VectorTable = { values: new Float32Array(), dimensions };
    const graph = await buildGraph(none);
    const query = queries[0] ?? new Float32Array();
    expect(await createVectorSearch(rowsOf(none), [{ start: 0, end: 0, graph }])(query, 5)).toEqual([]);
    expect(await createVectorSearch(rowsOf(none), [])(query, 5)).toEqual([]);
  });
});

describe('the kernel', () => {
  it('agrees with TypeScript to the bit', () => {
    const [kernel, script] = [rowsOf(vectors), rowsOf(vectors, true)];
    for (const query of queries) expect(kernel.search(query, 1500)).toEqual(script.search(query, 1500));
  });
});
