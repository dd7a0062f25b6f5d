import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../config/settings.ts';
import { readCard, toNetworkId } from './card.ts';
import { checkFiles, networkNames } from './model-files.ts';

const { modelsDir } = loadConfig();
const folder = mkdtempSync(join(tmpdir(), 'verse-card-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shapeSchema = z.object({
  hidden_size: z.number(),
  num_hidden_layers: z.number(),
  max_position_embeddings: z.number(),
});

describe.each(networkNames)('the card of %s', (name) => {
  it('has the sums of its files as they are', async () => {
    expect(Object.keys((await checkFiles(modelsDir, name)).sums)).toContain('tokenizer.json');
  });

  it("states the network's shape", async () => {
    const { dimensions, layers, window } = await readCard(modelsDir, name);
    const shape = shapeSchema.parse(JSON.parse(readFileSync(join(modelsDir, name, 'config.json'), 'utf8')));
    expect({ dimensions, layers }).toEqual({
      dimensions: shape.hidden_size,
      layers: shape.num_hidden_layers,
    });
    expect(window).toBeLessThanOrEqual(shape.max_position_embeddings);
  });
});

describe('a card', () => {
  const put = (name: string, content: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'card.json'), content);
    return join(folder, name, 'card.json');
  };

  it('is refused with missing or unknown fields', async () => {
    const card = await readCard(modelsDir, networkNames[0]);
    const { window, ...less } = card;
    const odd = [{ ...card, windw: window }, less, { ...card, sums: {} }, { ...card, layers: 0 }];
    for (const [at, one] of odd.entries()) {
      const path = put(`odd-${at}`, JSON.stringify(one));
      await expect(readCard(folder, `odd-${at}`)).rejects.toMatchObject({
        code: 'model-damaged',
        sentence: `${path}: not the card of a network. Fetch it again with \`git checkout models\`.`,
      });
    }
  });

  it('names the network by its folder and its weights', async () => {
    const card = await readCard(modelsDir, networkNames[0]);
    const sums = { 'onnx/model_quantized.onnx': `0123456789${'0'.repeat(54)}` };
    expect(toNetworkId('house/encoder', { ...card, sums })).toBe('house/encoder@01234567');
  });
});
