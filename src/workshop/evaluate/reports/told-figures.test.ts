/** What README.md and docs/how-good.md tell of the tables of docs: the figures there, in two digits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../config/settings.ts';

type Row = Record<string, string>;

/** The cells of a table's row, without links and blanks. */
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The row of a table of docs that begins with these cells, by its heads. */
function readRow(file: string, ...start: string[]): Row {
  const lines = readFileSync(join(packageRoot, file), 'utf8').split('\n');
  const heads = cellsOf(lines.find((line) => line.startsWith('| report | split |')) ?? '');
  const row = lines.map(cellsOf).find((cells) => start.every((cell, index) => cells[index] === cell));
  if (row === undefined) throw new Error(`${file} has no row ${start.join(', ')}.`);
  return Object.fromEntries(heads.map((head, index) => [head, row[index] ?? '']));
}

/** ".755" as it is told: ".76". */
function inTwoDigits(figure: string | undefined): string {
  const value = Number(figure);
  return (Math.round(value * 100 + 1e-9) / 100).toFixed(2).replace(/^0/, '');
}

/** The figures of the rows that are told, in the order of the row in the text. */
const told = (row: Row, ...heads: string[]) => heads.map((head) => inTwoDigits(row[head]));

/** The figures at the end of the first row of a text's table that has these words. */
function figuresIn(file: string, words: string): string[] {
  const line = readFileSync(join(packageRoot, file), 'utf8')
    .split('\n')
    .find((each) => each.startsWith('|') && each.includes(words));
  return cellsOf(line ?? '').filter((cell) => /^[.\d]+$/.test(cell));
}

describe('figures told of the tables of docs', () => {
  it('tells the mean over ten reports in README.md', () => {
    const mean = readRow('docs/other-reports.md', 'mean of 10');
    const lines = readFileSync(join(packageRoot, 'README.md'), 'utf8').split('\n');
    const heads = lines.findIndex((line) => line.startsWith('| answers that cite a right page |'));
    expect(cellsOf(lines[heads + 2] ?? '')).toEqual(
      told(mean, 'right page cited', 'all facts', 'premise corrected', 'refused at 90 %'),
    );
  });

  it.each([
    ['five other reports', 'docs/other-reports.md', 'mean of 5'],
    ['four filings of companies', 'docs/filings.md', 'mean of 4'],
    ['four scholarly books', 'docs/books.md', 'mean of 4'],
  ])('tells the figures of %s that nothing was fitted on', (words, file, mean) => {
    const row = readRow(file, mean, 'test');
    expect(figuresIn('docs/how-good.md', words)).toEqual(
      told(row, 'all facts', 'right page cited', 'refused at 90 %'),
    );
  });
});
