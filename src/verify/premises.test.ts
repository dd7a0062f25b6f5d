import { describe, expect, it } from 'vitest';
import { align } from './alignment.ts';
import { toNearestPremise, toWholePremises } from './premises.ts';
import type { SourceText } from './verification.ts';

const filler = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `The ${word} of district ${at + 1} was repaired in spring.`);
const sentence = 'Geely bought Volvo Cars from Ford.';
const textsOf = (written: string, sources: readonly SourceText[]) =>
  toWholePremises(align(written, sources), sources).map(({ text }) => text);
const purchase = 'In 2010 Geely acquired Volvo Cars, which Ford had owned.';

describe('toWholePremises', () => {
  it('reads a short source as one, under its chapter', () => {
    const sources = [{ text: purchase, chapter: 'Sweden' }];
    expect(textsOf(sentence, sources)).toEqual([`Sweden: ${purchase}`]);
  });

  it('reads of a long one the stretches that have most of the sentence, wherever they stand', () => {
    const text = [...filler('bridge', 60), purchase, ...filler('road', 30)].join(' ');
    const sources = [{ text, chapter: 'Sweden' }];
    const premises = textsOf(sentence, sources);
    expect(premises[0]).toContain(purchase);
    expect(premises[0]).toMatch(/^Sweden: /);
    expect(premises.length).toBeLessThanOrEqual(3);
    for (const premise of premises) expect(premise.length).toBeLessThan(1300);
    expect(new Set(premises).size).toBe(premises.length);
  });

  it('gives the sources of each text, by their sentences', () => {
    const text = [...filler('bridge', 60), purchase, ...filler('road', 30)].join(' ');
    const [first] = toWholePremises(align(sentence, [{ text }]), [{ text }]);
    expect(first.sources.map((source) => source.text).join(' ')).toBe(first.text);
    expect(align(sentence, first.sources).source).toContain(purchase);
  });

  it('keeps a sentence that is longer than what is read at once', () => {
    const long = `Geely, ${filler('bridge', 60).join(' and ')}`;
    const sources = [{ text: long, sentences: [long] }];
    expect(textsOf(sentence, sources)[0]).toBe(long);
  });

  it('reads the beginning where nothing has a word of it', () => {
    const text = filler('bridge', 60).join(' ');
    const sources = [{ text }];
    const [first = '', ...others] = textsOf('Xyz qrst.', sources);
    expect(text.startsWith(first)).toBe(true);
    expect(others).toEqual([]);
  });
});

describe('toNearestPremise', () => {
  it('takes the sentence that has most of it', () => {
    const sources = [{ text: [...filler('bridge', 3), purchase].join(' '), chapter: 'Sweden' }];
    expect(toNearestPremise(align(sentence, sources), sources)).toBe(`Sweden: ${purchase}`);
  });
});
