import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

const text =
  'The biopharma sector is one of the most dynamic, with US$ 15 billion in revenue in 2025 and 29,000 people in 178 companies.';

const certainOf = (sentence: string) =>
  checkSentence(sentence, [{ text, chapter: 'Italy', subjects: ['China'] }])
    .filter(({ rule, isCertain }) => rule === 'counted' && isCertain)
    .map((one) => `${one.text}: ${one.reason}`);

describe('what a number counts', () => {
  it.each([
    ['It employs 178 people.', '178 people: the passage says “29,000 people”'],
    ['There are 29,000 companies.', '29,000 companies: the passage says “178 companies”'],
  ])('is refused where the source counts it by another number: %s', (sentence, problem) => {
    expect(certainOf(sentence)).toEqual([problem]);
  });

  it.each([
    'It employs 29,000 people in 178 biopharma companies.',
    'It has 178 firms with 29,000 workers.',
    'The sector of 178 is dynamic.',
  ])('passes: %s', (sentence) => {
    expect(certainOf(sentence)).toEqual([]);
  });
});
