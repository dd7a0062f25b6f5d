/** What a font's PostScript name says of its style: PDFs tell it nowhere else. Imports nothing. */

/** Also TeX's: "CMBX10" of Computer Modern, and "Medi" of Nimbus, which is as heavy as Times Bold ("Medium" is not bold). */
const bold = /bold|black|heavy|demi|(?:cm|sf|ec|lm)(?:ss)?bx|-medi(?:ital)?$/i;

export const isBold = (font: string): boolean => bold.test(font);

export const isItalic = (font: string): boolean =>
  /italic|oblique|(?:regu|medi)ital$|^(?:cm|sf|ec)(?:bx)?(?:ti|sl)\d/i.test(font);
