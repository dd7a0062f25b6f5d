import { describe, expect, it } from 'vitest';
import { findCompanies, withoutNames } from './own-names.ts';

const summaryOf = (words: Record<string, number>) => ({ words: new Map(Object.entries(words)) });

describe('findCompanies', () => {
  const find = (title: string, words = summaryOf({})) =>
    findCompanies([{ id: 'a', title, language: 'en' }], words).get('a');

  it('finds the company whose report it is, in full and by its first word where that is a name', () => {
    const words = summaryOf({ Costco: 97, COSTCO: 2, general: 60, General: 90, American: 40 });
    expect(find('COSTCO WHOLESALE CORPORATION: Form 10-K for fiscal 2019', words)).toEqual([
      'COSTCO WHOLESALE',
      'COSTCO',
    ]);
    expect(find('General Mills, Inc.', words)).toEqual(['General Mills']);
    expect(find('American Widgets Company, Inc.: Form 10-K', words)).toEqual(['American Widgets']);
    expect(find('eBay Inc.: Form 10-K')).toEqual(['eBay']);
    expect(find('The Kraft Heinz Company: Form 10-K')).toEqual(['Kraft Heinz']);
  });

  it('finds none in a title that names no company', () => {
    expect(find('Zero Trust Architecture')).toBeUndefined();
    expect(find('Crude Oil: A Strategy')).toBeUndefined();
  });
});

it('takes names out of a question in any case, with what makes them possessives', () => {
  expect(withoutNames('What was Adobe’s capex, and ADOBE’s debt?', ['Adobe'])).toBe(
    'What was capex, and debt?',
  );
  expect(withoutNames('What are adobes made of?', ['Adobe'])).toBe('What are adobes made of?');
});
