import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, packageRoot } from '../config/settings.ts';
import { weightsFile } from '../networks/card.ts';
import { encoderName, networkId, readerName } from '../networks/model-files.ts';
import { openAssistant } from './assistant.ts';
import { checkFittedNumbers, placeNumbers } from './fitted-numbers.ts';
import { fittedParts } from './fitted-parts.ts';

const { modelsDir } = loadConfig();
const folder = mkdtempSync(join(tmpdir(), 'verse-fitted-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the numbers that ship', () => {
  it('were fitted on the networks that ship', async () => {
    await checkFittedNumbers(modelsDir);
  });

  it.each(fittedParts)('of %s stand where they are read from', async (part) => {
    const { file, networks } = await placeNumbers(modelsDir, part);
    const kept: unknown = JSON.parse(readFileSync(join(packageRoot, file), 'utf8'));
    expect(kept).toMatchObject({ fittedOn: networks });
  });

  it('are refused beside another network before any question is answered', async () => {
    mkdirSync(join(folder, dirname(encoderName)), { recursive: true });
    symlinkSync(join(modelsDir, encoderName), join(folder, encoderName));
    mkdirSync(join(folder, readerName));
    const card = readFileSync(join(modelsDir, readerName, 'card.json'), 'utf8');
    const other = card.replace(new RegExp(`(${weightsFile}": ")[0-9a-f]{8}`), '$10badcafe');
    writeFileSync(join(folder, readerName, 'card.json'), other);
    const encoder = await networkId(modelsDir, encoderName);
    const shipped = await networkId(modelsDir, readerName);
    const config = { ...loadConfig(), modelsDir: folder, indexDir: join(folder, 'index') };
    await expect(openAssistant(config)).rejects.toMatchObject({
      code: 'other-network',
      sentence:
        `src/answer/choose/model.json: its numbers were fitted on ${encoder} and ${shipped}, and here is ${encoder} and ` +
        `${readerName}@0badcafe. Fit them anew with \`npm run tune -- --only answers\`, or restore the network ` +
        'with `git checkout models`.',
    });
  });
});
