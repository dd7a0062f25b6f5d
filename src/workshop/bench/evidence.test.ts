import { describe, expect, it } from 'vitest';
import { shareFound, shareQuotable } from './evidence.ts';

const snippets = [
  'Chinese-owned companies in Sweden have increased their R&D investments',
  'Sweden banned equipment from Huawei and ZTE',
];
/** As PDF.js gives a page: a word broken at the line's end, and a note marker in the text. */
const broken = 'Chinese-owned compa-\nnies in Sweden12 have increased their R&D investments';

describe('shareQuotable', () => {
  it('counts snippets that stand in a text as they are printed', () => {
    expect(shareQuotable([`In short, ${snippets[1]} in 2020.`, 'Spain'], snippets)).toBe(0.5);
    expect(shareQuotable([broken], snippets)).toBe(0);
  });
});

describe('shareFound', () => {
  it('forgives broken words and note markers', () => {
    expect(shareFound([broken], snippets)).toBe(0.5);
  });

  it('does not find a snippet whose words stand in another order, or in two texts', () => {
    expect(shareFound(['Huawei and ZTE banned equipment from Sweden'], snippets)).toBe(0);
    expect(shareFound(['Sweden banned equipment', 'from Huawei and ZTE'], snippets)).toBe(0);
  });
});
