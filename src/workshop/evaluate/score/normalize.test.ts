import { describe, expect, it } from 'vitest';
import { containsSnippet, containsWording, normalizeText } from './normalize.ts';

describe('normalizeText', () => {
  it('folds case, quotation marks, dashes and blanks', () => {
    expect(normalizeText('  The “new-style”\n whole\u00a0of nation – system’s ')).toBe(
      "the 'new-style' whole of nation - system's",
    );
  });

  it('folds compatibility characters and drops what does not show', () => {
    expect(normalizeText('CO₂, ﬁve mil\u00adlion\u200b')).toBe('co2, five million');
  });
});

describe('containsSnippet', () => {
  it('finds a snippet over a line end and in other quotes', () => {
    const sentence = 'companies increasingly demand that they be\n“left alone” to do their businesses';
    expect(containsSnippet(sentence, 'that they be "left alone" to do')).toBe(true);
  });

  it.each([
    ['direct queries on FHIR data and object references, in particular', 'object references⁸, in particular'],
    ['Vitrified Clay | 110', 'Vitrified Clay 110'],
    [
      'short- and long-term data storage of cloud-based services',
      'shortand long-term data storage of cloudbased services',
    ],
  ])('reads %o as it was read elsewhere: %o', (text, snippet) => {
    expect(containsSnippet(text, snippet)).toBe(true);
  });

  it('takes no short number for another', () => {
    expect(containsSnippet('Exports | 1600', '6.00')).toBe(false);
    expect(containsSnippet('an area of 40 m2', '40 m²')).toBe(true);
  });

  it('does not find other words', () => {
    expect(containsSnippet('Exports to China decreased by 9.7%', 'Exports to China increased by 9.7%')).toBe(
      false,
    );
  });
});

describe('containsWording', () => {
  it.each<[text: string, wording: string, found: boolean, reason: string]>([
    ['holding 65% of global production', '65%', true, 'a percentage'],
    ['holding 165% of global production', '65%', false, 'the end of another number'],
    ['a deficit of EUR 22.5 million', '5 million', false, 'the end of a decimal'],
    ['EUR 7.35 billion', '7.3', false, 'the start of a longer number'],
    ['in 2024.', '2024', true, 'a full stop ends the number'],
    ['1,500 endnotes', '500', false, 'behind a thousands separator'],
    ['Restrictions on China', 'ICT', false, 'inside a word'],
    ['ICTs and construction', 'ICT', true, 'a plural'],
    ['Chinese lasers', 'laser', true, 'a plural'],
    ['a € 3 million grant', '€ 3 million', true, 'a sign before the number'],
    ['the US, then 12 and 2 more', '2 more', true, 'a later place counts where an earlier one does not'],
    ['Hungary', '', false, 'nothing is no wording'],
  ])('looks in %o for %o: %s, %s', (text, wording, found) => {
    expect(containsWording(text, wording)).toBe(found);
  });
});
