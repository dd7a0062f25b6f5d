import { describe, expect, it } from 'vitest';
import { duration, toLink } from './readable.ts';

describe('what a reader sees', () => {
  it('is a time in milliseconds or seconds', () => {
    expect(duration(999.4)).toBe('999\u00a0ms');
    expect(duration(1500)).toBe('1.5\u00a0s');
  });

  it('is a link for web addresses only', () => {
    expect(toLink('www.example.org/a')).toEqual({ href: 'https://www.example.org/a', host: 'example.org' });
    expect(toLink('javascript:alert(1)')).toBe(null);
    expect(toLink('not an address')).toBe(null);
  });
});
