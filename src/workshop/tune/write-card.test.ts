import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadConfig } from '../../config/settings.ts';
import { weightsFile } from '../../networks/card.ts';
import { checkFiles, encoderName } from '../../networks/model-files.ts';
import { writeCard } from './write-card.ts';

const { modelsDir } = loadConfig();
const folder = mkdtempSync(join(tmpdir(), 'verse-write-card-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a card that is brought up to date has the sums of the files, and is else as it was', async () => {
  const shipped = readFileSync(join(modelsDir, encoderName, 'card.json'), 'utf8');
  mkdirSync(join(folder, encoderName, 'onnx'), { recursive: true });
  const path = join(folder, encoderName, 'card.json');
  writeFileSync(path, shipped);
  writeFileSync(join(folder, encoderName, weightsFile), 'trained further');
  writeFileSync(join(folder, encoderName, 'tokenizer.json'), '{}');
  await expect(checkFiles(folder, encoderName)).rejects.toMatchObject({ code: 'model-damaged' });

  expect(await writeCard(folder, encoderName)).toBe(`${encoderName}@d748a8d7`);
  const card = await checkFiles(folder, encoderName);
  expect({ ...card, sums: {} }).toEqual({ ...JSON.parse(shipped), sums: {} });
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(shipped.split('\n').length);
});
