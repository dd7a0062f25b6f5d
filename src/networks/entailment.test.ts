import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { readerName } from './model-files.ts';
import { openReaders } from './readers.ts';

const { modelsDir } = loadConfig();
const folder = mkdtempSync(join(tmpdir(), 'verse-entailment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text =
  'Finland: In Kotka, the Finnish Minerals Group partnered with Beijing Easpring to construct a plant. Finnish Minerals Group owns 30% and Beijing Easpring 70% of the joint venture.';

describe('the entailment model', () => {
  const { entails } = openReaders(modelsDir).entailment;

  it('tells what a text supports from what it does not say, and from the reverse', async () => {
    const supported = await entails(
      text,
      'Beijing Easpring and the Finnish Minerals Group build a plant in Kotka.',
    );
    const other = await entails(text, 'The university of Helsinki has closed its Confucius Institute.');
    const turned = await entails(
      text,
      'The plant in Kotka has been abandoned by the Finnish Minerals Group.',
    );
    expect(supported).toBeGreaterThan(other);
    expect(supported).toBeGreaterThan(turned);
  });

  it('reads a text that is longer than its window by its beginning', async () => {
    const sentence = 'Beijing Easpring owns 70% of the joint venture.';
    const long = `${text} ${'The plant stands in Kotka. '.repeat(120)}`;
    expect(await entails(`${long} Huawei left.`, sentence)).toBe(
      await entails(`${long} ZTE left.`, sentence),
    );
  });

  it('says which file is missing, and works once it is back', async () => {
    const restored = openReaders(folder).entailment;
    await expect(restored.entails(text, text)).rejects.toMatchObject({ code: 'model-missing' });
    cpSync(join(modelsDir, readerName), join(folder, readerName), { recursive: true });
    expect(await restored.entails(text, text)).toBe(await entails(text, text));
  });

  it('refuses a file that is not the one that ships', async () => {
    const damaged = join(folder, 'damaged');
    mkdirSync(damaged);
    cpSync(join(modelsDir, readerName), join(damaged, readerName), { recursive: true });
    writeFileSync(join(damaged, readerName, 'entailment.json'), '{}');
    await expect(openReaders(damaged).entailment.entails(text, text)).rejects.toMatchObject({
      code: 'model-damaged',
      sentence: expect.stringContaining('entailment.json: the file is damaged, or another one'),
    });
  });
});
