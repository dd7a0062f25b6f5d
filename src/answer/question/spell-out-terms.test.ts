import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { findReckoned, spellOutTerms } from './spell-out-terms.ts';

const statements =
  'Net sales Cost of sales Gross profit Operating income Capital expenditures Purchases of property and equipment ' +
  'Total current assets Total current liabilities Net cash provided by operating activities Research and development Ratio Depreciation Liabilities';
const words = new Set(statements.toLowerCase().split(' '));
const prints = (word: string) => words.has(word);

const spellOut = (text: string) => spellOutTerms(text, english, prints);

describe('spellOutTerms', () => {
  it.each([
    [
      'What was the capex in FY18?',
      'What was the capital expenditures (purchases of property and equipment) in fiscal 2018?',
    ],
    ['COGS, 2Q21', 'cost of sales, second quarter of 2021'],
    [
      'How much went into R&D in Q3 2022?',
      'How much went into research and development in third quarter of 2022?',
    ],
    [
      'R&D in Q4 FY2022 and 1H23',
      'research and development in fourth quarter of 2022 and first half (six months) of 2023',
    ],
    ['The top line?', 'The net sales?'],
    [
      'Current ratio at the end of 2019?',
      'Current ratio (total current assets, total current liabilities) at the end of 2019?',
    ],
  ])('says %s in the words of statements', (asked, spelled) => {
    expect(spellOut(asked)).toBe(spelled);
  });

  it('takes of two terms in one place the longer', () => {
    expect(spellOut('What was the operating margin?')).toBe('What was the operating income (net sales)?');
  });

  it('leaves a term as it is where the documents print nothing that it stands for', () => {
    const question = 'What was the capex of the dam?';
    expect(spellOutTerms(question, english, () => false)).toBe(question);
    expect(spellOutTerms(question, {}, prints)).toBe(question);
    const inPlainReports = (word: string) => word !== 'depreciation' && prints(word);
    expect(spellOutTerms(question, english, inPlainReports)).toBe(question);
  });
});

describe('findReckoned', () => {
  const reckoned = (text: string) => findReckoned(text, english, prints);

  it('asks for each of the things that a term is reckoned of, without how that is done', () => {
    expect(reckoned('What was the free cash flow in FY19 (CFO minus capex)?')).toMatchObject({
      operation: 'difference',
      parts: [
        {
          text: 'What was the net cash provided by operating activities in fiscal 2019?',
          printed: ['net cash provided by operating activities'],
        },
        {
          text: 'What was the capital expenditures (purchases of property and equipment) in fiscal 2019?',
          printed: ['capital expenditures', 'purchases of property and equipment'],
        },
      ],
    });
  });

  it('leaves out the terms that tell how it is reckoned, outside brackets too', () => {
    const [first] = reckoned('Free cash flow 2019, operating cash flow less capex')?.parts ?? [];
    expect(first?.text).toBe('net cash provided by operating activities 2019, less');
  });

  it('reckons nothing of one thing, nor of one that the documents do not print', () => {
    expect(reckoned('What was the capex in 2019?')).toBeUndefined();
    expect(reckoned('What was the inventory turnover in 2019?')).toBeUndefined();
  });
});
