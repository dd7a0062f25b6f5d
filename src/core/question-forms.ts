/** How questions of a language ask, and what answers them: parts of `Language`. */
import type { GistForms } from './gist-forms.ts';

/** What a question asks for, and a right answer must hold. */
export type AnswerType =
  | 'amount'
  | 'percentage'
  | 'number'
  | 'date'
  | 'person'
  | 'reason'
  | 'source'
  | 'other';

/** Patterns match a question as it is asked. */
export interface QuestionForms {
  /** In order: the first that matches says what is asked for; `other` where none does. */
  readonly answerTypes: readonly (readonly [AnswerType, RegExp])[];
  /** Asks for several things. */
  readonly list: RegExp;
  /** One that asks for more than one thing of a kind: "What are the reasons …?", "Which bodies …?", "steps for …". */
  readonly things: RegExp;
  /** Denies something. */
  readonly negated: RegExp;
  /** Has a second question behind the first: "How many jobs were lost, and is China the cause?" */
  readonly second: RegExp;
  /** Asks whether something is so: nothing is taken for granted. */
  readonly yesOrNo: RegExp;
  /** Asks for one thing or person of several. */
  readonly choice: RegExp;
  /** Asks what a summary says. */
  readonly summary: RegExp;
  /** Asks who wrote a chapter; each matches a question without blanks around it. */
  readonly authors: readonly RegExp[];
  readonly smallTalk: SmallTalkForms;
  /** Matches a word by itself that asks and names nothing. */
  readonly emptyWord: RegExp;
  /** Words in capitals before a country's name that are no given names: "In", "North". */
  readonly noGivenNames: ReadonlySet<string>;
  readonly comparing: ComparingForms;
  readonly several: SeveralForms;
  readonly sweeping: SweepingForms;
  readonly document: DocumentForms;
  readonly gist: GistForms;
  readonly reckoning: ReckoningForms;
  /** What a trade calls things that documents print otherwise, if they have all of some words, in lower case. */
  readonly tradeTerms: {
    readonly printed: readonly string[];
    readonly terms: readonly TradeTerm[];
    /** Words that the label of a thing's row may have beside its own: "Total inventories, net". */
    readonly labelWords: ReadonlySet<string>;
  };
  /** Spells out how a trade writes periods: "FY18" as "fiscal 2018". */
  spellOutPeriods(text: string): string;
}

/** A term of a trade: "capex", "current ratio". */
export interface TradeTerm {
  /** Matches the term in a question. */
  readonly asked: RegExp;
  /** What it stands for: the thing, or each of those that it is reckoned of. Each in the ways that it is printed, the usual first. */
  readonly means: readonly (readonly string[])[];
  /** How it is reckoned of two things, in their order. */
  readonly reckoned?: Operation;
}

/** What may be reckoned from two numbers: `ratio` is a quotient, `share` one in per cent. */
export type Operation = 'difference' | 'sum' | 'share' | 'ratio';

/** Match a question that asks for it. */
export type ReckoningForms = Readonly<Record<Exclude<Operation, 'ratio'>, RegExp>>;

/** What is said in a conversation and asks nothing of a document; `abilities` asks what can be asked. */
export type SmallTalk = 'greeting' | 'farewell' | 'thanks' | 'agreement' | 'abilities';

/** A pattern for each, which matches the whole of what is said. */
export type SmallTalkForms = Readonly<Record<SmallTalk, RegExp>>;

/** What a question may ask of a document itself, or of a chapter (`about`, `sources`). */
export type DocumentFact = 'title' | 'authors' | 'published' | 'pages' | 'chapters' | 'about' | 'sources';

/** A pattern for each, which matches the whole of a question. */
export type DocumentForms = Readonly<Record<DocumentFact, RegExp>>;

/** How questions compare places. */
export interface ComparingForms {
  /** Anywhere in a question: compares what it names; compares a country with a union of countries. */
  readonly compares: RegExp;
  readonly comparesUnion: RegExp;
  /** Match what stands between two places: asks of both alike; holds one against the other. */
  readonly joined: RegExp;
  readonly heldAgainst: RegExp;
}

/** How questions ask several things at once. */
export interface SeveralForms {
  /** Matches what stands between two clauses that both ask: ", and " before "who", " and " before "where". */
  readonly second: RegExp;
  /** A question that begins so asks something with few words: "What is EPANET". */
  readonly opens: RegExp;
  /** Anywhere in the second clause: it speaks of something in the first, "when was it founded". */
  readonly leansBack: RegExp;
  /** Matches what stands between two items, with the article of the second. */
  readonly between: RegExp;
  /** Matches a run of items, its only group, with the word that leads to it. */
  readonly run: RegExp;
  /** Anywhere in a text: it asks, and is no item. */
  readonly asks: RegExp;
  /** Matches words that hold several items together and are out of place with one: "each". */
  readonly holdsTogether: RegExp;
  /** Anywhere in a question: it may ask for each of several items. */
  readonly enumerates: RegExp;
}

/** How questions ask for all subjects of a kind, by its nouns in lower case: "agency", "agencies". */
export interface SweepingForms {
  /** Asks for several, by nouns in the plural: "Which of the agencies". */
  several(nouns: readonly string[]): RegExp;
  /** Asks which of them it is: "which agency", with words between: "which federal agency". */
  which(nouns: readonly string[]): RegExp;
  whichSort(nouns: readonly string[]): RegExp;
  /** Asks of each: "all agencies". */
  each(nouns: readonly string[]): RegExp;
  /** Asks for places, in a part of the world where one is given: "who else in Europe". */
  places(region: string | undefined): RegExp;
  /** Ask which chapters speak of something, which is the group `matter`: "Which chapters mention …?" */
  readonly chapters: readonly RegExp[];
  /** Nouns that are said of countries and tell nothing: "member". */
  readonly emptyNouns: readonly string[];
}

/** The types of answers that a text may hold a span of. */
export type FactType = Exclude<AnswerType, 'other' | 'source'>;

/** A pattern for each type; it matches one span. */
export type FactForms = Readonly<Record<FactType, RegExp>>;
