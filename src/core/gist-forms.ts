/** How a language asks for the gist of a document, and how documents head and say it: a part of `QuestionForms`. */

/** What a question may ask of a document, or of a chapter, as a whole. */
export type Gist =
  | 'summary'
  | 'findings'
  | 'conclusions'
  | 'recommendations'
  | 'purpose'
  | 'problem'
  | 'scope'
  | 'audience'
  | 'method'
  | 'limits';

export interface GistForm {
  gist: Gist;
  /** Anywhere in a question: asks for it. */
  asked: RegExp;
  /** Each matches the whole of a heading, without its number, below which it is said; in order: the first that a document has. */
  headings: readonly RegExp[];
  /** Anywhere in a sentence: it says it. */
  says: RegExp;
  /** Those that answer it where no heading is for it, the best first. */
  alike?: readonly Gist[];
  /** Those below whose headings sentences say it too. */
  elsewhere: readonly Gist[];
}

export interface GistForms {
  /** The first that matches says what is asked for. */
  readonly forms: readonly GistForm[];
  /** Matches the whole of a heading, without its number, below which a document says what it is. */
  readonly opening: RegExp;
  /** Anywhere in a sentence: it is of an imprint or thanks somebody, and says nothing of what a document says. */
  readonly idle: RegExp;
  /** The stems of words of such questions that name nothing. */
  readonly emptyStems: ReadonlySet<string>;
  /** Anywhere in a question: names a document or who wrote it. */
  readonly document: RegExp;
  /** Anywhere in a question: names a part of a document. */
  readonly partNoun: RegExp;
  /** Anywhere in a question: a part by its number; its groups are the noun and the number. */
  readonly partNumber: RegExp;
  /** The number at the start of a heading: "Chapter 3:", "2.1", "Appendix I". */
  readonly headingNumber: RegExp;
}
