import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { showsPullQuotes } from './pull-quotes.ts';

const look = { font: 'Lato-BoldItalic', size: 12, x: 400 };
const said = [
  'Vienna has gradually shifted toward a more cautious approach in its policy',
  'The degree of exposure in technology coincides with the size of the market',
  'China is increasingly a supplier of technology to European industry and its labs',
];

/** A page of text for each sentence, and the same sentence in large type `after` so many pages. */
const report = (after: number) =>
  said.flatMap((text, index) => [
    makeBlock([`In the report it says: ${text}, as it was said.`], { page: 1 + index * 10 }),
    makeBlock([text], { ...look, page: 1 + index * 10 + after }),
  ]);

describe('a document', () => {
  it('has pull quotes where blocks set apart repeat the text beside them', () => {
    expect(showsPullQuotes(report(1))).toBe(true);
    expect(showsPullQuotes(report(1).slice(2))).toBe(false);
  });

  it('has none where they are repeated far away, as headings are in the contents', () => {
    expect(showsPullQuotes(report(5))).toBe(false);
  });

  it('has none where most blocks set apart are of other words', () => {
    const headings = ['political', 'social', 'legal', 'technical'].map((word) =>
      makeBlock([`6.4.1 The ${word} oversight of the activities of secret services`], look),
    );
    expect(showsPullQuotes([...report(1), ...headings])).toBe(false);
  });
});
