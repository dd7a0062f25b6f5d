import { describe, expect, it } from 'vitest';
import { askedCells } from './asked-cells.ts';

const cell = (text: string, ...heads: string[]) => ({ text, heads, boxes: [] });
const row = {
  caption: null,
  unit: 'in millions',
  under: [],
  cells: [
    cell('Goodwill'),
    cell('12,790', 'May 31', '2018'),
    cell('13,486', 'May 31', '2017'),
    cell('(696)', 'Increase (Decrease)'),
  ],
};

describe('askedCells', () => {
  it('marks the column of the year that a question names', () => {
    expect(askedCells(row, 'What was goodwill in 2017?')).toEqual([false, false, true, false]);
  });

  it('does not mark the labels, whatever stands over them', () => {
    const cells = [cell('Goodwill', 'May 31,'), cell('12,790', '2018'), cell('13,486', '2017')];
    expect(askedCells({ ...row, cells }, 'goodwill at May 31, 2017')).toEqual([false, false, true]);
  });

  it('does not mark a column of other years too', () => {
    const change = { ...row, cells: [...row.cells.slice(0, 3), cell('24 %', 'Change 2018-2017')] };
    expect(askedCells(change, 'What was goodwill in 2018?')).toEqual([false, true, false, false]);
  });

  it('marks a column by the words of its head, and several that are named alike', () => {
    expect(askedCells(row, 'How large was the decrease in goodwill?')).toEqual([false, false, false, true]);
    expect(askedCells(row, 'Compare goodwill in 2017 and 2018')).toEqual([false, true, true, false]);
  });

  it('marks none where the question names no column, or all', () => {
    expect(askedCells(row, 'How much goodwill is there?')).toEqual([false, false, false, false]);
    const years = { ...row, cells: row.cells.slice(0, 3) };
    expect(askedCells(years, 'goodwill in 2017 and 2018')).toEqual([false, false, false]);
  });
});
