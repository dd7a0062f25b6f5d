import { describe, expect, it } from 'vitest';
import { spellOut } from './spell-out.ts';

describe('spellOut', () => {
  it.each([
    [
      'Finnish Minerals Group owns 30% and Beijing Easpring 70% of the joint venture.',
      'Finnish Minerals Group owns 30% and Beijing Easpring owns 70% of the joint venture.',
    ],
    [
      'SAIC holds 40 per cent, BYD 35 per cent and Geely 25 per cent.',
      'SAIC holds 40 per cent, BYD holds 35 per cent and Geely holds 25 per cent.',
    ],
    ['Huawei accounted for about 20% of sales, while the Bank of China had 9%.', null],
    [
      'Huawei accounted for 20% of the market, while ZTE about 9%.',
      'Huawei accounted for 20% of the market, while ZTE accounted for about 9%.',
    ],
    ['It owns 30% and sold the Airbus 320 to Iran.', null],
    ['It had 30% in Q2 and 40% in Q3.', null],
    ['Beijing Easpring owns 70%. Finland 30% less.', null],
  ])('%s', (text, spelled) => {
    expect(spellOut(text)).toBe(spelled ?? text);
  });
});
