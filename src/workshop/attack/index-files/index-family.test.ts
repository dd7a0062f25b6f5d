import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeIndex } from '../../../store/disk/write-index.ts';
import { sampleReport } from '../../../testing/answers/sample-report.ts';
import { type BuiltPackage, buildPackage } from '../../../testing/build-package.ts';
import { createFakeEncoder } from '../../../testing/networks/fake-encoder.ts';
import { contentsOf } from '../../../testing/store/index-contents.ts';
import { makeDamages } from './damages.ts';
import { startHelper } from './helper-process.ts';
import { attackIndex } from './index-family.ts';
import type { OpenRequest } from './worker.ts';

const root = mkdtempSync(join(tmpdir(), 'verse-attacked-'));
const indexDir = join(root, 'index');
const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id };
let built: BuiltPackage;
let worker = '';
beforeAll(async () => {
  built = buildPackage();
  worker = join(built.folder, 'dist', 'workshop', 'attack', 'index-files', 'worker.js');
  await writeIndex(indexDir, await contentsOf([sampleReport], encoder), { graphFrom: 1 });
});
afterAll(() => {
  built.remove();
  rmSync(root, { recursive: true, force: true });
});

describe('an index', () => {
  it('that is damaged is refused by name; one that is written while the disk fails stays what it was', async () => {
    const rows = await attackIndex({
      indexDir,
      expected,
      worker,
      seed: 20260601,
      flips: 4,
      stepsBetween: 4,
      passageCounts: { before: 10, after: 7 },
    });
    expect(rows.filter(({ tried, held }) => held < tried)).toEqual([]);
    expect(rows.map(({ attack }) => attack)).toHaveLength(15);
    for (const { attack, tried } of rows) expect([attack, tried > 0]).toEqual([attack, true]);
  });
});

describe('what is attacked with', () => {
  it('changes the files that it names, the same by the same seed', () => {
    const [first, second, other] = [1, 1, 2].map((seed) => makeDamages(indexDir, seed, 3));
    expect(first?.map(({ what }) => what)).toEqual(second?.map(({ what }) => what));
    expect(first?.map(({ what }) => what)).not.toEqual(other?.map(({ what }) => what));
    const copy = join(root, 'copy');
    for (const damage of first?.filter(({ attack }) => attack === 'one bit flipped') ?? []) {
      cpSync(indexDir, copy, { recursive: true });
      damage.apply(copy);
      const [file = ''] = damage.files;
      const before = readFileSync(join(indexDir, file));
      const after = readFileSync(join(copy, file));
      expect(after).toHaveLength(before.length);
      expect(after.filter((byte, at) => byte !== before[at])).toHaveLength(1);
    }
  });

  it('notices a process that dies, and starts another', async () => {
    const helper = startHelper<OpenRequest & { kill?: true }>(
      join(built.folder, 'dist', 'testing', 'documents', 'killed-ingest.js'),
    );
    expect(await helper.ask({ indexDir, expected })).toMatchObject({ kind: 'died', by: 'exit code 1' });
    helper.end();
    const opener = startHelper<OpenRequest>(worker);
    expect(await opener.ask({ indexDir, expected })).toMatchObject({ kind: 'opened' });
    expect(await opener.ask({ indexDir: root, expected })).toMatchObject({
      kind: 'refused',
      code: 'no-index',
    });
    opener.end();
  });
});
