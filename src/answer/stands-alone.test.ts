import { describe, expect, it } from 'vitest';
import { standsAlone } from './stands-alone.ts';

const answered = (confidence: number, ...texts: string[]) => ({
  status: 'answered' as const,
  confidence,
  sentences: texts.map((text) => ({ text })),
});
const refused = (confidence: number) => ({ status: 'not-found' as const, confidence, sentences: [] });

const opec = 'Iran and Iraq are members of OPEC.';
const reserves = 'The United States have 2 percent of the reserves.';

describe('standsAlone', () => {
  it('holds with the surer answer, and in doubt with the turns before', () => {
    expect(standsAlone(answered(0.8, opec), answered(0.6, reserves), [])).toBe(true);
    expect(standsAlone(answered(0.65, opec), answered(0.6, reserves), [])).toBe(false);
    expect(standsAlone(answered(1, opec), answered(0.95, reserves), [])).toBe(true);
  });

  it('holds where the turns before give what they have said already, unless that is surer by far', () => {
    const said = [`It has few. ${reserves} [1]`];
    expect(standsAlone(answered(0.5, opec), answered(0.8, reserves), said)).toBe(true);
    expect(standsAlone(answered(0.5, opec), answered(0.95, reserves), said)).toBe(false);
    expect(standsAlone(answered(0.5, opec), answered(0.8, reserves, opec), said)).toBe(false);
    expect(standsAlone(refused(0.5), answered(0.8, reserves), said)).toBe(false);
  });

  it('holds where neither is much of an answer', () => {
    expect(standsAlone(refused(0.2), answered(0.5, reserves), [])).toBe(true);
    expect(standsAlone(refused(0.2), answered(0.7, reserves), [])).toBe(false);
  });
});
