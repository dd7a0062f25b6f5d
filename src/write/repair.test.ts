import { describe, expect, it } from 'vitest';
import { readRepair } from './repair.ts';

describe('the reply to a request for repair', () => {
  it('is read by the numbers of the sentences', () => {
    const reply =
      'Sure:\n1. Sweden banned Huawei. [s3]\n3) DROP\n2: Ericsson fell. [s4] It fell far. [s5]\n9. What? [s1]';
    expect(readRepair(reply, 3)).toEqual([
      [{ text: 'Sweden banned Huawei.', ids: ['s3'] }],
      [
        { text: 'Ericsson fell.', ids: ['s4'] },
        { text: 'It fell far.', ids: ['s5'] },
      ],
      [],
    ]);
  });

  it('needs no number where there was one sentence', () => {
    expect(readRepair('Sweden banned Huawei. [s3]', 1)).toEqual([
      [{ text: 'Sweden banned Huawei.', ids: ['s3'] }],
    ]);
    expect(readRepair('Sweden banned Huawei. [s3]', 2)).toEqual([[], []]);
    expect(readRepair('DROP', 1)).toEqual([[]]);
  });
});
