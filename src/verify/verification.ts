/** The nouns of checking a written sentence against the text that it cites. Imports nothing. */

export type ProblemKind =
  | 'number'
  | 'date'
  | 'name'
  | 'quotation'
  | 'negation'
  | 'direction'
  | 'quantifier'
  | 'modality'
  | 'content';

/** Something of a written sentence that its source does not carry. */
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
  /** How sure it is that the source carries the sentence, 0..1; 0 where a certain problem was found. */
  score: number;
}

/** One text that a sentence is held against: a passage, or a sentence of one. */
export interface SourceText {
  text: string;
  /** The sentences of `text` where they are known; else it is cut up. */
  sentences?: readonly string[];
  /** The sentences as they stand, where the others have more (`spellOutSource`): quotations are held against these. */
  asWritten?: readonly string[];
  /** The chapter's short name: "Austria" may be said of its passages. */
  chapter?: string;
  section?: string | null;
  /** What the whole document is about (`findSubjects`): a sentence may say it of any passage. */
  subjects?: readonly string[];
}

/** Rules that settle the verdict whenever they find something. */
export type CertainRule = 'quotation' | 'numeral' | 'magnitude' | 'span' | 'beside' | 'turned-round';

/** Rules that may be wrong: each counts as an input of the model (`features.ts`). */
export type DoubtRule =
  | `swap-${BoundKind}`
  | `binding-${BoundKind}`
  | 'number'
  | 'date'
  | 'name'
  | 'name-mixed'
  | 'opposite'
  | 'sequence'
  | 'step'
  | 'opposed'
  | 'inserted'
  | 'negation-added'
  | 'negation-dropped'
  | 'turned-added'
  | 'turned-dropped'
  | 'rank'
  | 'superlative'
  | 'quantifier-all'
  | 'quantifier-only'
  | 'quantifier-first'
  | 'quantifier-conflict'
  | 'interval'
  | 'cause'
  | 'roles'
  | 'roles-named'
  | 'roles-half'
  | 'order'
  | 'modality-dropped'
  | 'modality-done'
  | 'modality-faint'
  | 'modality-added'
  | 'slot'
  | 'attached'
  | 'attached-date'
  | 'elsewhere'
  | 'elsewhere-name'
  | 'counted';

/** What is bound to the words around it. */
export type BoundKind = 'number' | 'date' | 'name' | 'country';

/** What a rule found that may be wrong: `strength` (0..1) counts in the model, which says whether it is told. */
export interface Doubt extends VerifyProblem {
  rule: DoubtRule;
  isCertain: boolean;
  strength: number;
}

/** A problem with what found it; one that is certain settles the verdict. */
export type Finding = Doubt | (VerifyProblem & { rule: CertainRule; isCertain: true; strength: 1 });

/** A problem that is told where the verdict is against the sentence, the strongest first. */
export interface TellableProblem extends VerifyProblem {
  strength: number;
}
