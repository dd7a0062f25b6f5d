import { describe, expect, it } from 'vitest';
import { makeLine } from '../../../testing/documents/text-runs.ts';
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { countHeads } from './heads.ts';

/** A table of rows by columns; null where a row has no cell. */
function tableOf(rows: readonly (readonly (string | null)[])[]): FoundTable {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): FoundCell[] => {
      if (text === null) return [];
      const lines = [makeLine(text, { x: 60 + column * 120, y: 700 - row * 13 })];
      return [{ row, rowEnd: row, column, columnEnd: column, text, lines, words: [] }];
    }),
  );
  const columns = rows[0]?.length ?? 0;
  const place = { left: 60, right: 500, top: 712, bottom: 700 - rows.length * 13 };
  return { ...place, columns, rows: rows.length, cells, caption: null, unit: null };
}

describe('countHeads', () => {
  const heads = ['URI', 'Usage note', 'Card.'];
  const data = ['dct:rights', 'specifies rights associated with the Catalogue.', '0.1'];

  it('counts no text that begins a tall row in one of its columns', () => {
    const begins = [null, 'This property refers to a statement that', null];
    expect(countHeads(tableOf([heads, begins, data]))).toBe(1);
    expect(countHeads(tableOf([begins, data, data]))).toBe(0);
    // The end of a row that began on the page before.
    expect(countHeads(tableOf([[null, 'stores and provide guidance for issuance', null], data, data]))).toBe(
      0,
    );
  });

  it('counts the further words of a head', () => {
    expect(countHeads(tableOf([heads, [null, 'of the property in the catalogue', null], data]))).toBe(2);
    expect(countHeads(tableOf([heads, [null, 'Million acres', null], data]))).toBe(2);
  });

  it('counts no amount among words beside its label', () => {
    const outlook = [
      ['Net sales', '$10.95 billion to $11.05 billion'],
      ['Comparable sales', '4% to 5%'],
      ['New stores, net', '25-30'],
    ];
    expect(countHeads(tableOf([['', 'FY23 Outlook'], ...outlook]))).toBe(1);
    // Ranges are heads where there are several.
    const incomes = ['Households', 'Under $10,000', '$10,000 to $20,000'];
    expect(countHeads(tableOf([incomes, ['Renters', '1,204', '2,310']]))).toBe(1);
  });
});
