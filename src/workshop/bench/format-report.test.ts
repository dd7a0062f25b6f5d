import { describe, expect, it } from 'vitest';
import {
  askFigures,
  compareFigures,
  compareLoad,
  ingestFigures,
  pictureFigures,
  qualityFigures,
} from './compare-figures.ts';
import { type BenchReport, formatBench } from './format-report.ts';
import type { AskMeasurement, Measured } from './measurements.ts';

function measured<T>(output: T, wallMs: number, peakBytes: number): Measured<T> {
  return { output, wallMs, peakBytes };
}

const settings = {
  version: '0.1.0',
  node: '20.20.2',
  platform: 'linux x64',
  processor: 'AMD EPYC',
  cores: 2,
  load: 0.4,
  file: 'fragmented-europe-2026.pdf',
  encoder: 'chapter-and-verse/encoder-small@3d79285a',
  questions: ['ger-01', 'swe-02'],
};

const ours: Measured<AskMeasurement> = measured(
  {
    openMs: 641.2,
    questions: [
      {
        id: 'ger-01',
        totalMs: 14.2,
        encodeMs: 3.31,
        searchMs: 4.2,
        selectMs: 6.02,
        found: 1,
        foundVerbatim: 1,
        hasFacts: true,
        words: 81,
      },
      {
        id: 'swe-02',
        totalMs: 16.4,
        encodeMs: 3.45,
        searchMs: 5.4,
        selectMs: 7.04,
        found: 1,
        foundVerbatim: 1,
        hasFacts: null,
        words: 110,
      },
    ],
  },
  1800,
  331_000_000,
);

const baseline: Measured<AskMeasurement> = measured(
  {
    openMs: 412.9,
    questions: [
      {
        id: 'ger-01',
        totalMs: 3.4,
        encodeMs: 3.26,
        searchMs: 0.125,
        selectMs: null,
        found: 1,
        foundVerbatim: 0,
        hasFacts: true,
        words: 560,
      },
      {
        id: 'swe-02',
        totalMs: 3.6,
        encodeMs: 3.44,
        searchMs: 0.145,
        selectMs: null,
        found: 0,
        foundVerbatim: 0,
        hasFacts: null,
        words: 544,
      },
    ],
  },
  900,
  232_000_000,
);

const micro = [
  { label: 'encode a question', p50Ms: 3.3142, p99Ms: 12.481, calls: 303 },
  { label: 'HNSW search, 100 nearest', p50Ms: 0.26834, p99Ms: 0.374, calls: 3601 },
];

const drawn = (...pages: [ms: number, bytes: number][]) => ({
  pages: pages.map(([ms, bytes]) => ({ ms, bytes })),
});
const load = compareLoad({ idleMs: [12, 12, 14], answeredMs: [80, 90, 100], refusedMs: [1, 2], sent: 5 });
const pictures = compareFigures(
  pictureFigures,
  measured(drawn([212, 300_000], [38.4, 316_000], [44.1, 322_000]), 900, 190_000_000),
  measured(drawn([420, 430_000], [158.2, 436_000], [171.3, 441_000]), 1500, 240_000_000),
);

const full: BenchReport = {
  settings,
  ingest: compareFigures(
    ingestFigures,
    measured(
      { readMs: 3412, encodeMs: 18_240, writeMs: 833, passages: 1338, indexBytes: 34_110_000 },
      22_950,
      498_500_000,
    ),
    measured(
      { readMs: 1492, encodeMs: 14_021, writeMs: 420, passages: 753, indexBytes: 2_260_000 },
      16_740,
      391_000_000,
    ),
  ),
  ask: compareFigures(askFigures, ours, baseline),
  quality: compareFigures(qualityFigures, ours, baseline),
  load,
  pictures,
  micro,
};

