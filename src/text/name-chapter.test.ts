import { describe, expect, it } from 'vitest';
import { nameChapter } from './name-chapter.ts';

describe('the name of a chapter', () => {
  const whole = { chapter: 'Slip opinion', undivided: true, documentTitle: 'Tarrant' } as const;

  it.each([
    [{ chapter: 'Germany', documentTitle: 'Fragmented Europe' }, undefined, 'Germany'],
    [{ chapter: 'Germany' }, 'Fragmented Europe (2026)', 'Fragmented Europe (2026): Germany'],
    [whole, undefined, 'Tarrant'],
    [whole, 'Tarrant (2013)', 'Tarrant (2013)'],
    [{ chapter: 'Slip opinion', undivided: true } as const, undefined, 'Slip opinion'],
  ])('of %o in %s is %s', (place, document, name) => {
    expect(nameChapter(place, document)).toBe(name);
  });
});
