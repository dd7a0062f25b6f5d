/** The S-stemmer (Harman 1991, "How effective is suffixing?"): plurals only, so that few words fall together. Pure. */
export function stemPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /\p{N}/u.test(word)) return word;
  if (word.endsWith('ies')) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