describe('formatBench', () => {
  it('prints both stacks side by side with their ratio', () => {
    expect(formatBench(full)).toMatchInlineSnapshot(`
      "Bench of version 0.1.0, Node 20.20.2, linux x64, 2 cores of AMD EPYC
        fragmented-europe-2026.pdf, encoder chapter-and-verse/encoder-small@3d79285a
        tutorial stack: PDFLoader, RecursiveCharacterTextSplitter 1000/200, the same encoder (mean pooling) and
        HNSWLib of LangChain.js; each measurement in a process of its own; ratio: ours / tutorial stack

      Ingest, nothing cached                   ours  tutorial stack  ratio
        read                                  3.4 s           1.5 s   2.29
        encode, loading the model included   18.2 s          14.0 s   1.30
        write                                833 ms          420 ms   1.98
        whole process                        22.9 s          16.7 s   1.37
        peak memory                          499 MB          391 MB   1.27
        passages                              1,338             753   1.78
        index on disk                       34.1 MB          2.3 MB  15.09

      Ask, warm, 2 test questions     ours  tutorial stack  ratio
        whole, p50                 15.3 ms         3.50 ms   4.37
        whole, p95                 16.3 ms         3.59 ms   4.54
        encode, p50                3.38 ms         3.35 ms   1.01
        encode, p95                3.44 ms         3.43 ms   1.00
        search, p50                4.80 ms        0.135 ms  35.56
        search, p95                5.34 ms        0.144 ms  37.08
        select, p50                6.53 ms               –      –
        select, p95                6.99 ms               –      –
        opening index and model     641 ms          413 ms   1.55
        peak memory                 331 MB          232 MB   1.43

      Quality on the same questions        ours  tutorial stack  ratio
        evidence in the first 5 passages  1.000            .500   2.00
          of it letter for letter         1.000            .000      –
        all facts in what is returned     1.000           1.000   1.00
        words returned, on average           96             552   0.17

      Asked four times as fast as it answers     ours  at rest  ratio
        answered, p50                         90.0 ms  12.0 ms   7.50
        answered, p99                         99.8 ms  14.0 ms   7.15
        refused as busy, p99                  1.99 ms        –      –
        share refused                            .400        –      –
        neither answered nor refused                0        –      –

      Pages as pictures            ours  pdf-parse  ratio
        the first of a process   212 ms     420 ms   0.50
        each after it, p50      41.3 ms     165 ms   0.25
        each after it, p95      43.8 ms     171 ms   0.26
        size, p50                319 kB     439 kB   0.73
        peak memory              190 MB     240 MB   0.79

      Parts of an answer               p50       p99  calls
        encode a question          3.31 ms   12.5 ms    303
        HNSW search, 100 nearest  0.268 ms  0.374 ms  3,601
      "
    `);
  });

  it('warns where the machine was busy with other work', () => {
    expect(formatBench({ ...full, settings: { ...settings, load: 2.68 } })).toContain(
      'other work kept 2.7 processes running at the start: do not trust times and their ratios',
    );
    expect(formatBench(full)).not.toContain('other work');
  });

  it('prints only ours if no baseline was measured', () => {
    const text = formatBench({
      ...full,
      ingest: null,
      ask: compareFigures(askFigures, ours, null),
      quality: compareFigures(qualityFigures, ours, null),
    });
    expect(text.split('\n\n').slice(0, 3).join('\n\n')).toMatchInlineSnapshot(`
      "Bench of version 0.1.0, Node 20.20.2, linux x64, 2 cores of AMD EPYC
        fragmented-europe-2026.pdf, encoder chapter-and-verse/encoder-small@3d79285a

      Ask, warm, 2 test questions     ours
        whole, p50                 15.3 ms
        whole, p95                 16.3 ms
        encode, p50                3.38 ms
        encode, p95                3.44 ms
        search, p50                4.80 ms
        search, p95                5.34 ms
        select, p50                6.53 ms
        select, p95                6.99 ms
        opening index and model     641 ms
        peak memory                 331 MB

      Quality on the same questions        ours
        evidence in the first 5 passages  1.000
          of it letter for letter         1.000
        all facts in what is returned     1.000
        words returned, on average           96"
    `);
  });
});
