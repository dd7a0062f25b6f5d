import { describe, expect, it } from 'vitest';
import { align } from './alignment.ts';
import { restateNumbers } from './restate-numbers.ts';

const restate = (sentence: string, text: string) => restateNumbers(align(sentence, [{ text }]));

describe('a sentence with its numbers as the source writes them', () => {
  it.each([
    ['Two in five firms left.', '40% of the firms left.', '40% of firms left.'],
    [
      'One executive in five is a woman.',
      'Of the executives 20 percent are women.',
      '20 percent of executives is a woman.',
    ],
    ['Nine out of ten firms left.', '90% of the firms left.', '90% of firms left.'],
    ['A quarter of the firms left.', '25% of the firms left.', '25% of the firms left.'],
    ['It holds a two-fifths stake.', 'Its stake is 40%.', 'It holds a 40% stake.'],
    ['40 % of exports go there.', 'Two fifths of exports go there.', 'Two fifths of exports go there.'],
    [
      'Seventy countries and fifty cities signed.',
      '70 countries and 50 cities signed.',
      '70 countries and 50 cities signed.',
    ],
    ['It cost 1,500 million euros.', 'It cost EUR 1.5 billion.', 'It cost EUR 1.5 billion.'],
    [
      'Some 45,000,000 people live there.',
      '45 million people live there.',
      'Some 45 million people live there.',
    ],
  ])('%s', (sentence, text, restated) => {
    expect(restate(sentence, text)).toBe(restated);
  });

  it('tells a rounded number as the exact one, and leaves out by what it was rounded', () => {
    expect(restate('Just over a quarter of them left.', '26% of them left.')).toBe('26% of them left.');
    expect(restate('Almost half of them left.', '47.5% of them left.')).toBe('47.5% of them left.');
  });

  it('takes of equal numbers that of the sentence which tells of the same', () => {
    const text = 'A fifth of all cars are Chinese. 20% of electric vehicles are sold by BYD.';
    expect(restate('BYD sells 0.2 of electric vehicles, one in five.', text)).toContain('20%');
    expect(restate('One in five of all cars is Chinese.', text)).toBe('A fifth of all cars is Chinese.');
  });

  it.each([
    [
      'what the source writes in the same words',
      'Ten firms and 10% of the staff left.',
      'Ten firms, or 10%, left.',
    ],
    ['numbers that the source does not have', 'Thirty firms left.', '40 firms left.'],
    [
      'years, ranks and multiples',
      'In 2023 the second firm grew threefold.',
      'In 2024 the 2nd firm grew 3 times.',
    ],
    ['counts where the source has a sum of money', 'It bought forty-two buses.', 'A bus costs $42.'],
    ['a rounded number beside the exact one', 'Almost half of them, or 45%, left.', '45% of them left.'],
  ])('leaves as they are %s', (_, sentence, text) => {
    expect(restate(sentence, text)).toBe(sentence);
  });
});
