/**
 * What is known of a language, in small parts: lists of words, patterns and the forms of words. Whoever reads a text is
 * handed the text's language, a question that of the question. Every part may be absent; each says what then happens.
 * What needs no part works in any language: digits, quotation marks, names in capitals, the letters of words, and what
 * the networks make of a text. `src/language` holds one folder for each language that is known, and chooses between them.
 */
export interface Language {
  /** As BCP 47 has it: `en`; `und` for a language that could not be told. */
  readonly tag: string;
  /** What an English message calls it: "English", "Dutch"; "another language" where it could not be told. */
  readonly name: string;
  /** Where sentences do not end. Absent: every full stop before a capital ends one, but for initials and list numbers. */
  readonly sentences?: SentenceForms;
  /** Words and their forms. Absent: every word counts, as it is written. */
  readonly words?: WordForms;
  /** Which words belong together and which are opposed. Absent: only words of one form are alike. */
  readonly meanings?: WordMeanings;
  /** Whether a lower-case word is one of the language. Absent: a capital alone tells a name. */
  readonly isWord?: (lower: string) => boolean;
  /** Questions of other languages put into words of this one. Absent: they are looked for as they are asked. */
  readonly gloss?: (question: string, from: string) => string;
}

/** What tells a full stop that ends a sentence from one that does not. */
export interface SentenceForms {
  /** Lower case, without the last full stop ("e.g"): what is abbreviated so does not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that also end one, before a word that opens sentences. */
  readonly mayEnd: ReadonlySet<string>;
  /** Matches the start of a sentence by words that open sentences more often than they follow an abbreviation. */
  readonly opener: RegExp;
}

/** Words are in lower case, in and out. */
export interface WordForms {
  /** Words that carry grammar and little meaning: they are not searched for. */
  readonly functionWords: ReadonlySet<string>;
  /** A word as it is indexed: plurals alone are undone, so that few words fall together. */
  stemPlural(word: string): string;
  /** A word without its inflection: one form for "increase", "increases", "increased". */
  stem(word: string): string;
  /** A stem without its derivation: one form for "acquire" and "acquisition". */
  root(stem: string): string;
}

/** A pair of opposites and the side of it that a word is on. */
export interface OpposedSide {
  pair: number;
  side: 0 | 1;
}

/** A word as it is compared with others. */
export interface WordStem {
  stem: string;
  root: string;
}

/** Words are given as stems. */
export interface WordMeanings {
  /** How alike two words are, 0..1: forms of one word, of one family, or of one meaning; 0 for opposites. */
  likeness(one: WordStem, other: WordStem): number;
  areSynonyms(one: string, other: string): boolean;
  areOpposites(one: string, other: string): boolean;
  /** The pairs of opposites that a stem belongs to. */
  sidesOf(stem: string): readonly OpposedSide[];
}
