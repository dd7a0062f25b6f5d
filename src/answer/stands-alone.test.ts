import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { standsAlone } from './stands-alone.ts';

const answered = (confidence: number, ...texts: string[]) => ({
  status: 'answered' as const,
  confidence,
  sentences: texts.map((text) => ({ text })),
});
const refused = (confidence: number) => ({ status: 'not-found' as const, confidence, sentences: [] });

const opec = 'Iran and Iraq are members of OPEC.';
const reserves = 'The United States have 2 percent of the reserves.';
const drilling = 'Drilling was costly in those years.';
const plain = { question: 'And the rest of it?', language: english, said: ['Wells run dry.'] };

describe('standsAlone', () => {
  it('holds with the surer answer, and in doubt with the turns before', () => {
    expect(standsAlone(answered(0.8, opec), answered(0.6, reserves), plain)).toBe(true);
    expect(standsAlone(answered(0.65, opec), answered(0.6, reserves), plain)).toBe(false);
    expect(standsAlone(answered(1, opec), answered(0.95, reserves), plain)).toBe(true);
  });

  it('holds where the turns before give what they have said already, unless that is surer by far', () => {
    const asked = { ...plain, said: [`It has few. ${reserves} [1]`] };
    expect(standsAlone(answered(0.5, opec), answered(0.8, reserves), asked)).toBe(true);
    expect(standsAlone(answered(0.5, opec), answered(0.95, reserves), asked)).toBe(false);
    expect(standsAlone(refused(0.5), answered(0.8, reserves), asked)).toBe(false);
  });

  it('holds where half of what they give was said, and it is about as sure', () => {
    const asked = { ...plain, said: [reserves] };
    expect(standsAlone(answered(0.7, opec), answered(0.8, reserves, drilling), asked)).toBe(true);
    expect(standsAlone(answered(0.5, opec), answered(0.8, reserves, drilling), asked)).toBe(false);
    expect(standsAlone(answered(0.7, opec), answered(0.8, drilling, opec), asked)).toBe(false);
  });

  it('holds where what is asked is spoken of in it, and not in what the turns before give', () => {
    const asked = { ...plain, question: 'Which countries are OPEC members?' };
    expect(standsAlone(answered(0.7, opec), answered(0.9, reserves), asked)).toBe(true);
    expect(standsAlone(answered(0.4, opec), answered(0.9, reserves), asked)).toBe(false);
    expect(standsAlone(answered(0.7, opec), answered(0.9, reserves, opec), asked)).toBe(false);
  });

  it('holds where neither is much of an answer', () => {
    expect(standsAlone(refused(0.2), answered(0.5, reserves), plain)).toBe(true);
    expect(standsAlone(refused(0.2), answered(0.7, reserves), plain)).toBe(false);
  });
});
