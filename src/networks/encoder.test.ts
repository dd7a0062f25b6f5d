import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import type { Encoder } from '../core/networks.ts';
import { weightsFile } from './card.ts';
import { openEncoder } from './encoder.ts';
import { readGraph } from './graph.ts';
import { encoderId, encoderName } from './model-files.ts';

const { modelsDir } = loadConfig();
const sentence = "Austria's science and technology engagement with China has largely been steady.";
const question = 'Has Austria changed how it works with China on research?';
const other = 'The Italian drug makers rely on venture capital from the United States.';

function dot(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

let encoder: Encoder;
beforeAll(async () => {
  encoder = await openEncoder(modelsDir);
});

describe('the encoder', () => {
  it('is named by its model and the first eight digits of its weights', async () => {
    const weights = readFileSync(join(modelsDir, encoderName, weightsFile));
    const sum = createHash('sha256').update(weights).digest('hex');
    expect(encoder.id).toBe(`chapter-and-verse/encoder-small@${sum.slice(0, 8)}`);
    expect(await encoderId(modelsDir)).toBe(encoder.id);
  });

  it('gives unit vectors, of the text and of each token kept', async () => {
    const { vector, tokens, tokenVectors, tokenParts } = await encoder.encodePassage([sentence]);
    expect(vector).toHaveLength(encoder.dimensions);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
    expect(tokens).toEqual(['austria', 'science', 'technology', 'engagement', 'china', 'largely', 'steady']);
    expect(tokenVectors).toHaveLength(tokens.length * encoder.dimensions);
    expect(tokenParts).toEqual(tokens.map(() => 0));
    tokens.forEach((_, index) => {
      const unit = tokenVectors.subarray(index * encoder.dimensions, (index + 1) * encoder.dimensions);
      expect(dot(unit, unit)).toBeCloseTo(1, 5);
    });
  });

  it('encodes parts as the one text they make, and says which token is from which part', async () => {
    const inParts = await encoder.encodePassage(['Austria. Recent trends. ', sentence]);
    const whole = await encoder.encodePassage([`Austria. Recent trends. ${sentence}`]);
    expect(dot(inParts.vector, whole.vector)).toBeCloseTo(1, 6);
    expect(inParts.tokens).toEqual(whole.tokens);
    expect(inParts.tokenParts).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("leaves the instruction out of a question's tokens", async () => {
    const { tokens, tokenParts } = await encoder.encodeQuery('Which passages do researchers search?');
    expect(tokens).toEqual(['passages', 'researchers', 'search']);
    expect(tokenParts).toEqual([0, 0, 0]);
  });

  it('puts a question nearer to the sentence that answers it than to another', async () => {
    const asked = await encoder.encodeQuery(question);
    const answering = await encoder.encodePassage([sentence]);
    const unrelated = await encoder.encodePassage([other]);
    expect(dot(asked.vector, answering.vector)).toBeGreaterThan(dot(asked.vector, unrelated.vector) + 0.2);
  });

  it('cuts a text off at 512 tokens instead of failing', async () => {
    const { tokens, tokenParts } = await encoder.encodePassage([
      'Austria. ',
      'Huawei '.repeat(400),
      sentence,
    ]);
    expect(tokens.length).toBeLessThanOrEqual(510);
    expect(tokenParts).not.toContain(2);
  });

  it('encodes an empty text', async () => {
    const { vector, tokens } = await encoder.encodePassage(['']);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
    expect(tokens).toEqual([]);
  });

  it('does not treat a special token spelt out in a text as content', async () => {
    expect((await encoder.encodePassage(['China [SEP] Huawei [CLS]'])).tokens).toEqual([
      'china',
      'hua',
      '##wei',
    ]);
  });
});

describe('the model files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verse-models-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are refused where one is missing, with the way to get it back', async () => {
    const bare = join(folder, 'bare', encoderName);
    mkdirSync(bare, { recursive: true });
    cpSync(join(modelsDir, encoderName, 'card.json'), join(bare, 'card.json'));
    const refusal = (file: string) => ({
      code: 'model-missing',
      sentence: `${join(bare, file)}: the network's file cannot be read. Fetch it again with \`git checkout models\`.`,
    });
    await expect(openEncoder(join(folder, 'bare'))).rejects.toMatchObject(refusal('tokenizer.json'));
    const place = { modelsDir: join(folder, 'bare'), folder: encoderName, weights: '0', dimensions: 384 };
    await expect(readGraph(place)).rejects.toMatchObject(refusal(weightsFile));
  });

  it('are refused where a sum is not that of the card', async () => {
    cpSync(join(modelsDir, encoderName), join(folder, encoderName), { recursive: true });
    const place = { modelsDir: folder, folder: encoderName, weights: 'f'.repeat(64), dimensions: 384 };
    await expect(readGraph(place)).rejects.toMatchObject({
      code: 'model-damaged',
      sentence:
        `${join(folder, encoderName, weightsFile)}: the file is damaged, or another one (SHA-256 685652fc…, by its card ffffffff…). ` +
        'Fetch it again with `git checkout models`.',
    });
    const path = join(folder, encoderName, 'tokenizer.json');
    writeFileSync(path, '{}');
    await expect(encoderId(folder)).rejects.toMatchObject({
      code: 'model-damaged',
      sentence:
        `${path}: the file is damaged, or another one (SHA-256 44136fa3…, by its card d241a60d…). ` +
        'Fetch it again with `git checkout models`.',
    });
  });
});
