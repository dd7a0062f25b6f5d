import { describe, expect, it } from 'vitest';
import { type Asked, isLibraryAddress, libraryAddress, readAddress, writeAddress } from './address.ts';

describe('the address', () => {
  it('asks what it was written from', () => {
    const asked: Asked = {
      question: 'Jobs & growth? 50 % + more',
      scope: { documents: ['report', 'annex'], tags: ['R&D'], years: [2024], chapters: ['The Netherlands'] },
      mode: 'generate',
    };
    expect(readAddress(writeAddress(asked).slice(1))).toEqual(asked);
    expect(writeAddress({ question: 'Jobs?', scope: {}, mode: 'extract' })).toBe('/?q=Jobs%3F');
  });

  it('asks nothing without a question', () => {
    expect(readAddress('')).toBe(null);
    expect(readAddress('?q=%20&chapter=Germany')).toBe(null);
    expect(isLibraryAddress(libraryAddress.slice(1))).toBe(true);
    expect(isLibraryAddress('?q=library')).toBe(false);
  });
});
