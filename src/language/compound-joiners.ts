/** Words between compounds that share a part: "short- and long-term". They are tried on a text in any language. Pure. */

const joiners: Readonly<Record<'en' | 'de' | 'fr' | 'es' | 'it', readonly string[]>> = {
  en: ['and', 'or', 'to'],
  de: ['und', 'oder', 'bis'],
  fr: ['et', 'ou'],
  es: ['y', 'o'],
  it: ['e', 'o'],
};

/** Matches the start of what stands behind the hyphen. */
export const joinsCompounds = new RegExp(`^(?:${Object.values(joiners).flat().join('|')})\\b`, 'i');
