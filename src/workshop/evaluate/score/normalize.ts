/** Finds evidence and facts in the text of the report or of an answer. Pure. */

/** Quotation marks and primes of all kinds, made one mark. Before NFKC, which decomposes some of them. */
const quotes = /['"`´‘’‚‛“”„‟′″‹›«»]/gu;
const dashes = /[-‐‑‒–—―−]/gu;
/** Invisible characters: soft hyphens, zero-width marks, byte order mark. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Numbers of notes behind a word or a mark, which passages do not have: "references⁸". */
const noteNumbers = /(?<=\p{L}{3}|[.,;:!?)”’"'])[⁰¹²³⁴-⁹]+/gu;
/** Between the cells of a table's row. */
const cellBars = /\s\|\s/gu;

/** NFKC, lower case, all quotation marks as ', dashes as -, runs of blanks as one space; no numbers of notes, no bars between cells. */
export function normalizeText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(noteNumbers, '')
    .replace(cellBars, ' ')
    .replace(quotes, "'")
    .replace(dashes, '-')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text that snippets are looked for in. */
export interface ComparableText {
  normalized: string;
  /** Its letters and digits alone. */
  signs: string;
}

export function toComparable(text: string): ComparableText {
  const normalized = normalizeText(text);
  return { normalized, signs: normalized.replace(/[^\p{L}\p{N}]/gu, '') };
}

/** Snippets of as many letters and digits may differ in hyphens, blanks and marks, as ways to read a PDF do: "cloudbased". */
const longSnippet = 25;

export function isWithinText(text: ComparableText, snippet: ComparableText): boolean {
  if (text.normalized.includes(snippet.normalized)) return true;
  return snippet.signs.length >= longSnippet && text.signs.includes(snippet.signs);
}

/** Whether the text contains the snippet. */
export function containsSnippet(text: string, snippet: string): boolean {
  return isWithinText(toComparable(text), toComparable(snippet));
}

/** A match must start a number or word: not "5.3" in "15.3", "3 million" in "2.3 million", or "ICT" in "restrict". */
const joinsBefore = /(?:[\p{L}\p{N}]|\p{N}[.,])$/u;
/** A number must end with the match; a word may continue, as in its plural. */
const joinsAfter = /^(?:\p{N}|[.,]\p{N})/u;

/** Whether the text contains the wording, from the start of a word or number. */
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
