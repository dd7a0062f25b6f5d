import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportConfig } from '../testing/assistant/report-index.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { openEncoder } from './encoder.ts';
import { openEncoderPool } from './encoder-pool.ts';

const texts = [
  'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.',
  'Ericsson reported a sharp drop in revenue in the Chinese market.',
  'The Dutch government introduces export licensing requirements for advanced DUV systems.',
  'CATL announced plans for a EUR 7.3 billion battery production facility near Debrecen.',
  'Huawei.',
];

let built: BuiltPackage;
beforeAll(() => {
  built = buildPackage();
});
afterAll(() => built.remove());

/** Runs the compiled pool in a process of its own, which must end by itself; gives what the script prints as JSON. */
function runThere<Printed>(body: string): Printed {
  const script = `
    import { openEncoderPool } from ${JSON.stringify(pathToFileURL(join(built.folder, 'dist/networks/encoder-pool.js')).href)};
    const modelsDir = ${JSON.stringify(reportConfig().modelsDir)};
    const print = (value) => process.stdout.write(JSON.stringify(value));
    ${body}
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const parsed: Printed = JSON.parse(output);
  return parsed;
}

/** The first values of each text's vector. */
function runPool(): { concurrency: number; heads: number[][] } {
  return runThere(`
    const pool = await openEncoderPool(modelsDir, { size: 3 });
    const encodings = await Promise.all(${JSON.stringify(texts)}.map((text) => pool.encodePassage([text])));
    await pool.close();
    const heads = encodings.map(({ vector, tokens }) => [tokens.length, ...vector.slice(0, 8)]);
    print({ concurrency: pool.concurrency, heads });
  `);
}

describe('the encoder pool', () => {
  it('gives each text the vectors that one encoder alone gives it, to the bit, and ends its threads', async () => {
    const { concurrency, heads } = runPool();
    expect(concurrency).toBe(3);
    const encoder = await openEncoder(reportConfig().modelsDir);
    for (const [index, text] of texts.entries()) {
      const { vector, tokens } = await encoder.encodePassage([text]);
      expect(heads[index]).toEqual([tokens.length, ...vector.slice(0, 8)]);
    }
  });

  it('abandons what it encodes when it is closed, accepts nothing more, and ends its threads', () => {
    const outcomes = runThere<string[]>(`
      const pool = await openEncoderPool(modelsDir, { size: 2 });
      const tell = (encoding) => encoding.then(() => 'encoded', (error) => error.message);
      const under = ${JSON.stringify(texts)}.map((text) => tell(pool.encodePassage([text.repeat(20)])));
      await pool.close();
      print([...new Set(await Promise.all([...under, tell(pool.encodePassage(['Huawei.']))]))]);
    `);
    expect(outcomes).toEqual(['The encoders are closed.']);
  });

  it('opens none if aborted meanwhile, throws the reason, and ends its threads', () => {
    const outcome = runThere<string>(`
      const stopping = new AbortController();
      setTimeout(() => stopping.abort(new Error('Nobody waits.')), 60);
      await openEncoderPool(modelsDir, { size: 2, signal: stopping.signal }).then(
        () => print('opened'),
        (error) => print(error.message),
      );
    `);
    expect(outcome).toBe('Nobody waits.');
  });

  it('is one encoder where there is one core, or nothing compiled to start', async () => {
    const pool = await openEncoderPool(reportConfig().modelsDir, { size: 1 });
    expect(pool.concurrency).toBe(1);
    expect((await pool.encodePassage([texts[0] ?? ''])).vector).toHaveLength(384);
    await pool.close();
  });

  it('says so where the model is missing', async () => {
    await expect(openEncoderPool('/nowhere', { size: 2 })).rejects.toMatchObject({ code: 'model-missing' });
  });
});
