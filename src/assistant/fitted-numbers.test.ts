import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, packageRoot } from '../config/settings.ts';
import { weightsFile } from '../networks/card.ts';
import { clozeName, encoderName, entailmentName, networkId } from '../networks/model-files.ts';
import { openAssistant } from './assistant.ts';
import { checkFittedNumbers, fittedParts, placeNumbers } from './fitted-numbers.ts';

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
    for (const name of [encoderName, clozeName]) symlinkSync(join(modelsDir, name), join(folder, name));
    mkdirSync(join(folder, entailmentName));
    const card = readFileSync(join(modelsDir, entailmentName, 'card.json'), 'utf8');
    const other = card.replace(new RegExp(`(${weightsFile}": ")[0-9a-f]{8}`), '$10badcafe');
    writeFileSync(join(folder, entailmentName, 'card.json'), other);
    const [cloze, shipped] = await Promise.all(
      [clozeName, entailmentName].map((name) => networkId(modelsDir, name)),
    );
    const config = { ...loadConfig(), modelsDir: folder, indexDir: join(folder, 'index') };
    await expect(openAssistant(config)).rejects.toMatchObject({
      code: 'other-network',
      sentence:
        `src/verify/model.json: its numbers were fitted on ${cloze} and ${shipped}, and here is ${cloze} and ` +
        `${entailmentName}@0badcafe. Fit them anew with \`npm run tune -- --only verifier\`, or restore the network ` +
        'with `git checkout models`.',
    });
  });
});
