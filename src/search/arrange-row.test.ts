import { describe, expect, it } from 'vitest';
import type { TableRow } from '../core/types.ts';
import { arrangeRow } from './arrange-row.ts';

const goodwill: TableRow = {
  caption: 'Consolidated balance sheets',
  unit: null,
  under: [],
  cells: [
    { text: 'Goodwill', heads: [], boxes: [] },
    { text: '12,790', heads: ['December 31', '2018'], boxes: [] },
    { text: '13,486', heads: ['December 31', '2017'], boxes: [] },
  ],
};

describe('arrangeRow', () => {
  it('sets each cell after its heads, the first as the label', () => {
    expect(arrangeRow(goodwill)).toBe('Goodwill: December 31 2018 12,790; December 31 2017 13,486');
  });

  it('names the group that the row is in, and what its figures count', () => {
    expect(arrangeRow({ ...goodwill, under: ['Assets', 'Other assets'], unit: '(in millions)' })).toBe(
      'Assets, Other assets, Goodwill: December 31 2018 12,790; December 31 2017 13,486 (in millions)',
    );
  });

  it('begins with what heads the labels', () => {
    const [label, ...figures] = goodwill.cells;
    const cells = label === undefined ? [] : [{ ...label, heads: ['Assets of 2018'] }, ...figures];
    expect(arrangeRow({ ...goodwill, cells, under: ['Other'] })).toMatch(
      /^Assets of 2018, Other, Goodwill: /,
    );
  });

  it('takes cells without a head before the others as labels too', () => {
    const [label, ...figures] = goodwill.cells;
    const cells = label === undefined ? [] : [label, { text: 'audited', heads: [], boxes: [] }, ...figures];
    expect(arrangeRow({ ...goodwill, cells })).toMatch(/^Goodwill, audited: December 31 2018 12,790; /);
  });

  it('leaves cells without heads as they are', () => {
    const cells = goodwill.cells.map((cell) => ({ ...cell, heads: [] }));
    expect(arrangeRow({ ...goodwill, cells })).toBe('Goodwill: 12,790; 13,486');
    expect(arrangeRow({ ...goodwill, cells: cells.slice(0, 1) })).toBe('Goodwill');
  });
});
