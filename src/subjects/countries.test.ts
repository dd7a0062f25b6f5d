import { describe, expect, it } from 'vitest';
import { countries, countryOf, findCountries } from './countries.ts';
import { namesSubject } from './subject.ts';
import { knownSubject } from './subjects.ts';

const named = (text: string) => findCountries(text).map(({ name }) => name);

describe('countries in a text', () => {
  it.each([
    ['The Dutch sell to China, The Hague says.', ['Netherlands', 'China', 'Netherlands']],
    ['Türkiye, Turkish and Ankara', ['Turkey', 'Turkey', 'Turkey']],
    ['Bogotá and Bogota', ['Colombia', 'Colombia']],
    ['The Riksdag and the Sejm', ['Sweden', 'Poland']],
    ['The Diet; a diet; the Congresso Nacional', ['Japan', 'Brazil']],
    ['The Assembly of the Republic and the Congress of Deputies', ['Portugal', 'Spain']],
    // The larger of two that share a word.
    ['Dominican sugar, American ships', ['Dominican Republic', 'United States']],
  ])('are known by name, adjective, capital and parliament: %s', (text, names) => {
    expect(named(text)).toEqual(names);
  });

  it('are the longest of those that begin together, and whole words', () => {
    expect(named('North Korea, South Korean, Northern Ireland, Papua New Guinea')).toEqual([
      'North Korea',
      'South Korea',
      'United Kingdom',
      'Papua New Guinea',
    ]);
    expect(named('A refinement of Indiana')).toEqual([]);
  });

  it('need their capitals where they are other words without', () => {
    expect(named('Tell us whether chad and a jersey are male in the valley at our reunion.')).toEqual([]);
    expect(named('The US, Chad and Jersey')).toEqual(['United States', 'Chad', 'Jersey']);
  });

  it('are found in letters that grow in lower case', () => {
    expect(findCountries('İstanbul and Chile')).toEqual([{ name: 'Chile', at: 13, length: 5 }]);
  });
});

describe('a country', () => {
  it('is named by any of its words, as whole words', () => {
    const names = (text: string, name: string) => namesSubject(text, knownSubject(name));
    expect(names('The Dutch government seized Nexperia.', 'Netherlands')).toBe(true);
    expect(names('Finnish grids', 'Finland')).toBe(true);
    expect(names('A refinement of the plan', 'Finland')).toBe(false);
  });

  it.each([
    ['Netherlands', 'Dutch'],
    ['Spain', 'Spanish'],
    ['Saudi Arabia', 'Saudi'],
    ['New Zealand', 'New Zealand'],
    ['Iceland', 'Icelandic'],
    ['EU', 'EU'],
  ])('has the adjective that stands before a noun: %s, %s', (name, adjective) => {
    expect(countryOf(name)?.adjective).toBe(adjective);
  });

  it('shares no word with another', () => {
    const words = countries().flatMap(({ words: own, cased }) => [...own, ...cased]);
    expect(words.length).toBeGreaterThan(1000);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
