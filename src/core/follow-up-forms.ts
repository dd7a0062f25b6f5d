/** How questions of a language lean on the turns before them: a part of `Language`. */

/** What a question points outside itself by: "he", "it", "there", "then", or an opening "and". */
export type Anaphor = 'person' | 'thing' | 'place' | 'time' | 'opening';

/** Patterns match a follow-up without its opening word and the marks that end it, unless said otherwise. */
export interface FollowUpForms {
  /** What a follow-up may open with and says nothing by: "and", "ok so". */
  readonly openings: RegExp;
  /** The same, where it joins the question to what was said before: "and", not "ok". */
  readonly joins: RegExp;
  /** Stands before a question that leaves what was spoken of, with its marks: "one more thing:". */
  readonly newTopic: RegExp;
  /** Stands behind a question and says nothing: ", please". */
  readonly closings: RegExp;
  /** Words that carry grammar, in lower case: no topic is named by them. */
  readonly grammarWords: ReadonlySet<string>;
  /** Anywhere in a question: a verb that opens it or stands behind its question word; that word; a pronoun. */
  readonly auxiliaries: RegExp;
  readonly questionWord: RegExp;
  readonly pronouns: RegExp;
  /** Asks for more of the answer; looks as if it did, and asks what else there is. */
  readonly asksMore: RegExp;
  readonly asksElse: RegExp;
  /** Asks for the answer once more; on which page it stands; for its source; whether it is right; who said it. */
  readonly asksAgain: RegExp;
  readonly asksPage: RegExp;
  readonly asksSource: RegExp;
  readonly asksSure: RegExp;
  readonly asksWhoSaid: RegExp;
  /** Match the start of an answer: it claims nothing; it says that there is none. */
  readonly yesOrNo: RegExp;
  readonly notFound: RegExp;
  /** A question word that leaves the rest to the question before. */
  readonly bareQuestion: RegExp;
  /** "In how many companies": the first group is what follows the question word, of which nothing is said. */
  readonly bareQuestionPhrase: RegExp;
  readonly asksWhy: RegExp;
  /** Holds the question before against another place. */
  readonly compares: RegExp;
  /** A preposition that a phrase begins with; what ends one within a question; a word that counts places in an order. */
  readonly preposition: RegExp;
  readonly phraseEnd: RegExp;
  readonly ordinal: RegExp;
  /** A phrase that is an ordinal, the first group, and no more: "the second one". */
  readonly ordinalAlone: RegExp;
  /** Asks for a person. */
  readonly asksWho: RegExp;
  /** "What about": stands before a matter; opens a question of its own; "there", at the end of a matter. */
  readonly asksAbout: RegExp;
  readonly opensQuestion: RegExp;
  readonly saysThere: RegExp;
  /** A word around a place that asks nothing of its own. */
  readonly filler: RegExp;
  readonly names: FollowUpNames;
  readonly anaphora: AnaphorForms;
  readonly times: FollowUpTimes;
  readonly wording: FollowUpWording;
}

/** How names are told in questions and answers. */
export interface FollowUpNames {
  /** A word of organisations: what has one is no person. */
  readonly organisationWords: RegExp;
  readonly months: RegExp;
  /** In lower case: no names by themselves, though they carry a capital. */
  readonly plainCapitals: ReadonlySet<string>;
  /** Matches a word between the capitals of one name. */
  readonly joiner: RegExp;
  /** Stands before a person's name, as often as it likes. */
  readonly titles: RegExp;
  /** Matches the text behind the name of somebody who says something. */
  readonly speaks: RegExp;
}

export interface AnaphorForms {
  /** Anywhere in a question: "it" and "there" that stand for nothing. */
  readonly expletive: RegExp;
  readonly existential: RegExp;
  /** In order: the first that stands for nothing before it in the question tells. */
  readonly pointers: readonly (readonly [Anaphor, RegExp])[];
  /** What a second clause or phrase begins with. */
  readonly joinsClauses: RegExp;
  /** Match the text before a pointer: the question's own wh-phrase at its start; an auxiliary at its end; a word that looks ahead. */
  readonly whPhrase: RegExp;
  readonly auxiliaryAtEnd: RegExp;
  readonly looksAhead: RegExp;
  /** A pointer behind a preposition, at the end of a question. */
  readonly atEnd: RegExp;
  /** Match a pointer in lower case. */
  readonly demonstrative: RegExp;
  readonly possessive: RegExp;
  readonly object: RegExp;
  /** Anywhere before "then": a time that it stands for. */
  readonly time: RegExp;
  /** Pointers that a person's name, and that name with its possessive, can stand for; one for a place. */
  readonly person: RegExp;
  readonly personsOwn: RegExp;
  readonly there: RegExp;
}

/** A year with the preposition before it, which may be empty. */
export interface AskedTime {
  preposition: string;
  year: number;
}

export interface FollowUpTimes {
  /** A year in a question, the second group, with its preposition, the first. */
  readonly inQuestion: RegExp;
  /** The usual preposition of a year. */
  readonly preposition: string;
  /**
   * The time that a follow-up in lower case names, and nothing else; null where it names more.
   * @param from the year that "a year later" counts from.
   */
  read(text: string, from: number | null): AskedTime | null;
}

/** Questions and parts of them, in the words of the language. */
export interface FollowUpWording {
  /** Questions about the answer to another question. */
  askAgain(question: string): string;
  askPage(question: string): string;
  askSource(question: string): string;
  /** Whether the answer to a question is right. */
  askSure(question: string): string;
  /** Whether a text is one of them. */
  isAbout(text: string): boolean;
  /** A question with those that it follows, and both parts of one so put. */
  after(question: string, before: readonly string[]): string;
  readAfter(text: string): { question: string; before: string[] } | null;
  askAbout(matter: string): string;
  askSpeaker(claim: string): string;
  askMatter(matter: string, where: string): string;
  /** A further part of a question, its comma with it: ", and in Poland". */
  further(part: string): string;
  comparedWith(names: string): string;
  /** "Poland and the Netherlands". */
  list(names: readonly string[]): string;
  withArticle(name: string): string;
  /** Matches an article, with the blanks behind it. */
  readonly article: RegExp;
  /** "In Poland"; "for Nordwind Energy". */
  inside(names: string): string;
  about(names: string): string;
  ownedBy(person: string): string;
}
