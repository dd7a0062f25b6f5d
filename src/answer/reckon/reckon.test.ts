import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { rowOf } from '../../testing/answers/rows.ts';
import type { Candidate } from '../choose/candidate.ts';
import { reckon } from './reckon.ts';

const goodwill = rowOf('Goodwill', { 'December 31 2018': '12,790', 'December 31 2017': '13,486' });
const assets = rowOf('Total assets', { 'December 31 2018': '41,000', 'December 31 2017': '39,500' });
const debt = rowOf('Debt', { 'December 31 2018': '(1,200)', 'December 31 2017': '900' });
const all = [goodwill, assets, debt];

const ask = (text: string, chosen: Candidate[], candidates: Candidate[] = all) =>
  reckon({ text, years: text.match(/\b20\d\d\b/g) ?? [], language: english }, chosen, candidates);

describe('reckon', () => {
  it('tells by how much a row changed between two years', () => {
    expect(ask('By how much did goodwill change between 2017 and 2018?', [goodwill])).toEqual({
      text: '12,790 (December 31 2018) − 13,486 (December 31 2017) = −696, in millions',
      rows: [goodwill],
    });
  });

  it('takes the row that the question names, not the first of those quoted, and none where it names none', () => {
    const question = 'By how much did goodwill change between 2017 and 2018?';
    expect(ask(question, [assets, debt, goodwill])?.rows).toEqual([goodwill]);
    expect(ask(question, [assets, debt], [assets, debt])).toBeUndefined();
  });

  it('adds two rows of a table, of which one is not quoted yet', () => {
    expect(ask('How high were goodwill and debt combined in 2017?', [goodwill])).toEqual({
      text: '13,486 (Goodwill) + 900 (Debt) = 14,386, in millions',
      rows: [goodwill, debt],
    });
  });

  it('tells the difference of two rows in the order of the question, and a share', () => {
    expect(ask('How much higher were total assets than goodwill in 2018?', [assets])?.text).toBe(
      '41,000 (Total assets) − 12,790 (Goodwill) = 28,210, in millions',
    );
    expect(ask('What share of total assets was goodwill in 2018?', [assets])?.text).toBe(
      '12,790 (Goodwill) ÷ 41,000 (Total assets) = 31.2 %',
    );
  });

  it.each([
    ['a question for one figure', 'How high was goodwill in 2018?', [goodwill]],
    [
      'a year that the row does not have',
      'By how much did goodwill change between 2016 and 2018?',
      [goodwill],
    ],
    ['rows of which none is quoted', 'How high were goodwill and debt combined in 2017?', [assets]],
    ['a year that is not told', 'How high were goodwill and debt combined?', [goodwill]],
  ])('leaves %s alone', (_, question, chosen) => {
    expect(ask(question, chosen)).toBeUndefined();
  });

  it('does not reckon with rows of two tables, nor where two rows have the label', () => {
    const other = rowOf('Debt', { 'December 31 2018': '5', 'December 31 2017': '6' }, 'Cash flows');
    const question = 'How high were goodwill and debt combined in 2017?';
    expect(ask(question, [goodwill], [goodwill, other])).toBeUndefined();
    expect(ask(question, [goodwill], [...all, other])).toBeUndefined();
  });
});
