import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportConfig } from '../testing/assistant/report-index.ts';
import { readCard, weightsFile } from './card.ts';
import { readGraph } from './graph.ts';
import type { GraphPlace } from './graph-place.ts';
import { findKeptGraph } from './kept-graphs.ts';
import { encoderName, readerName } from './model-files.ts';

const { modelsDir } = reportConfig();

async function placeOf(folder: string, cacheDir?: string): Promise<GraphPlace> {
  const { dimensions, sums } = await readCard(modelsDir, folder);
  return { modelsDir, folder, dimensions, weights: sums[weightsFile] ?? '', cacheDir };
}

/** What a graph makes of some pieces. */
async function statesOf(place: GraphPlace): Promise<Float32Array> {
  const graph = await readGraph(place);
  return graph.run(
    BigInt64Array.from({ length: 40 }, (_, at) => BigInt(1000 + 37 * at)),
    25,
  );
}

describe('a graph that is kept', () => {
  let cacheDir: string;
  beforeEach(() => {
    cacheDir = mkdtempSync(join(tmpdir(), 'kept-graphs-'));
  });
  afterEach(() => rmSync(cacheDir, { recursive: true, force: true }));

  it('says what the network says, to the bit, without the network, on one thread or two', async () => {
    const expected = await statesOf(await placeOf(encoderName));
    const place = await placeOf(encoderName, cacheDir);
    expect(await statesOf(place)).toEqual(expected);
    expect(await findKeptGraph(place)).toMatch(/[0-9a-f]{16}\.[0-9a-f]{64}\.ort$/);
    const alone = { ...place, modelsDir: '/nowhere' };
    expect(await statesOf(alone)).toEqual(expected);
    expect(await statesOf({ ...alone, threads: 2 })).toEqual(expected);
    expect(readdirSync(join(cacheDir, encoderName))).toHaveLength(1);
  });

  it('is made anew where it was damaged', async () => {
    const place = await placeOf(encoderName, cacheDir);
    const expected = await statesOf(place);
    const path = (await findKeptGraph(place)) ?? '';
    const bytes = readFileSync(path);
    // Weights: ONNX Runtime would take them for others.
    bytes.fill(0, 5_000_000, 6_000_000);
    rmSync(path);
    writeFileSync(path, bytes);
    expect(await findKeptGraph(place)).toBeUndefined();
    expect(await statesOf(place)).toEqual(expected);
    expect(await findKeptGraph(place)).toBeDefined();
  });

  it('is not that of another network, nor of other weights, and takes the place of an earlier one', async () => {
    const encoder = await placeOf(encoderName, cacheDir);
    await readGraph(encoder);
    const path = (await findKeptGraph(encoder)) ?? '';
    const other = { ...encoder, weights: 'f'.repeat(64) };
    expect(await findKeptGraph(other)).toBeUndefined();
    expect(await findKeptGraph(await placeOf(readerName, cacheDir))).toBeUndefined();
    const earlier = path.replace(/[0-9a-f]{16}\./, '0000000000000000.');
    renameSync(path, earlier);
    await readGraph(encoder);
    expect(await findKeptGraph(encoder)).toBeDefined();
    expect(readdirSync(join(cacheDir, encoderName))).toHaveLength(1);
  });

  it('is done without where it cannot be written', async () => {
    const file = join(cacheDir, 'a-file');
    writeFileSync(file, '');
    const place = await placeOf(encoderName, file);
    expect(await statesOf(place)).toEqual(await statesOf(await placeOf(encoderName)));
    expect(await findKeptGraph(place)).toBeUndefined();
  });
});
