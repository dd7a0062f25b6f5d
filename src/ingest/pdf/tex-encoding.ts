/**
 * The signs of TeX's text fonts. Where a font of the Computer Modern family does not say what its codes stand for, PDF.js takes
 * them for ASCII, which TeX's encoding differs from in a few places: “quoted” reads `\quoted"`, and 2016–2017 reads `2016{2017`.
 *
 * Source: Donald E. Knuth, The TeXbook, appendix F, figure 1 (the encoding known as OT1). Pure.
 */

/** Text fonts alone: typewriter faces (CMTT) have ASCII there, mathematical ones (CMMI, CMSY, CMEX) signs of their own. */
const isTextFont = (font: string) =>
  /^CM(?:R|BX?|BXSL|BXTI|CSC|DUNH|SL|SS|SSBX|SSDC|SSI|TI|U)\d+$/.test(font);

const signs: Readonly<Record<string, string>> = {
  '"': '”',
  '<': '¡',
  '>': '¿',
  '\\': '“',
  '{': '–',
  '|': '—',
};

/**
 * @param font a PostScript name without its subset prefix.
 * @param isNamed whether the font says what a code stands for.
 * @returns the text with the signs that TeX's encoding has at codes that the font does not name.
 */
export function readTexSigns(text: string, font: string, isNamed: (code: number) => boolean): string {
  if (!isTextFont(font)) return text;
  return text.replace(/["<>\\{|]/g, (sign) => (isNamed(sign.charCodeAt(0)) ? sign : (signs[sign] ?? sign)));
}
