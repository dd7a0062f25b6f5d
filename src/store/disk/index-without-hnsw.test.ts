import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { emptySummary } from '../../core/summary.ts';
import { encodePassages } from '../../search/encode-passages.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { openIndex } from './open-index.ts';
import { writeIndex } from './write-index.ts';

vi.mock('hnswlib-node', () => {
  throw new Error('hnswlib-node was not compiled');
});

const indexDir = mkdtempSync(join(tmpdir(), 'verse-exact-'));
afterAll(() => rmSync(indexDir, { recursive: true, force: true }));

it('where hnswlib-node was not compiled an index is written without a graph and searched exactly', async () => {
  const encoder = createFakeEncoder();
  const { encodings } = await encodePassages(sampleReport.passages, encoder);
  const folder = await writeIndex(indexDir, {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules: 1,
    summaryRules: 1,
    summaries: [emptySummary],
    ingested: [sampleReport],
    encodings,
  });
  expect(readdirSync(join(folder, 'vectors'))).toEqual([]);
  const index = await openIndex(indexDir, { encoderId: encoder.id });
  const id = sampleReport.passages[4]?.id ?? '';
  const vector = (await index.vectors([id])).get(id)?.vector;
  expect((await index.findCandidates({ vector, count: 1 })).byVector).toMatchObject([{ id }]);
});
