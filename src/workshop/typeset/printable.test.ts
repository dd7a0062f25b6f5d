import { describe, expect, it } from 'vitest';
import { toPrintable } from './printable.ts';

describe('toPrintable', () => {
  it('keeps what the fonts have', () => {
    const text = '“Škoda’s” plant – 5 € for façades, œuvres and “žito”…';
    expect(toPrintable(text)).toBe(text);
  });

  it('prints letters without the accents that the fonts lack, and signs by their like', () => {
    expect(toPrintable('NÚKIB, Č. Dvořák, Łódź, Rinke\u0304vič, CO₂, ofﬁce, 3\u22122, ÎN')).toBe(
      'NÚKIB, C. Dvorák, Lódz, Rinkevic, CO2, office, 3-2, ÎN',
    );
    expect(toPrintable('non\u2011state\u00a0 actors\n(soft\u00adly)')).toBe('non-state actors (softly)');
  });

  it('prints x for each sign that has no like', () => {
    expect(toPrintable('中国科技, α')).toBe('xxxx, x');
  });
});
