import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../config/settings.ts';
import { readCard, weightsFile } from '../../networks/card.ts';
import { checkFiles, encoderName, networkId } from '../../networks/model-files.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeReaders } from '../../testing/networks/fake-readers.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { round } from './round.ts';
import { writeKnownOutputs, writeSums } from './write-cards.ts';

const { modelsDir } = loadConfig();
const folder = temporaryFolder('write-card');

it("an updated card has the files' sums and is otherwise unchanged", async () => {
  const shipped = readFileSync(join(modelsDir, encoderName, 'card.json'), 'utf8');
  mkdirSync(join(folder, encoderName, 'onnx'), { recursive: true });
  const path = join(folder, encoderName, 'card.json');
  writeFileSync(path, shipped);
  writeFileSync(join(folder, encoderName, weightsFile), 'trained further');
  writeFileSync(join(folder, encoderName, 'tokenizer.json'), '{}');
  await expect(checkFiles(folder, encoderName)).rejects.toMatchObject({ code: 'model-damaged' });

  await writeSums(folder, [encoderName]);
  expect(await networkId(folder, encoderName)).toBe(`${encoderName}@d748a8d7`);
  const card = await checkFiles(folder, encoderName);
  expect({ ...card, sums: {} }).toEqual({ ...JSON.parse(shipped), sums: {} });
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(shipped.split('\n').length);
});

it('known sentences get what the networks give for them, to three digits', async () => {
  const models = { encoder: createFakeEncoder(), ...createFakeReaders() };
  const before = await readCard(folder, encoderName);
  await writeKnownOutputs(folder, [encoderName], models);
  const { vectors, ...rest } = await readCard(folder, encoderName);
  const [first, second] = (vectors?.knownPair.texts ?? []).map((text) =>
    models.encoder.encodePassage([text]),
  );
  const left = (await first)?.vector;
  const right = (await second)?.vector;
  const cosine = left?.reduce((sum, value, index) => sum + value * (right?.[index] ?? 0), 0);
  expect(vectors?.knownPair.cosine).toBe(round(cosine ?? Number.NaN));
  expect({ ...rest, vectors: before.vectors }).toEqual(before);
});
