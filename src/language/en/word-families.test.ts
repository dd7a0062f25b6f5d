import { describe, expect, it } from 'vitest';
import { rootOf, stemWord } from './stem-word.ts';
import { areOpposites, areSynonyms, wordLikeness } from './word-families.ts';

const like = (one: string, other: string) => {
  const [a, b] = [stemWord(one), stemWord(other)];
  return wordLikeness({ stem: a, root: rootOf(a) }, { stem: b, root: rootOf(b) });
};

describe('stemWord', () => {
  it.each([
    ['increase', 'increases', 'increased', 'increasing'],
    ['buy', 'buys', 'bought', 'buying'],
    ['country', 'countries'],
    ['plan', 'plans', 'planned', 'planning'],
  ])('brings the forms of %j together', (base, ...forms) => {
    expect(forms.map(stemWord)).toEqual(forms.map(() => stemWord(base)));
  });
});

describe('wordLikeness', () => {
  it('is highest for forms of one word, then families, then synonyms', () => {
    expect(like('acquired', 'acquires')).toBe(1);
    expect(like('investor', 'investment')).toBeGreaterThan(like('firm', 'company'));
    expect(like('firm', 'company')).toBeGreaterThan(0);
    expect(like('firm', 'risk')).toBe(0);
  });

  it('is nothing for opposites, even of one root', () => {
    expect(like('rose', 'fell')).toBe(0);
    expect(like('import', 'exports')).toBe(0);
  });
});

describe('the lists', () => {
  it('has nothing to stem in nothing', () => {
    expect(stemWord('')).toBe('');
  });

  it('know synonyms and opposites in any form', () => {
    expect(areSynonyms(stemWord('factories'), stemWord('plant'))).toBe(true);
    expect(areOpposites(stemWord('tightened'), stemWord('relaxing'))).toBe(true);
    expect(areOpposites(stemWord('rose'), stemWord('grew'))).toBe(false);
  });
});
