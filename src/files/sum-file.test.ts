import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sumFile } from './sum-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'verse-sum-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sum of a file', () => {
  it.each([
    0,
    1,
    1024 ** 2,
    1024 ** 2 + 1,
    2_500_000,
  ])('of %i bytes is that of its bytes at once', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 256);
    const path = join(folder, `${size}`);
    writeFileSync(path, bytes);
    expect(await sumFile(path)).toEqual({
      bytes: size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('of one that is not there is the error of the disk', async () => {
    await expect(sumFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
