import { describe, expect, it } from 'vitest';
import { countWords, isByline, isDangling, isSentence } from './sentence-form.ts';

describe('sentences that point back', () => {
  it.each([
    'He cited management shortcomings and transfer of crucial technology to China.',
    'This intervention caused a diplomatic conflict.',
    'However, it remains unclear how it will be ensured that local stakeholders benefit.',
    'Both are under pressure.',
  ])('%s', (text) => expect(isDangling(text)).toBe(true));

  it.each([
    'It is estimated that 200 GW of solar capacity is linked to Chinese inverters.',
    'In 2023, R&D investments surpassed EUR 1.5 billion.',
    'Italy was one of the ten EU member states that voted in favour.',
  ])('not: %s', (text) => expect(isDangling(text)).toBe(false));
});

describe('what is a sentence', () => {
  it('leaves out names, headings and dashes when it counts words', () => {
    expect(countWords('The Dutch – and others – agreed.')).toBe(5);
    expect(isSentence('Tel.: +49 30 3440')).toBe(false);
    expect(isSentence('China is a strong competitor.')).toBe(true);
  });

  it('knows a byline', () => {
    expect(isByline('By Rebecca Arcesati, Mercator Institute for China Studies (MERICS)')).toBe(true);
    expect(isByline('Graphics provided by Rafael Jimenez Buendía, MERICS Senior Associate Fellow')).toBe(
      true,
    );
    expect(isByline('By Brussels standards, this was fast.')).toBe(false);
  });
});
