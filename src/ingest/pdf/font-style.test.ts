import { describe, expect, it } from 'vitest';
import { isBold, isItalic } from './font-style.ts';

describe('font names', () => {
  it.each([
    'Lato-Bold',
    'OpenSans-SemiBold',
    'NimbusRomNo9L-Medi',
    'NimbusRomNo9L-MediItal',
    'CMBX12',
    'SFBX1095',
    'CMSSBX10',
    'Helvetica-Black',
  ])('%s is bold', (font) => expect(isBold(font)).toBe(true));

  it.each([
    'Lato-Regular',
    'Roboto-Medium',
    'NimbusRomNo9L-Regu',
    'CMR10',
    'CMTI10',
    'Mediator',
  ])('%s is not', (font) => expect(isBold(font)).toBe(false));

  it.each([
    'Lato-BoldItalic',
    'NimbusRomNo9L-ReguItal',
    'Helvetica-Oblique',
    'CMTI10',
    'CMBXTI10',
  ])('%s is italic', (font) => expect(isItalic(font)).toBe(true));

  it.each(['Lato-Bold', 'CMR10', 'CMBX12', 'Capital'])('%s is not', (font) =>
    expect(isItalic(font)).toBe(false));
});
