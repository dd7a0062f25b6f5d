import type { DraftForms } from './draft-forms.ts';
import type { FollowUpForms } from './follow-up-forms.ts';
import type { MatterForm } from './matter-forms.ts';
import type { DateForms, DerivationForms, NumberForms, RestatingForms } from './number-forms.ts';
import type { AnswerType, FactForms, FactType, QuestionForms } from './question-forms.ts';
import type {
  AttachmentForms,
  LinkRole,
  ModalityForms,
  NameForms,
  PolarityForms,
  ShareForms,
} from './statement-forms.ts';

export type {
  AnswerType,
  AttachmentForms,
  DateForms,
  DerivationForms,
  DraftForms,
  FactForms,
  FactType,
  LinkRole,
  ModalityForms,
  NameForms,
  NumberForms,
  PolarityForms,
  QuestionForms,
  RestatingForms,
  ShareForms,
};

/**
 * What is known of a language, in small parts: word lists, patterns and word forms. Code that reads a text is given that
 * text's language, and code that reads a question the question's. Every part may be absent, and says what happens then.
 * With no part at all, digits, quotation marks, capitalised names, the letters of words and the networks are still used.
 * `src/language` has a folder for each known language and chooses among them.
 */
export interface Language {
  /** BCP 47 tag: `en`; `und` for an unknown language. */
  readonly tag: string;
  /** Its English name: "English", "Dutch"; "another language" if unknown. */
  readonly name: string;
  /**
   * Where sentences do not end. Absent: every full stop before a capital ends one, except after initials and
   * list numbers.
   */
  readonly sentences?: SentenceForms;
  /** Words and their forms. Absent: every word counts, as written. */
  readonly words?: WordForms;
  /** Which words mean the same and which the opposite. Absent: only forms of one word are alike. */
  readonly meanings?: WordMeanings;
  /** How names are written. Absent: any capital within a sentence makes a name, and no name stands for another. */
  readonly names?: NameForms;
  /** Whether all nouns have capitals, as in German, so that a capital alone makes no name. Absent: they do not. */
  readonly nounsHaveCapitals?: true;
  /** Whether a lower-case word is in the dictionary. Absent: a name is recognised by its capital alone. */
  readonly isWord?: (lower: string) => boolean;
  /** Whether a dictionary lists a word in small letters as it stands: no compound of its words, no two of them by a hyphen. */
  readonly isListed?: (lower: string) => boolean;
  /**
   * How questions ask. Absent: none is taken to ask for a number, a list, all of a kind or an author; the
   * networks alone find what to quote.
   */
  readonly questions?: QuestionForms;
  /** How amounts, dates, persons and reasons are written. Absent: figures, signs and capitalised names are found. */
  readonly facts?: FactForms;
  /** How chapters with a special role are titled. Absent: none is known to sum up the others. */
  readonly chapterNames?: ChapterNameForms;
  /** What front and back matter is called. Absent: no question is taken to ask for it by name. */
  readonly matter?: readonly MatterForm[];
  /** How sentences refer to each other. Absent: each is taken to stand alone. */
  readonly cohesion?: Cohesion;
  /** How a text contradicts what a question takes for granted. Absent: only figures and names show it. */
  readonly premises?: PremiseForms;
  /**
   * How writers introduce and cite what a report says. Absent: every sentence of a draft is checked, and only
   * "p. 84" is a citation.
   */
  readonly drafts?: DraftForms;
  /** How numbers are written. Absent: only figures are read, with no unit but a sign of money. */
  readonly numbers?: NumberForms;
  /** How dates are written. Absent: only dates in figures are read. */
  readonly dates?: DateForms;
  /** How a text shows that a number follows from others. Absent: a number that may follow is a doubt, not an error. */
  readonly derivations?: DerivationForms;
  /** How a number is put into the words of a source. Absent: it stays as it is. */
  readonly restating?: RestatingForms;
  /** How sentences deny. Absent: no denial is noticed. */
  readonly polarity?: PolarityForms;
  /** How word order shows who does what, and whose a thing is. Absent: such mix-ups are left to the networks. */
  readonly attachments?: AttachmentForms;
  /** How sentences say that something may be so. Absent: what may be is left to the networks. */
  readonly modality?: ModalityForms;
  /** What a share is a share of. Absent: that is left to the networks. */
  readonly shares?: ShareForms;
  /** Adds the verbs that a text leaves out: "A owns 30% and B [owns] 70%". Absent: the text stays as it is. */
  readonly spellOut?: (text: string) => string;
  /** How questions depend on the turns before them. Absent: each is answered as asked. */
  readonly followUps?: FollowUpForms;
  /**
   * Puts a question of another language, given by its tag, into words of this one. Absent: its own words are
   * searched for.
   */
  readonly gloss?: (question: string, from: string) => string;
}

