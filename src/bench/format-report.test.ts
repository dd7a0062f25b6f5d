import { describe, expect, it } from 'vitest';
import { compareAsk, compareIngest } from './compare-figures.ts';
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
  file: 'fragmented-europe-2026.pdf',
  encoder: 'Xenova/bge-small-en-v1.5@6c9c6101',
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

const full: BenchReport = {
  settings,
  ingest: compareIngest(
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
  ask: compareAsk(ours, baseline).speed,
  quality: compareAsk(ours, baseline).quality,
  micro,
  scale: [
    {
      passages: 1000,
      build: measured({ buildMs: 728, indexBytes: 31_200_000 }, 1600, 381_000_000),
      ask: measured({ openMs: 615, p50Ms: 15.1, p95Ms: 40.2, recall: 1 }, 4000, 340_000_000),
      problem: null,
    },
    {
      passages: 100_000,
      build: measured({ buildMs: 296_308, indexBytes: 3_015_000_000 }, 321_498, 11_608_000_000),
      ask: null,
      problem: 'tokens.bin: cannot be read (larger than 2 GiB).',
    },
  ],
};

describe('formatBench', () => {
  it('prints both stacks side by side with their ratio', () => {
    expect(formatBench(full)).toMatchInlineSnapshot();
  });

  it('prints ours alone where no baseline was measured', () => {
    const { speed, quality } = compareAsk(ours, null);
    const text = formatBench({ settings, ingest: null, ask: speed, quality, micro, scale: null });
    expect(text).toMatchInlineSnapshot();
  });
});
