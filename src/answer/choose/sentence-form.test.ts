import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { isByline, isDangling, isSentence, takesBack } from './sentence-form.ts';

describe('sentences that point back', () => {
  it.each([
    'He cited management shortcomings and transfer of crucial technology to China.',
    'This intervention caused a diplomatic conflict.',
    'However, it remains unclear how it will be ensured that local stakeholders benefit.',
    'Both are under pressure.',
  ])('%s', (text) => expect(isDangling(text, english)).toBe(true));

  it.each([
    'It is estimated that 200 GW of solar capacity is linked to Chinese inverters.',
    'In 2023, R&D investments surpassed EUR 1.5 billion.',
    'Italy was one of the ten EU member states that voted in favour.',
  ])('not: %s', (text) => expect(isDangling(text, english)).toBe(false));
});

describe('sentences that set themselves against the one before', () => {
  it.each([
    'In practice, only a small fraction of these investments materialised.',
    'Yet, it ended up simply as a zone that hosts a greenhouse.',
    '“However, the plan was shelved.”',
  ])('%s', (text) => expect(takesBack(text, english)).toBe(true));

  it.each([
    'In 2023, investments surpassed EUR 1.5 billion.',
    'Butter exports rose.',
    'The plan was shelved, however.',
  ])('not: %s', (text) => expect(takesBack(text, english)).toBe(false));
});

describe('what is a sentence', () => {
  it('leaves out names and headings', () => {
    expect(isSentence('Tel.: +49 30 3440')).toBe(false);
    expect(isSentence('China is a strong competitor.')).toBe(true);
  });

  it('knows a byline', () => {
    expect(isByline('By Rebecca Arcesati, Mercator Institute for China Studies (MERICS)', english)).toBe(
      true,
    );
    expect(
      isByline('Graphics provided by Rafael Jimenez Buendía, MERICS Senior Associate Fellow', english),
    ).toBe(true);
    expect(isByline('By Brussels standards, this was fast.', english)).toBe(false);
  });
});
