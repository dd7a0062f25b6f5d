/** Texts in capitals. Pure. */

/** Whether a text of more than three letters has capitals only. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase();
}
