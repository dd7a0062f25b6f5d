import { describe, expect, it } from 'vitest';
import { type Labelled, labelDocuments, nameDocuments } from './label-documents.ts';

const report = (id: string, title: string, year?: number): Labelled => ({
  id,
  title,
  ...(year !== undefined && { year }),
});

describe('labelDocuments', () => {
  it.each<[string, Labelled[], string[]]>([
    ['the title of a single document', [report('etnc', 'Fragmented Europe')], ['Fragmented Europe']],
    [
      'its year where that is known',
      [report('etnc', 'Fragmented Europe', 2026)],
      ['Fragmented Europe (2026)'],
    ],
    [
      'no year that the title has',
      [report('wasde', 'WASDE of December 2022', 2022)],
      ['WASDE of December 2022'],
    ],
    ['a year beside a number that holds it', [report('a', 'Report 20221', 2022)], ['Report 20221 (2022)']],
    [
      'only the years of two of one title',
      [report('a', 'Annual Report', 2021), report('b', 'Annual Report', 2022)],
      ['Annual Report (2021)', 'Annual Report (2022)'],
    ],
    [
      'a long title up to its colon, or as many of its words as can be read in passing',
      [
        report(
          'gao',
          'Crude Oil: Uncertainty about Future Oil Supply Makes It Important to Develop a Strategy',
          2007,
        ),
        report('wef', 'The Chief Economists Outlook on Growth, Trade, Prices and Labour Markets in Europe'),
      ],
      ['Crude Oil (2007)', 'The Chief Economists Outlook on Growth, Trade, Prices and …'],
    ],
    [
      'the ids of two of one title and year, and of no third',
      [
        report('apple', 'Annual report', 2022),
        report('pepsi', 'Annual Report', 2022),
        report('old', 'Annual Report'),
      ],
      ['Annual report (2022, apple)', 'Annual Report (2022, pepsi)', 'Annual Report'],
    ],
  ])('gives %s', (_, documents, labels) => {
    expect([...labelDocuments(documents).values()]).toEqual(labels);
  });
});

describe('nameDocuments', () => {
  it('gives a label only where there is another document', () => {
    const one = report('a', 'Annual Report', 2021);
    expect(nameDocuments([one]).get('a')).toEqual({ documentYear: 2021 });
    expect(nameDocuments([one, report('b', 'Atlas')])).toEqual(
      new Map([
        ['a', { documentYear: 2021, documentLabel: 'Annual Report (2021)' }],
        ['b', { documentLabel: 'Atlas' }],
      ]),
    );
  });

  it('says where a document has no chapters', () => {
    const [none, headings] = (['none', 'headings'] as const).map((chaptersFrom) => ({
      ...report('a', 'Atlas'),
      report: { chaptersFrom },
    }));
    expect(nameDocuments(none ? [none] : []).get('a')).toEqual({ undivided: true });
    expect(nameDocuments(headings ? [headings] : []).get('a')).toEqual({});
  });
});
