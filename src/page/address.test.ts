import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

describe('the address', () => {
  it('asks what it was written from', () => {
    const asked = {
      question: 'Jobs & growth? 50 % + more',
      scope: { document: 'report', chapter: 'The Netherlands' },
      mode: 'generate',
    } as const;
    expect(readAddress(writeAddress(asked).slice(1))).toEqual(asked);
    expect(writeAddress({ question: 'Jobs?', scope: {}, mode: 'extract' })).toBe('/?q=Jobs%3F');
  });

  it('asks nothing without a question', () => {
    expect(readAddress('')).toBe(null);
    expect(readAddress('?q=%20&chapter=Germany')).toBe(null);
  });
});
