/**
 * The signs of TeX's text fonts. Where a font of the Computer Modern family does not say what its codes stand for, PDF.js takes
 * them for ASCII, which TeX's encoding differs from in a few places: “quoted” reads `\quoted"`, and 2016–2017 reads `2016{2017`.
 *
 * Source: Donald E. Knuth, The TeXbook, appendix F, figure 1 (the encoding known as OT1). Pure.
 */

/** Upright, slanted and bold, with serifs and without, in capitals. */
const textFaces = new Set('R B BX BXSL BXTI CSC DUNH SL SS SSBX SSDC SSI TI U'.split(' '));

/** Text fonts alone: typewriter faces (CMTT) have ASCII there, mathematical ones (CMMI, CMSY, CMEX) signs of their own. */
const isTextFont = (font: string) => {
  const face = /^CM([A-Z]+)\d+$/.exec(font)?.[1];
  return face !== undefined && textFaces.has(face);
};

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

/** A title of an outline, which is plain text: TeX's source has ``quoted'' for “quoted”. */
export function readTexQuotes(title: string): string {
  return title.replace(/``([^`']{1,200})''/g, '“$1”');
}