/** What tells a full stop that ends a sentence from one that does not. */
export interface SentenceForms {
  /** Abbreviations in lower case, without the last full stop ("e.g"): that full stop does not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those whose full stop does end a sentence before a word that opens sentences. */
  readonly mayEnd: ReadonlySet<string>;
  /** Matches a text that begins with a word that opens sentences more often than it follows an abbreviation. */
  readonly opener: RegExp;
}

/** Words are in lower case, in and out. */
export interface WordForms {
  /** Matches an article and the blanks after it. */
  readonly article: RegExp;
  /** Words with little meaning of their own, such as "the": they are not searched for. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that open a clause. */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Words that join two things of a kind: "and". */
  readonly conjunctions: ReadonlySet<string>;
  /** A word in one of its spellings: "programme" as "program". */
  respell(word: string): string;
  /**
   * The stem of a verb together with the particle after it, "takeover" for "took over"; null if they do not
   * form one verb.
   */
  joinParticle(stem: string, next: string): string | null;
  /** A word as it is indexed: only plurals are undone, so that few different words become one. */
  stemPlural(word: string): string;
  /** Other forms that a word list may have instead of this one: "revised" for "revising". */
  variants(word: string): readonly string[];
  /** A word without its inflection: one stem for "increase", "increases" and "increased". */
  stem(word: string): string;
  /** A stem without its derivation: one root for "acquire" and "acquisition". */
  root(stem: string): string;
}

/** A pair of opposites, by its number in the list of them, and the side that a word is on. */
export interface OpposedSide {
  pair: number;
  side: 0 | 1;
}

/** The forms of a word by which it is compared with others. */
export interface WordStem {
  stem: string;
  root: string;
}

/** Words are given as stems. */
export interface WordMeanings {
  /** How alike two words are, 0..1: by form, by family or by meaning; 0 for opposites. */
  likeness(one: WordStem, other: WordStem): number;
  areSynonyms(one: string, other: string): boolean;
  areOpposites(one: string, other: string): boolean;
  /** The pairs of opposites that a stem belongs to. */
  sidesOf(stem: string): readonly OpposedSide[];
}

/** Patterns match anywhere in a chapter's name. */
export interface ChapterNameForms {
  /** A chapter that sums up the report. */
  readonly summary: RegExp;
  /** A chapter that repeats what others say: a summary, a conclusion. */
  readonly overview: RegExp;
}

/** Patterns are tried at the start of a sentence unless their comments say otherwise. */
export interface Cohesion {
  /** The sentence refers back to the one before: "This …". */
  readonly pointsBack: RegExp;
  /** Exceptions to `pointsBack`: the sentence looks as if it referred back, and does not. */
  readonly pointsAhead: RegExp;
  /** The sentence names some of those that the one before speaks of: "Among them …". */
  readonly picksUp: RegExp;
  /** The sentence contrasts with the one before: "However …". */
  readonly takesBack: RegExp;
  /** The sentence is the first of several items: "The first …". */
  readonly firstItem: RegExp;
  /** The sentence is a further item: "The second …", "Finally, …". */
  readonly laterItem: RegExp;
  /** The sentence says that items follow, and none of them: "There are four levels …"; its group `count` says how many. */
  readonly announcesItems: RegExp;
  /** The sentence says who wrote a text or made its pictures. */
  readonly byline: RegExp;
  /** The sentence says who wrote a text; tried on bylines only. */
  readonly authors: RegExp;
  /** Anywhere in a sentence: it denies something. */
  readonly negated: RegExp;
}

/** Ways to contradict: to deny, to say that a thing failed or was refused, to narrow it down, to say that it goes on. */
export type CueKind = 'denial' | 'turn' | 'limit' | 'persistence';

export interface PremiseForms {
  /** Lower-case phrases, and words in any form, that show each way to contradict. */
  readonly cues: Readonly<Record<CueKind, { phrases: readonly string[]; words: readonly string[] }>>;
  /** Two words that look like a cue and are none: "not only". */
  readonly noCues: ReadonlySet<string>;
  /** The end of a lower-case word that denies: "isn't". */
  readonly denyingEnd: RegExp;
  /**
   * Matters and their sides, each side a list of words in any form. What is said to be on one side is not on
   * another.
   */
  readonly sides: readonly (readonly (readonly string[])[])[];
  /** Function words that take a side all the same: "against". */
  readonly sideWords: ReadonlySet<string>;
  /** Words that open a clause. */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Words of a question that a text cannot contradict: "why", "report". */
  readonly frameWords: ReadonlySet<string>;
  /** Words that claim a whole: "all", "altogether". */
  readonly allWords: ReadonlySet<string>;
  /** Words that claim a part: "some", "mostly". */
  readonly someWords: ReadonlySet<string>;
  /** Anywhere in a question: it says that there is little of something. */
  readonly few: RegExp;
  /** Anywhere in a sentence: it speaks of a vote in favour. */
  readonly votesFor: RegExp;
  /** Anywhere in a sentence: it speaks of being against something. */
  readonly against: RegExp;
}
