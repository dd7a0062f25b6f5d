import { describe, expect, it } from 'vitest';
import { samplePassages } from '../testing/sample-report.ts';
import { findCarriers } from './find-carriers.ts';

const carriers = (sentence: string) => {
  const { places, ...rest } = findCarriers(sentence, samplePassages);
  return { quotes: places.map(({ sentence: { text } }) => text.slice(0, 40)), ...rest };
};

describe('findCarriers', () => {
  it('finds the sentence that says it, whatever its passage', () => {
    const { quotes, share } = carriers('Lithuania banned Chinese solar inverters in 2023.');
    expect(quotes).toEqual(['An illustration of this regulatory patch']);
    expect(share).toBe(1);
  });

  it('finds the sentences that say it between them, the one that says most first', () => {
    const { quotes, share } = carriers(
      'Czechia warned of Huawei and ZTE as security threats in December 2018, and Austria set up its OSTA office in Beijing in 2012.',
    );
    expect(quotes).toEqual(
      ['In December 2018, during the government o', 'This is best exemplified by establishmen'].map((quote) =>
        quote.slice(0, 40),
      ),
    );
    expect(share).toBeGreaterThan(0.7);
  });

  it('finds nothing where no word is shared, or there is none', () => {
    expect(carriers('Sachertorte mit Schlag')).toEqual({
      quotes: [],
      share: 0,
      words: 3,
      missing: ['Sachertorte', 'mit', 'Schlag'],
    });
    expect(carriers('And so it is.')).toEqual({ quotes: [], share: 0, words: 0, missing: [] });
  });
});
