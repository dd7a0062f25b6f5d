import { describe, expect, it } from 'vitest';
import type { Progress } from '../core/types.ts';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { encodePassages } from './encode-passages.ts';

describe('encodePassages', () => {
  it('encodes each passage with its heading prefix and reports each', async () => {
    const encoder = createFakeEncoder();
    const progress: Progress[] = [];
    const { encodings, reused } = await encodePassages(samplePassages, encoder, {
      onProgress: (one) => progress.push(one),
    });
    expect(encodings).toHaveLength(samplePassages.length);
    expect(reused).toBe(0);
    expect(encoder.calls[1]?.parts[0]).toBe('Austria. Recent trends: A decade of managed continuity. ');
    expect(progress.at(-1)).toEqual({ stage: 'encode', done: 10, total: 10 });
  });

  it('keeps the order of the passages where several are encoded at the same time', async () => {
    const encoder = createFakeEncoder();
    const slowFirst = {
      ...encoder,
      concurrency: 3,
      encodePassage: async (parts: readonly string[]) => {
        // The first ones take longest.
        const turns = Math.max(0, 8 - encoder.calls.length) * 4;
        const encoding = await encoder.encodePassage(parts);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        return encoding;
      },
    };
    const together = await encodePassages(samplePassages, slowFirst);
    const alone = await encodePassages(samplePassages, createFakeEncoder());
    expect(together.encodings).toEqual(alone.encodings);
  });

  it('encodes only what changed when earlier encodings are at hand', async () => {
    const encoder = createFakeEncoder();
    const earlier = await encodePassages(samplePassages, encoder);
    const known = new Map(earlier.encodings.map((encoding) => [encoding.hash, encoding]));
    encoder.calls.length = 0;

    const changed = samplePassages.map((passage, index) =>
      index === 4 ? { ...passage, section: 'Denmark' } : passage,
    );
    const { encodings, reused } = await encodePassages(changed, encoder, { reusable: known });
    expect(reused).toBe(9);
    expect(encoder.calls.map(({ parts }) => parts[0])).toEqual(['Denmark. Denmark. ']);
    expect(encodings.filter((_, index) => index !== 4)).toEqual(
      earlier.encodings.filter((_, index) => index !== 4),
    );
  });

  it("does not use another encoder's vectors", async () => {
    const first = createFakeEncoder();
    const { encodings } = await encodePassages(samplePassages, first);
    const known = new Map(encodings.map((encoding) => [encoding.hash, encoding]));
    const other = { ...createFakeEncoder(), id: 'fake/other@11111111' };
    expect((await encodePassages(samplePassages, other, { reusable: known })).reused).toBe(0);
  });
});
