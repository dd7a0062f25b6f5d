import { describe, expect, it } from 'vitest';
import { makeBlock, makeLines } from '../../testing/documents/text-runs.ts';
import { readTable } from './tables.ts';
import { buildVocabulary } from './vocabulary.ts';

const vocabulary = buildVocabulary(makeLines(['x\u2010', 'y\u2010', 'z\u2010']));

function cell(y: number, x: number, ...texts: string[]) {
  return makeBlock(texts, { x, y, size: 7 }, 'table');
}

function rowsOf(blocks: ReturnType<typeof cell>[]) {
  const { header, rows } = readTable(blocks, vocabulary);
  const texts = (row: (typeof rows)[number]) => row.cells.map((each) => each.text);
  return { header: header === null ? null : texts(header), rows: rows.map(texts) };
}

describe('readTable', () => {
  it('reads rows from top to bottom and cells from left to right, in whatever order they are painted', () => {
    expect(
      rowsOf([
        cell(500, 120, 'The US updates FDPR controls.'),
        cell(500, 60, 'Oct 2023'),
        cell(520, 60, '2022'),
        cell(520, 120, 'Washington extends the Foreign Direct', 'Product Rule (FDPR).'),
      ]),
    ).toEqual({
      header: null,
      rows: [
        ['2022', 'Washington extends the Foreign Direct Product Rule (FDPR).'],
        ['Oct 2023', 'The US updates FDPR controls.'],
      ],
    });
  });

  it('puts a cell together that has fallen apart', () => {
    const { rows } = rowsOf([
      cell(520, 60, 'Sept'),
      cell(511, 60, '2024'),
      cell(520, 120, 'The Netherlands tightens export restrictions.'),
      cell(490, 60, 'Apr 2026'),
      cell(490, 120, 'US Congress proposes the MATCH Act.'),
    ]);
    expect(rows[0]?.[0]).toBe('Sept 2024');
    expect(rows).toHaveLength(2);
  });

  it('takes a first row in capitals or bold for the header, but only above two rows or more', () => {
    const header = [cell(560, 60, 'YEAR /', 'DATE'), cell(560, 120, 'LEVEL / TYPE')];
    const row = (y: number) => [cell(y, 60, 'March 2012'), cell(y, 120, 'Highest government level')];
    expect(rowsOf([...header, ...row(520), ...row(500)])).toEqual({
      header: ['YEAR / DATE', 'LEVEL / TYPE'],
      rows: [
        ['March 2012', 'Highest government level'],
        ['March 2012', 'Highest government level'],
      ],
    });
    expect(rowsOf([...header, ...row(520)]).header).toBeNull();
  });

  it('leaves out a cell that is empty', () => {
    const { rows } = rowsOf([
      cell(520, 60, 'October 2022'),
      cell(520, 120, 'Second meeting'),
      cell(520, 240, 'MOST'),
      cell(500, 60, 'November 2025'),
      cell(500, 120, 'Joint commission'),
    ]);
    expect(rows[1]).toEqual(['November 2025', 'Joint commission']);
  });
});
