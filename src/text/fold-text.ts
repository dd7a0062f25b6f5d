/** Folds a text so that quotation marks, dashes, blanks and case make no difference. Pure. */

/** Soft hyphens, zero-width marks and the byte order mark show nothing. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

export function foldText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(invisible, '')
      .replace(/['"`´‘’‚‛“”„‟′″‹›«»]/g, "'")
      // Before the dashes: a long run of blanks would be read from each of them on.
      .replace(/\s+/g, ' ')
      .replace(/ ?[-‐‑‒–—―−] ?/g, '-')
      .toLowerCase()
      .trim()
  );
}
