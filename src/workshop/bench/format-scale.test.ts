import { describe, expect, it } from 'vitest';
import { formatScale } from './format-scale.ts';
import type { Measured } from './measurements.ts';
import { chooseSizes } from './scale.ts';

function measured<T>(output: T, peakBytes: number): Measured<T> {
  return { output, wallMs: 0, peakBytes };
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

describe('the table of growing libraries', () => {
  it('has a column for each size, and says why one has no figures', () => {
    const none = { search: null, ask: null, add: null };
    const text = formatScale({
      database: null,
      settings,
      sizes: [
        {
          passages: 1000,
          documents: 4,
          build: measured({ buildMs: 728, indexBytes: 9_800_000 }, 381_000_000),
          search: measured(
            {
              openMs: 61.5,
              p50Ms: 6.1,
              p95Ms: 12.4,
              processorP50Ms: 5.2,
              processorP95Ms: 9.9,
              memory: { beforeBytes: 190e6, openBytes: 205e6, searchedBytes: 221e6 },
              recall: 1,
            },
            240_000_000,
          ),
          ask: measured({ openMs: 1615, p50Ms: 61.1, p95Ms: 90.2 }, 540_000_000),
          add: measured({ openMs: 80, addMs: 412, writtenBytes: 2_450_000 }, 300_000_000),
          problem: null,
        },
        { passages: 100_000, documents: 400, build: null, ...none, problem: 'no space left on the disk.' },
      ],
    });
    expect(text).toMatchInlineSnapshot(`
      "Bench of version 0.1.0, Node 20.20.2, linux x64, 2 cores of AMD EPYC
        fragmented-europe-2026.pdf, encoder chapter-and-verse/encoder-small@3d79285a

      Passages, generated                    1,000  100,000
        documents                                4      400
        build and write, vectors given      728 ms        –
        peak memory, building               381 MB        –
        index on disk                       9.8 MB        –
          of it a passage                    10 kB        –
        open the store                     61.5 ms        –
        search, p50                        6.10 ms        –
        search, p95                        12.4 ms        –
          in processor time, p50           5.20 ms        –
          in processor time, p95           9.90 ms        –
        true nearest 20 found                1.000        –
        memory with the encoder, no store   190 MB        –
          and the store open                205 MB        –
          after the questions               221 MB        –
        open the whole program               1.6 s        –
        ask, p50                           61.1 ms        –
        ask, p95                           90.2 ms        –
        peak memory, asking                 540 MB        –
        one document more: open the index  80.0 ms        –
          write it                          412 ms        –
          bytes written                     2.5 MB        –
        100,000 passages: no space left on the disk.
      "
    `);
  });

  it('is of the usual sizes up to the largest, which is any', () => {
    expect(chooseSizes('100000')).toEqual([1_000, 10_000, 100_000]);
    expect(chooseSizes('1000000')).toHaveLength(4);
    expect(chooseSizes('2500')).toEqual([1_000, 2_500]);
    for (const most of ['0', '1.5', 'many', '1000001']) {
      expect(() => chooseSizes(most)).toThrow(
        `--scale ${most}: it takes a number of passages from 1 to 1,000,000.`,
      );
    }
  });
});
