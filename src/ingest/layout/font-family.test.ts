import { describe, expect, it } from 'vitest';
import { familyOf } from './font-family.ts';

describe('familyOf', () => {
  it.each([
    ['Lato-BoldItalic', 'Lato'],
    // As office programs name the fonts of a paper by the Supreme Court, and of a publication of NIST.
    ['CenturySchoolbook,Italic', 'CenturySchoolbook'],
    ['TimesNewRomanPSMT', 'TimesNewRoman'],
    ['TimesNewRomanPS-ItalicMT', 'TimesNewRoman'],
    ['ArialMT', 'Arial'],
    ['Arial-BoldMT', 'Arial'],
    ['CMR10', 'CM Roman'],
    ['CMBXTI10', 'CM Roman'],
    ['SFTI1000', 'SF Roman'],
    ['CMTT10', 'CMTT10'],
    ['CMSS8', 'CMSS8'],
  ])('%s is of %s', (font, family) => {
    expect(familyOf(font)).toBe(family);
  });
});
