import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { isGroupLabel, listLabelWords, shareOfLabel, shareOfRow } from './match-row.ts';
import { termsOf } from './sentence-profile.ts';

const row = (cells: string[], under: string[] = []): TableRow => ({
  caption: null,
  unit: null,
  under,
  cells: cells.map((text, at) => ({ text, heads: at === 0 ? [] : ['2022/23'], boxes: [] })),
});

const share = (one: TableRow, question: string) =>
  shareOfLabel(listLabelWords(one, english), termsOf(question, english));

describe('the share of a label that a question names', () => {
  it('is all of it where the row is the one asked for', () => {
    const asked = 'Hazen-Williams C for new vitrified clay pipe';
    expect(share(row(['Vitrified Clay', '110']), asked)).toBe(1);
    expect(share(row(['Cast Iron', '130 - 140']), asked)).toBe(0);
  });

  it('counts the groups that the row is in', () => {
    const asked = 'How high were the exports of oats?';
    expect(share(row(['Exports', '69.7'], ['Oats']), asked)).toBe(1);
    expect(share(row(['Exports', '28.3'], ['Barley']), asked)).toBe(0.5);
  });

  it('knows what labels abbreviate, and leaves out numbers of notes', () => {
    expect(share(row(['Avg. Farm Price 3/', '91.4']), 'the average farm price of cotton')).toBe(1);
    expect(share(row(['Dec', '3.70'], ['Pakistan']), 'the crop of Pakistan in December')).toBe(1);
    expect(share(row(['Avg Yield', '4.1']), 'the advantage of a high yield')).toBe(0.5);
  });

  it('is not known of a row without labels', () => {
    expect(shareOfLabel([], new Set(['oats']))).toBeUndefined();
  });
});

describe('the share of a row that a question names', () => {
  const shareOf = (one: TableRow, question: string) =>
    shareOfRow(
      { label: listLabelWords(one, english), ownLabel: listLabelWords(one, english, { own: true }) },
      termsOf(question, english),
    );

  it('is all of it where its own label is named, whichever group the row is in', () => {
    const paid = row(
      ['Purchases of property and equipment', '(394)'],
      ['Cash flows from investing activities:'],
    );
    expect(shareOf(paid, 'purchases of property and equipment in 2018')).toBe(1);
  });

  it('takes the group too where the label is one word', () => {
    expect(shareOf(row(['Total', '12'], ['Oats']), 'total of barley')).toBe(0.5);
    expect(shareOf(row(['', '12']), 'oats')).toBeUndefined();
  });
});

it('a label of the rows below it is told from a row of its own', () => {
  const rows = [
    row(['Outlays:']),
    row(['Defense', '699'], ['Outlays:']),
    row(['None.']),
    row(['Total', '700']),
  ];
  const { sentences } = makePassage({ id: 'r/1/1', chapter: 'Budget', kind: 'table' }, ['a', 'b', 'c', 'd']);
  const set = sentences.map((sentence, at) => ({ ...sentence, row: rows[at] ?? row([]) }));
  expect(set.map((_, at) => isGroupLabel(set, at))).toEqual([true, false, false, false]);
});
