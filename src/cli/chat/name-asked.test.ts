import { describe, expect, it } from 'vitest';
import { nameAsked } from './name-asked.ts';

const oil = { id: 'gao-peak-oil', year: 2007, tags: [], chapters: Array(11) };
const trust = { id: 'nist-zero-trust', year: 2020, tags: ['it'], chapters: Array(9) };
const practices = { id: 'good-enough-practices', tags: ['it'], chapters: Array(6) };
const library = [oil, trust, practices];

describe('what can be asked about', () => {
  it.each([
    ['all reports', {}, '3 reports'],
    ['those with a tag', { tags: ['it'] }, '2 reports'],
    ['the chapters of the only one that is left', { documents: ['gao-peak-oil'] }, '11 chapters'],
    [
      'the chapters that were named',
      { chapters: ['Background', 'Conclusions'] },
      'Background and Conclusions',
    ],
  ])('is %s', (_, scope, named) => {
    expect(nameAsked(library, scope)).toBe(named);
  });

  it('refuses what is not there before the first question', () => {
    expect(() => nameAsked(library, { tags: ['oil'] })).toThrow('No document is tagged “oil”.');
  });
});
