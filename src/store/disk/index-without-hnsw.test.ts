import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { contentsOf } from '../../testing/store/index-contents.ts';
import { openIndex } from './open-index.ts';
import { writeIndex } from './write-index.ts';

vi.mock('hnswlib-node', () => {
  throw new Error('hnswlib-node was not compiled');
});

const indexDir = mkdtempSync(join(tmpdir(), 'verse-exact-'));
afterAll(() => rmSync(indexDir, { recursive: true, force: true }));

it('where hnswlib-node was not compiled an index is written without a graph and searched exactly', async () => {
  const encoder = createFakeEncoder();
  const contents = await contentsOf([sampleReport], encoder);
  const folder = await writeIndex(indexDir, contents, { graphFrom: 1 });
  expect(readdirSync(folder).filter((name) => name.includes('graph'))).toEqual([]);
  const index = await openIndex(indexDir, { encoderId: encoder.id });
  const id = sampleReport.passages[4]?.id ?? '';
  const vector = (await index.vectors([id])).get(id)?.vector;
  expect((await index.findCandidates({ vector, count: 1 })).byVector).toMatchObject([{ id }]);
});
