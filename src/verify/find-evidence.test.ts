import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { findEvidence, shareOfEach } from './find-evidence.ts';

const evidence = (sentence: string) => {
  const { places, ...rest } = findEvidence(sentence, samplePassages, english);
  return { quotes: places.map(({ sentence: { text } }) => text.slice(0, 40)), ...rest };
};

describe('findEvidence', () => {
  it('finds the sentence that says it, whatever its passage', () => {
    const { quotes, share } = evidence('Lithuania banned Chinese solar inverters in 2023.');
    expect(quotes).toEqual(['An illustration of this regulatory patch']);
    expect(share).toBe(1);
  });

  it('finds the sentences that say it between them, the one that says most first', () => {
    const { quotes, share } = evidence(
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
    expect(evidence('Sachertorte mit Schlag')).toEqual({
      quotes: [],
      share: 0,
      words: 3,
      missing: ['Sachertorte', 'mit', 'Schlag'],
    });
    expect(evidence('And so it is.')).toEqual({ quotes: [], share: 0, words: 0, missing: [] });
  });
});

describe('shareOfEach', () => {
  it('gives for each sentence what it says of the words, numbers and names twice, in whatever form', () => {
    const sentences = [
      'In 2023 Lithuania prohibited solar inverters from China.',
      'Lithuania trades with others.',
      'It rained.',
    ];
    const [all, name, none] = shareOfEach(
      'Lithuania banned Chinese solar inverters in 2023.',
      sentences,
      english,
    );
    expect(all).toBeGreaterThan(0.9);
    expect(name).toBeLessThan(0.3);
    expect(none).toBe(0);
    expect(shareOfEach('And so it is.', sentences, english)).toEqual([0, 0, 0]);
  });
});
