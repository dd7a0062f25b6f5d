/** The nouns of checking a written sentence against the text that it cites. */
import type { Language } from '../core/language.ts';

export type ProblemKind =
  | 'number'
  | 'date'
  | 'name'
  | 'quotation'
  | 'negation'
  | 'direction'
  | 'quantifier'
  | 'modality'
  | 'content'
  | 'markup';

/** Something of a written sentence that its source does not support. */
export interface VerifyProblem {
  kind: ProblemKind;
  /** The words of the written sentence. */
  text: string;
  /** "not in the passage", "the passage says 2023". */
  reason: string;
}

export type Verdict = 'supported' | 'altered-quotation' | 'unsupported';

export interface Verification {
  verdict: Verdict;
  problems: VerifyProblem[];
  /** How sure it is that the source supports the sentence, 0..1; 0 where a certain problem was found. */
  score: number;
}

/** A text that a sentence is checked against: a passage, or a sentence of one. */
export interface SourceText {
  text: string;
  /** What it is read by, and the sentence that cites it; the usual language where none is said. */
  language?: Language;
  /** The sentences of `text` where they are known; else it is cut up. */
  sentences?: readonly string[];
  /** The sentences as they stand, where the others have more (`spellOutSource`): quotations are checked against these. */
  asWritten?: readonly string[];
  /** The chapter's short name: "Austria" may be said of its passages. */
  chapter?: string;
  section?: string | null;
  /** What the whole document is about (`findSubjects`): a sentence may say it of any passage. */
  subjects?: readonly string[];
}

/** Rules that may be wrong: where one is not certain, it is an input of the model (`features.ts`). */
export type DoubtRule = 'number' | 'date' | 'name' | 'attached' | 'denied' | 'opposed';

/** A problem with what found it; one that is certain settles the verdict. */
export type Finding =
  | (TellableProblem & { rule: DoubtRule; isCertain: boolean })
  | (TellableProblem & { rule: 'quotation' | 'markup'; isCertain: true });

/** A problem that is reported where the verdict is against the sentence, the strongest first. */
export interface TellableProblem extends VerifyProblem {
  /** 0..1 */
  strength: number;
}
