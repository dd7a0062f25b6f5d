import { describe, expect, it } from 'vitest';
import { findOtherNames } from './find-other-names.ts';
import { readSubjects } from './read-subjects.ts';
import { createSubjects } from './subjects.ts';

const read = (...chapters: [name: string, text: string][]) =>
  readSubjects(
    chapters.map(([name]) => name),
    findOtherNames(chapters.map(([name, text]) => ({ name, text }))),
  );
const first = (chapter: [name: string, text: string]) => read(chapter)[0];

describe('what a chapter is about', () => {
  it.each([
    ['Türkiye', '', 'country'],
    ['Czech Republic', '', 'country'],
    ['EU', '', 'union'],
    ['FY2023', '', 'year'],
    ['Acme Holdings', '', 'company'],
    ['Ministry of Works', '', 'body'],
    ['Nordwind', 'Nordwind is a large utility on the coast.', 'company'],
    ['Drinking water', 'Water is a good that companies sell.', 'topic'],
  ])('is seen by its name and its text: %s', (name, text, kind) => {
    expect(first([name, text])?.kind).toBe(kind);
  });

  it('goes by the words that a table has for a country, under the name that is printed', () => {
    const subjects = createSubjects(read(['Türkiye', ''], ['Georgia', '']));
    expect(subjects.find('Turkish and Korean ships').map(({ name }) => name)).toEqual([
      'Türkiye',
      'South Korea',
    ]);
  });
});

describe('other words for it', () => {
  it.each([
    ['Federal Trade Commission', 'The Federal Trade Commission (FTC) opened cases.', 'FTC'],
    ['Federal Trade Commission (FTC)', '', 'FTC'],
    ['Bureau of Labor Statistics', 'The Bureau of Labor Statistics (“BLS”) counts.', 'BLS'],
  ])('are an abbreviation that the text has for %s', (name, text, short) => {
    expect(first([name, text])?.cased).toEqual([short]);
  });

  it.each([
    ['FTC', 'Cases of the Federal Trade Commission (FTC) rose.', ['ftc', 'federal trade commission']],
    [
      'Acme Industries Ltd',
      'Acme Industries Ltd (“Acmeind”) sells tools.',
      ['acme industries ltd', 'acme industries', 'acmeind'],
    ],
    [
      'Nordwind Energy AG',
      'The board of Nordwind met.',
      ['nordwind energy ag', 'nordwind energy', 'nordwind'],
    ],
  ])('are the full name, a shorter one, the first word: %s', (name, text, words) => {
    expect(first([name, text])?.words).toEqual(words);
  });

  it('are none that two share, that spell nothing of it, or that are a place in brackets', () => {
    const energy =
      'The board of Siemens met at Siemens Energy AG (SEG) and Siemens Healthineers AG (Erlangen).';
    const [one, other] = read(['Siemens Energy AG', energy], ['Siemens Healthineers AG', energy]);
    expect(one?.words).toEqual(['siemens energy ag', 'siemens energy']);
    expect(other).toMatchObject({ words: ['siemens healthineers ag', 'siemens healthineers'], cased: [] });
    expect(first(['Ministry of Works', 'The Ministry of Works (ABC) builds.'])?.cased).toEqual([]);
  });
});

describe('the subjects of documents', () => {
  it('have the kinds that several chapters are of, and a part of the world', () => {
    const { kinds, region } = createSubjects(
      read(['Summary', ''], ['Brazil', ''], ['Chile', ''], ['EU', '']),
    );
    expect(kinds).toEqual(['country']);
    expect(region).toContain('latin america');
  });
});
