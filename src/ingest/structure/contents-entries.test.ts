import { describe, expect, it } from 'vitest';
import { textOf, toRawEntries } from './contents-entries.ts';
import type { ContentsRow } from './contents-rows.ts';

const row = (text: string, page: number | null, look: Partial<ContentsRow> = {}): ContentsRow => ({
  text,
  page: 3,
  number: page === null ? null : { value: page, roman: false },
  indent: 0,
  style: 'plain',
  weight: 10,
  gap: 1.2,
  ...look,
});

const entriesOf = (rows: ContentsRow[]) =>
  toRawEntries(rows).map(({ rows: own, number, after }) => [
    textOf(own),
    number?.value ?? null,
    textOf(after),
  ]);

describe('toRawEntries', () => {
  it('joins a title over rows, with the number behind its last one', () => {
    expect(
      entriesOf([
        row('1 The courts of the land and', null),
        row('their judges', 7, { indent: 12 }),
        row('2 Law', 9),
      ]),
    ).toEqual([
      ['1 The courts of the land and their judges', 7, ''],
      ['2 Law', 9, ''],
    ]);
  });

  it('puts a row close below a numbered one to it', () => {
    expect(
      entriesOf([
        row('1 Courts', 3, { gap: 2 }),
        row('and judges', null, { gap: 1.2, indent: 12 }),
        row('2 Law', 9, { gap: 2 }),
        row('3 Order', 12, { gap: 2 }),
        row('4 Peace', 15, { gap: 2 }),
      ])[0],
    ).toEqual(['1 Courts', 3, 'and judges']);
  });

  it('gives the label of a part its title in the next row, and not the chapter below it', () => {
    expect(entriesOf([row('PART I', null), row('Law', 5, { style: 'bold' })])).toEqual([
      ['PART I Law', 5, ''],
    ]);
    expect(entriesOf([row('PART I', null), row('ITEM 1 Business', 4, { indent: 8 })])).toEqual([
      ['PART I', null, ''],
      ['ITEM 1 Business', 4, ''],
    ]);
  });

  it('leaves out the authors that stand between the chapters', () => {
    const authored = ['Courts', 'Law', 'Order', 'Peace'].flatMap((title, at) => [
      row(`${at + 1} ${title}`, at * 9 + 3),
      row('Jane Doe', null, { style: 'italic', indent: 12 }),
    ]);
    expect(entriesOf(authored).map(([title]) => title)).toEqual(['1 Courts', '2 Law', '3 Order', '4 Peace']);
  });
});
