import { describe, expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import { yearOf } from './document-year.ts';

interface Front {
  title?: string;
  id?: string;
  madeIn?: number;
  /** Lines of the first page, then of the second. */
  pages?: string[][];
}

function year({ title = 'A report', id = 'report', madeIn, pages = [] }: Front): number | undefined {
  const lines = pages.flatMap((page, index) => page.map((text) => makeLine(text, { page: index + 1 })));
  return yearOf({ title, id, madeIn }, lines);
}

describe('yearOf', () => {
  it.each<[string, Front, number]>([
    ['the title', { title: 'World Energy Outlook 2019', madeIn: 2020, pages: [['2020']] }, 2019],
    ['a date in the title', { title: 'Tarrant v. Herrmann (06/13/2013)', madeIn: 2013 }, 2013],
    [
      'the title of an old report that was scanned later, where its cover says so',
      { title: 'Census of 1950', madeIn: 2011, pages: [['Washington', 'June 1950']] },
      1950,
    ],
    [
      'the period that a form reports on, rather than when it was filed',
      {
        madeIn: 2023,
        pages: [['FORM 10-K', 'For the fiscal year ended December 31, 2022', 'January 27, 2023']],
      },
      2022,
    ],
    [
      'the name of the file, where it is printed',
      { id: 'fragmented-europe-2026', pages: [['ETNC report 2026 on Europe and China since 2015']] },
      2026,
    ],
    ['a date on the cover', { madeIn: 2023, pages: [['NOVEMBER 2022'], ['since the fall of 2021']] }, 2022],
    ['a date in figures, with a word before it', { madeIn: 2020, pages: [['Date: 20/11/2019']] }, 2019],
    ['a date on the page behind the cover', { madeIn: 2020, pages: [['Zero Trust'], ['August 2020']] }, 2020],
    ['the line of rights', { pages: [[], ['© 2021 The Authors. All rights reserved.']] }, 2021],
    [
      'the making of the file, where the first page names that year and no later one',
      { madeIn: 2022, pages: [['Approved by the Board on December 9, 2022, for the 2022/23 season']] },
      2022,
    ],
  ])('takes it from %s', (_, front, expected) => {
    expect(year(front)).toBe(expected);
  });

  it.each<[string, Front]>([
    ['says nothing of it', { madeIn: 2020 }],
    ['is about years to come', { title: 'Strategy 2030', madeIn: 2024, pages: [['Strategy 2030']] }],
    ['is about a year long ago', { title: 'A History of 1968', madeIn: 2015 }],
    ['has a title with two years', { title: 'Outlook 2020 to 2025', madeIn: 2020 }],
    ['has two dates at its front', { madeIn: 2020, pages: [['Date: 20/11/2019'], ['08/06/2020']] }],
    ['was made when its first page speaks of later years', { madeIn: 2020, pages: [['From 2020 to 2040']] }],
    ['names a year of its file that is nowhere printed', { id: 'scan-2019', pages: [['A report']] }],
    ['has a number that looks like a year', { pages: [['MD 20899-8920', 'No. 12019', 'x2019y']] }],
  ])('leaves it open where a document %s', (_, front) => {
    expect(year(front)).toBeUndefined();
  });
});
