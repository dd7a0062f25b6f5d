/** How writers of a language frame and cite what a report says: a part of `Language`. */

/** Patterns match at the start of a sentence of a draft, unless said otherwise. */
export interface DraftForms {
  /** Says who says it, where that is the report: "According to the report,". */
  readonly attributions: readonly RegExp[];
  /** What a writer says for themselves, or to the reader, and what it is: "an opinion". */
  readonly asides: readonly (readonly [RegExp, string])[];
  /** Leans on the sentence before it. */
  readonly leaning: RegExp;
  readonly citing: CitingForms;
}

/** How places of a report are cited. The first six are parts of patterns, tried anywhere. */
export interface CitingForms {
  /** Stands before a page, and before several: "page", "pp." */
  readonly page: RegExp;
  readonly pages: RegExp;
  /** Stands between two of them: "and". */
  readonly joiner: RegExp;
  /** Leads from a sentence to a place: "see". */
  readonly lead: RegExp;
  /** A word in a capital before a place that begins no name: "On Germany, p. 84". */
  readonly noName: RegExp;
  /** Opens a place that stands by itself: "ibid.", "e.g."; case does not count. */
  readonly opener: RegExp;
  /** At the start of brackets: leads to a chapter. */
  readonly refers: RegExp;
  /** Matches a word in lower case within the name of a chapter or report. */
  readonly smallWord: RegExp;
  /** Matches "the chapter on Germany" and "Germany chapter" whole; the name is its group `after` or `before`. */
  readonly chapter: RegExp;
}
