import { describe, expect, it } from 'vitest';
import { describeProcessor } from './processor.ts';

describe('a processor', () => {
  it('is described by its name and its instructions for 8-bit products', () => {
    const cpuInfo =
      'processor\t: 0\nflags\t\t: fpu sse2 avx avx2 avx512f avx512_vnni rdseed\nbogomips\t: 5192.26\n';
    expect(describeProcessor('AMD EPYC', cpuInfo)).toBe('AMD EPYC (avx2, avx512f, avx512_vnni)');
    expect(describeProcessor('Core i5-6200U', 'flags : sse2 avx avx2\n')).toBe('Core i5-6200U (avx2)');
    expect(describeProcessor('Neoverse-N1', 'Features\t: fp asimd asimddp\n')).toBe('Neoverse-N1 (asimddp)');
  });

  it('is described by its name alone if the system says no more', () => {
    expect(describeProcessor('Apple M2', '')).toBe('Apple M2');
  });
});
