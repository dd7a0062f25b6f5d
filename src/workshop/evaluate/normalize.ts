/** How evidence and facts are compared with text of the report or of an answer. Pure. */

/** Single, double, angled and prime quotation marks: all one mark. Before NFKC, which takes some of them apart. */
const quotes = /['"`´‘’‚‛“”„‟′″‹›«»]/gu;
const dashes = /[-‐‑‒–—―−]/gu;
/** Soft hyphens, zero-width marks and the byte order mark show nothing. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** NFKC, lower case, every quotation mark as ', every dash as -, each run of blanks as one space. */
export function normalizeText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(quotes, "'")
    .replace(dashes, '-')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether the snippet stands in the text. */
export function containsSnippet(text: string, snippet: string): boolean {
  return normalizeText(text).includes(normalizeText(snippet));
}

/** "5.3" is no start of a number in "15.3", nor "3 million" in "2.3 million", nor "ICT" a word in "restrict". */
const joinsBefore = /(?:[\p{L}\p{N}]|\p{N}[.,])$/u;
/** A number must end where it ends; a word may run on, into its plural for one. */
const joinsAfter = /^(?:\p{N}|[.,]\p{N})/u;

/** Whether the wording stands in the text, from the start of a word or number on. */
export function containsWording(text: string, wording: string): boolean {
  const haystack = normalizeText(text);
  const needle = normalizeText(wording);
  if (needle === '') return false;
  const opensWord = /^[\p{L}\p{N}]/u.test(needle);
  const endsInDigit = /\p{N}$/u.test(needle);
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const cutsIn = opensWord && joinsBefore.test(haystack.slice(0, at));
    const cutsOff = endsInDigit && joinsAfter.test(haystack.slice(at + needle.length));
    if (!cutsIn && !cutsOff) return true;
  }
  return false;
}
