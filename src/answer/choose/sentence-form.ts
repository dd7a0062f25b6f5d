/** How a sentence is built, as far as it bears on quoting it alone. Pure. */

/** Openings that point back at the sentence before. */
const dangling =
  /^(?:["“'‘(]*)(?:(?:But|And|Yet|However|Moreover|Furthermore|In addition|Still|Instead|Thus|Therefore|Similarly|Meanwhile|For example|For instance|Notably|Nevertheless|Consequently|As a result|In fact|Indeed|Also|At the same time)[,]?\s+)?(?:this|these|those|it|its|they|their|them|he|she|his|her|such|both|the (?:latter|former|two|three|same|study|report|survey|company|firm|agreement|decision|move|deal|law|project|investment|plan|programme|program))\b/i;

/** Whether a sentence needs its predecessor to be understood. */
export function isDangling(text: string): boolean {
  // "It is …" with a that-clause stands alone: "It is estimated that …".
  return (
    dangling.test(text) &&
    !/^["“'‘(]*it (?:is|was|has been) \w+(?:ed|n|ly|ear|ible) (?:that|to)\b/i.test(text)
  );
}

const reservationOpening =
  /^["“'‘(]*(?:in practice|in reality|however|yet|but|nevertheless|nonetheless|even so|still|despite (?:this|these|that)|so far|to date|instead|only|at the same time|that said|on the other hand|conversely)\b/i;

/** Whether a sentence sets itself against the one before it. */
export function takesBack(text: string): boolean {
  return reservationOpening.test(text);
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether a text is a sentence at all: a heading, a name or a byline is not. */
export function isSentence(text: string): boolean {
  const withLetters = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return countWords(text) >= 4 && withLetters >= 3 && /\p{Ll}/u.test(text);
}

const byline =
  /^(?:By \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+(?:,| and )|(?:Graphics?|Charts?|Figures?|Maps?|Photos?|Design|Layout) (?:provided |made )?by \p{Lu})/u;

/** Who wrote a text, or drew its pictures. */
export function isByline(text: string): boolean {
  return byline.test(text);
}
