import { describe, expect, it } from 'vitest';
import type { Operation } from '../../core/question-forms.ts';
import { rowOf } from '../../testing/answers/rows.ts';
import type { Candidate } from '../choose/candidate.ts';
import { reckonTerm } from './reckon-term.ts';

const years = (later: string, earlier: string) => ({ '2019': later, '2018': earlier });
const assets = rowOf('Total current assets', years('23,485', '20,289'));
const liabilities = rowOf('Total current liabilities', years('23,237', '19,926'));
const cash = rowOf('Net cash provided by operating activities', years('6,356', '5,774'));
const paid = rowOf('Capital expenditures', years('(2,998)', '(2,969)'));
const sales = rowOf('Net sales', years('149,351', '138,434'));
const salesOfSegment = rowOf('Net sales', years('21,366', '19,002'), 'Segments');

function ask(operation: Operation | undefined, first: Candidate[], second: Candidate[], printed: string[]) {
  const parts = printed.map((form) => ({ text: `What was the ${form} in 2019?`, printed: [form] }));
  const labelWords = new Set(['total', 'net']);
  return reckonTerm({ ...(operation && { operation }), labelWords, parts }, [first, second]);
}

describe('reckonTerm', () => {
  it('divides one figure by another of the year asked, each with its row and head', () => {
    const printed = ['total current assets', 'total current liabilities'];
    expect(ask('ratio', [liabilities, assets], [liabilities], printed)).toEqual({
      text: '23,485 (Total current assets, 2019) ÷ 23,237 (Total current liabilities, 2019) = 1.01',
      rows: [assets, liabilities],
    });
  });

  it('takes what was paid off, though it is printed in brackets', () => {
    const printed = ['net cash provided by operating activities', 'capital expenditures'];
    expect(ask('difference', [cash], [paid], printed)?.text).toBe(
      '6,356 (Net cash provided by operating activities, 2019) − 2,998 (Capital expenditures, 2019) = 3,358, in millions',
    );
  });

  it('takes the whole before a segment', () => {
    const printed = ['net cash provided by operating activities', 'net sales'];
    expect(ask('share', [cash], [salesOfSegment, sales], printed)?.text).toMatch(/÷ 149,351 .* = 4\.3 %$/);
  });

  it('takes no figure that is less than all of another such row: it is of a part, or in another unit', () => {
    const printed = ['net cash provided by operating activities', 'net sales'];
    const unheaded = rowOf('Net sales', { 'This year': '149,351', 'Last year': '138,434' });
    expect(ask('share', [cash], [salesOfSegment, unheaded], printed)).toBeUndefined();
  });

  it('passes over a row of the name that has no figures, as the head of a group', () => {
    const printed = ['total current assets', 'total current liabilities'];
    const head = rowOf('Total current liabilities', {});
    expect(ask('ratio', [assets], [head, liabilities], printed)?.rows).toEqual([assets, liabilities]);
  });

  it('takes no row with further words in its label', () => {
    const accruals = rowOf('Accruals for capital expenditures', years('412', '300'));
    const printed = ['net cash provided by operating activities', 'capital expenditures'];
    expect(ask('difference', [cash], [accruals], printed)).toBeUndefined();
  });

  it('reckons nothing where a row is not that of the thing, or units differ, or it is not told how', () => {
    const printed = ['total current assets', 'total current liabilities'];
    const inThousands = { ...liabilities, sentence: { ...liabilities.sentence } };
    if (inThousands.sentence.row)
      inThousands.sentence.row = { ...inThousands.sentence.row, unit: 'in thousands' };
    expect(ask('ratio', [assets], [sales], printed)).toBeUndefined();
    expect(ask('ratio', [assets], [inThousands], printed)).toBeUndefined();
    expect(ask(undefined, [assets], [liabilities], printed)).toBeUndefined();
  });
});
