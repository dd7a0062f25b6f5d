/** Tells which family a font is of, so that a word in italics or in bold parts no paragraph. Pure. */

/** What follows the family: "-BoldItalic", and ",Italic" of TrueType fonts, whose makers add "PS" and "MT". */
const style = /[-,].*$/;
const maker = /(?:PS)?(?:MT)?$/;

/** TeX names each style of Computer Modern's roman for itself: "CMR10", "CMTI10", "CMBX12", "SFRM1000". */
const texRoman = /^(CM|SF|EC)(?:R|RM|B|BX|TI|SL|BXTI|BXSL|BI|CSC)\d+$/;

/** @param font its PostScript name. */
export const familyOf = (font: string): string =>
  font.replace(style, '').replace(maker, '').replace(texRoman, '$1 Roman');
