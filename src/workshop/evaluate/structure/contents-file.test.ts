import { describe, expect, it } from 'vitest';
import { chaptersOf, formatContentsFile, parseContentsFile } from './contents-file.ts';
import { scoreEntries } from './score-entries.ts';

const titles = (lines: string[]) =>
  chaptersOf(parseContentsFile(lines.join('\n'), 'report.toc')).map(({ title }) => title);

describe('parseContentsFile', () => {
  it('reads quoted titles, years in titles, and entries without a page', () => {
    expect(
      parseContentsFile('\ufeff1,"Law, old and ""new""",12\n2,Cases of 1990,14\n3,Notes\n', 'a.toc'),
    ).toEqual([
      { level: 1, title: 'Law, old and "new"', page: 12 },
      { level: 2, title: 'Cases of 1990', page: 14 },
      { level: 3, title: 'Notes', page: null },
    ]);
  });

  it('names a line that is none', () => {
    expect(() => parseContentsFile('1,A,2\nChapter 2\n', 'a.toc')).toThrow('a.toc, line 2');
  });
});

describe('formatContentsFile', () => {
  it('writes what is read again', () => {
    const entries = [
      { level: 1, title: 'Law, old and "new"', page: 12 },
      { level: 2, title: 'Cases of 1990', page: null },
    ];
    expect(parseContentsFile(formatContentsFile(entries), 'a.toc')).toEqual(entries);
  });
});

describe('chaptersOf', () => {
  it('are the outermost entries without front and back matter', () => {
    expect(titles(['1,Contents,3', '1,1 Law,7', '2,1.1 Old,8', '1,2 Order,20', '1,Bibliography,50'])).toEqual(
      ['1 Law', '2 Order'],
    );
  });

  it('are those below parts, where these hold chapters', () => {
    expect(
      titles([
        '1,Introduction,5',
        '1,Part I Law,9',
        '2,1 Courts,10',
        '2,2 Judges,30',
        '1,Part II,50',
        '2,3 Police,52',
      ]),
    ).toEqual(['Introduction', '1 Courts', '2 Judges', '3 Police']);
    expect(
      titles(['1,Part I. Law,9', '2,A. Old,10', '2,B. New,12', '1,Part II. Order,20', '2,A. Peace,21']),
    ).toEqual(['Part I. Law', 'Part II. Order']);
  });
});

describe('chaptersOf an annual report', () => {
  it('are its Items, whether the parts stand above or beside them', () => {
    const nested = [
      '1,Part I,3',
      '2,Item 1. Business,3',
      '2,Item 2. Properties,9',
      '1,Part II,12',
      '2,Item 5. Market,12',
    ];
    const flat = nested.map((line) => line.replace(/^2/, '1'));
    const items = ['Item 1. Business', 'Item 2. Properties', 'Item 5. Market'];
    expect(titles(nested)).toEqual(items);
    expect(titles(flat)).toEqual(items);
  });
});

describe('scoreEntries', () => {
  it('takes a title with its number and without for one, and misses none on page 1', () => {
    const known = [
      { title: 'A history of law', page: 1 },
      { title: 'Input', page: 27 },
    ];
    expect(scoreEntries([{ title: 'Chapter 3 Input', page: 27 }], known)).toMatchObject({
      known: 1,
      right: 1,
      f1: 1,
    });
    expect(scoreEntries([{ title: 'A history of law', page: 1 }], known)).toMatchObject({
      known: 2,
      right: 1,
    });
  });

  it('counts titles within a page of their place, each once', () => {
    const known = [
      { title: '1 The courts of the land', page: 10 },
      { title: '2 Judges', page: 30 },
      { title: '3 Police', page: 50 },
    ];
    const found = [
      { title: 'The Courts of the Land', page: 11 },
      { title: 'Judges', page: 34 },
      { title: 'Police', page: 50 },
      { title: 'Police', page: 50 },
    ];
    expect(scoreEntries(found, known)).toMatchObject({ known: 3, found: 4, right: 2, precision: 0.5 });
    expect(scoreEntries([], known).f1).toBe(0);
  });
});
