import { describe, expect, it } from 'vitest';
import { citingForms } from '../../language/en/citing-forms.ts';
import { unknownLanguage } from '../../language/unknown.ts';
import { citingIn } from './citing.ts';
import { readPages, readPlaces } from './read-places.ts';

describe('readPages', () => {
  it.each([
    ['p. 84', ['84']],
    ['p.84', ['84']],
    ['page 84', ['84']],
    ['pp. 84–86', ['84', '85', '86']],
    ['pp. 184-85', ['184', '185']],
    ['pp. 84, 88 and 90–91', ['84', '88', '90', '91']],
    ['p. 84 f.', ['84', '85']],
    ['pp. 84ff.', ['84', '85']],
    ['p. xii', ['xii']],
    ['pp. 90–84', ['90', '84']],
    ['pp. 1–1900', ['1', '1900']],
  ])('reads %s', (words, pages) => {
    expect(readPages(words, citingForms)).toEqual(pages);
  });
});

describe('readPlaces', () => {
  const germany = { name: 'Germany', pages: ['84'] };
  it.each([
    ['Germany, p. 84', [germany]],
    ['see Germany, p. 84', [germany]],
    ['Germany p. 84.', [germany]],
    ['cf. Germany: page 84', [germany]],
    ['p. 84', [{ name: null, pages: ['84'] }]],
    ['ibid., p. 84', [{ name: null, pages: ['84'] }]],
    ['Germany, p. 84; Sweden, pp. 181–182', [germany, { name: 'Sweden', pages: ['181', '182'] }]],
    ['Germany, p. 84 and United Kingdom, p. 187', [germany, { name: 'United Kingdom', pages: ['187'] }]],
    [
      'Executive Summary, p. 9, p. 12',
      [
        { name: 'Executive Summary', pages: ['9'] },
        { name: null, pages: ['12'] },
      ],
    ],
    ['ETNC report, chapter on Germany, p. 84', [{ name: 'ETNC report, chapter on Germany', pages: ['84'] }]],
    ['Germany, p. 84, 2026', [germany]],
    ['Germany, p. 84 — Recent trends', [germany]],
  ])('reads “%s”', (text, places) => {
    expect(readPlaces(text, citingForms)).toEqual(places);
  });

  it.each([
    'Germany',
    'which it plans to end by 2027, see p. 84',
    'the 84 pages of the report',
    'from 84 to 90',
  ])('does not take “%s” for a place', (text) => {
    expect(readPlaces(text, citingForms)).toBeUndefined();
  });

  it('reads figures behind “p.” in a language of which nothing is known, and none of its words', () => {
    const citing = citingIn(unknownLanguage());
    expect(readPlaces('Germany, p. 84; Sweden, pp. 181–182', citing)).toEqual([
      germany,
      { name: 'Sweden', pages: ['181', '182'] },
    ]);
    for (const text of ['Germany, page 84', 'zie Germany, p. 84', 'Germany en p. 84'])
      expect(readPlaces(text, citing)).toBeUndefined();
  });
});
