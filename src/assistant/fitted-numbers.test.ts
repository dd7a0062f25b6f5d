import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { checkFittedNumbers, fittedParts, placeNumbers } from './fitted-numbers.ts';

describe('the numbers that ship', () => {
  it('were fitted on the networks that ship', async () => {
    await checkFittedNumbers();
  });

  it.each(fittedParts)('of %s stand where they are read from', async (part) => {
    const { file, networks } = await placeNumbers(part);
    const kept: unknown = JSON.parse(readFileSync(join(packageRoot, file), 'utf8'));
    expect(kept).toMatchObject({ fittedOn: networks });
  });
});
