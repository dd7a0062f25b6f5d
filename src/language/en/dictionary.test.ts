import { describe, expect, it } from 'vitest';
import { isEnglishWord } from './dictionary.ts';

describe('isEnglishWord', () => {
  it.each([
    'companies',
    'digitalisation',
    'organization',
    'chipmakers',
    'biopharma',
    'policy-makers',
    'a',
  ])('knows "%s"', (word) => expect(isEnglishWord(word)).toBe(true));
  it.each([
    'samsung',
    'tencent',
    'graz',
    'volkswagen',
    'ericsson',
    'rolls-ericsson',
  ])('takes "%s" for a name', (word) => expect(isEnglishWord(word)).toBe(false));
});
