import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random.ts';
import { randomUnitVectors } from '../../testing/networks/random-vectors.ts';
import { buildGraph } from './graph.ts';
import { isWholeGraph } from './graph-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'verse-graph-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  0, 1, 2, 700,
])('a graph of %i points is whole as it was written, and nowhere shorter', async (count) => {
  const values = randomUnitVectors(count, 8, seededRandom(count));
  await (await buildGraph({ values, dimensions: 8 })).save(join(folder, 'graph.bin'));
  const bytes = new Uint8Array(readFileSync(join(folder, 'graph.bin')));
  expect(isWholeGraph(bytes)).toBe(true);
  const step = Math.max(1, Math.floor(bytes.length / 500));
  for (let length = 0; length < bytes.length; length += step) {
    expect(isWholeGraph(bytes.subarray(0, length))).toBe(false);
  }
  expect(isWholeGraph(bytes.subarray(0, -1))).toBe(false);
  expect(isWholeGraph(Buffer.concat([bytes, Buffer.of(0)]))).toBe(false);
});
