/** The interface between choosing sentences and writing with them. Pure. */
import type { Hit, Warning } from '../core/types.ts';
import type { Subject } from '../subjects/subject.ts';
import type { Answer, AnswerSentence } from '../wire/types.ts';
import type { AnswerListener } from './announce.ts';
import type { Candidate } from './choose/candidate.ts';
import type { CountryChoice } from './choose/choose-countries.ts';

/** The sentences of an answer, which of them answer, and what they cite. */
export type Told = Pick<Answer, 'sentences' | 'citations' | 'groups' | 'lead'>;

/** One side of a comparison. */
export interface MaterialGroup extends CountryChoice {
  /** What the label names: a country, a company or another subject, with the words for it. */
  subject: Subject;
}

/** What a written answer is made from: the passages and sentences found. */
export interface WritingMaterial {
  /** As it was understood. */
  question: string;
  /** The passages found, best first. */
  hits: readonly Hit[];
  /** The sentences that would be quoted, in order; at least one. */
  chosen: readonly Candidate[];
  /** In a comparison, the places in order, each with the sentences that would be quoted; none if the report is silent. */
  groups?: readonly MaterialGroup[] | undefined;
  onSentence: AnswerListener['onSentence'];
  signal: AbortSignal | undefined;
}

interface Outcome {
  warnings: Warning[];
  /** The model that wrote it, or found no answer; null if quotations answer. */
  chat: string | null;
  explanation?: Partial<Answer['explanation']>;
}

export type Written =
  /** At least one sentence is verified, and all verified ones have been announced. */
  | (Outcome & { outcome: 'written'; told: Told })
  /** The model finds no answer in the passages; `explanation` says so. Nothing was announced. */
  | (Outcome & { outcome: 'refused' })
  /** The warnings say why quotations answer; `struck` has the unverified sentences. Nothing was announced. */
  | (Outcome & { outcome: 'failed'; struck: AnswerSentence[] });

/**
 * Writes an answer from what was found.
 * @throws the reason of `signal`, and whatever the listener throws.
 */
export type Write = (material: WritingMaterial) => Promise<Written>;
