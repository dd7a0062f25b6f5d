import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, packageRoot } from '../config/settings.ts';
import { checkFittedNumbers, fittedParts, placeNumbers } from './fitted-numbers.ts';

const { modelsDir } = loadConfig();

describe('the numbers that ship', () => {
  it('were fitted on the networks that ship', async () => {
    await checkFittedNumbers(modelsDir);
  });

  it.each(fittedParts)('of %s stand where they are read from', async (part) => {
    const { file, networks } = await placeNumbers(modelsDir, part);
    const kept: unknown = JSON.parse(readFileSync(join(packageRoot, file), 'utf8'));
    expect(kept).toMatchObject({ fittedOn: networks });
  });
});
