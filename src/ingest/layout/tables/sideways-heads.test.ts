import { describe, expect, it } from 'vitest';
import type { SidewaysRun } from '../../../core/document-reader.ts';
import { type Look, makeLine, makePage } from '../../../testing/documents/text-runs.ts';
import type { Line } from '../../page-model.ts';
import { buildVocabulary } from '../vocabulary.ts';
import { findTables } from './find-tables.ts';
import { readTable } from './table-rows.ts';

const row = (y: number, cells: Record<number, string>, look: Look = {}): Line[] =>
  Object.entries(cells).map(([x, text]) => makeLine(text, { ...look, x: Number(x), y }));

/** A sideways text that begins at a height. */
function makeSideways(
  text: string,
  x: number,
  start: number,
  direction: SidewaysRun['direction'],
): SidewaysRun {
  const height = text.length * 5;
  const y = direction === 'rising' ? start : start - height;
  return { text, direction, x, y, width: 10.5, height, size: 10, font: 'Lato', bold: false, italic: false };
}

const rising = (text: string, x: number, start = 720) => makeSideways(text, x, start, 'rising');
const falling = (text: string, x: number, start: number) => makeSideways(text, x, start, 'falling');

const data = [
  ...row(700, { 60: 'Alder', 200: '341', 260: '5,969', 330: '23.6' }),
  ...row(685, { 60: 'Birch', 200: '216', 260: '6,578', 330: '11.7' }),
  ...row(670, { 60: 'Cedar', 200: '986', 260: '4,187', 330: '89.5' }),
];

/** The heads of each column, the first row of the first table, and whether it takes a line. */
function read(sideways: SidewaysRun[], lines: Line[] = data) {
  const { tables } = findTables({ ...makePage([]), sideways }, lines, 1);
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  const { rows, end } = readTable(table, buildVocabulary([]));
  return {
    heads: end.heads.map((heads) => heads.join(' / ')),
    first: rows[0]?.cells.map(({ content }) => content.text).join(' | '),
    rows: rows.length,
    top: table.top,
  };
}

const plain = { first: 'Alder | 341 | 5,969 | 23.6', rows: 3 };

describe('addSidewaysHeads', () => {
  it('reads heads that rise over their columns', () => {
    const found = read([rising('Staff 2021', 202), rising('Staff 2022', 265), rising('Budget', 334)]);
    expect(found).toMatchObject({ ...plain, heads: ['', 'Staff 2021', 'Staff 2022', 'Budget'] });
    expect(found.top).toBe(770);
  });

  it('joins the pieces and lines of a head in the order in which they are read, rising and falling', () => {
    const pieces = [
      rising('Num', 196),
      rising('ber', 196, 735),
      rising('in 2021', 209),
      rising('Budget', 334),
    ];
    expect(read(pieces).heads).toEqual(['', 'Number in 2021', '', 'Budget']);
    const down = [falling('in 2021', 196, 790), falling('Staff', 209, 790), falling('Budget', 334, 790)];
    expect(read(down).heads).toEqual(['', 'Staff in 2021', '', 'Budget']);
    const blank = [rising('Staff', 202), rising('2021', 202, 750), rising('Budget', 334)];
    expect(read(blank).heads).toEqual(['', 'Staff 2021', '', 'Budget']);
  });

  it('takes the name of the rows, which stands upright beside them, in its row', () => {
    const heads = [rising('Staff 2021', 202), rising('Budget', 334)];
    const named = [...row(740, { 60: 'Region' }), ...data];
    expect(read(heads, named)).toMatchObject({ ...plain, heads: ['Region', 'Staff 2021', '', 'Budget'] });
  });

  it('keeps the heads that stand between them and the rows', () => {
    const units = [...row(713, { 200: '(persons)', 260: 'total', 330: 'share' }), ...data];
    const found = read([rising('Staff', 202, 730), rising('Budget', 334, 730)], units);
    expect(found.heads.slice(1)).toEqual(['Staff / (persons)', 'total', 'Budget / share']);
  });

  it('leaves texts alone that run along the page, stand over one column, or are far from the rows', () => {
    expect(read([rising('Draft of the council', 500, 600), rising('Chapter 2', 202)]).heads.join('')).toBe(
      '',
    );
    expect(read([rising('Staff', 202, 790), rising('Budget', 334, 790)]).heads.join('')).toBe('');
    const text = makeLine('A sentence stands between them.', { x: 60, y: 722 });
    const above = [rising('Staff', 202, 740), rising('Budget', 334, 740)];
    expect(read(above, [text, ...data]).heads.join('')).not.toMatch(/Staff|Budget/);
  });
});
