/** The interface between choosing sentences and writing with them. Pure. */
import type { Hit, Warning } from '../core/types.ts';
import type { Answer, AnswerSentence } from '../wire/types.ts';
import type { AnswerListener } from './announce.ts';
import type { Candidate } from './choose/candidate.ts';

/** The sentences of an answer and what they cite. */
export type Told = Pick<Answer, 'sentences' | 'citations' | 'groups'>;

/** One side of a comparison. */
export interface MaterialGroup {
  label: string;
  chosen: readonly Candidate[];
}

/** What a written answer is made from: the passages and sentences found. */
export interface WritingMaterial {
  /** As it was read. */
  question: string;
  /** The passages found, best first. */
  hits: readonly Hit[];
  /** The sentences that would be quoted, in order; one at least. */
  chosen: readonly Candidate[];
  /** Of a comparison the places compared, in order, each with what would be quoted of it: none where it is silent. */
  groups?: readonly MaterialGroup[] | undefined;
  onSentence: AnswerListener['onSentence'];
  signal: AbortSignal | undefined;
}

interface Outcome {
  warnings: Warning[];
  /** Who wrote it, or found nothing to write; null where quotations have to do. */
  chat: string | null;
  explanation?: Partial<Answer['explanation']>;
}

export type Written =
  /** One sentence at least is verified, and each that is has been announced. */
  | (Outcome & { outcome: 'written'; told: Told })
  /** Whoever writes finds no answer in what was found; `explanation` says so. Nothing was announced. */
  | (Outcome & { outcome: 'refused' })
  /** The warnings say why quotations have to do; `struck` is what was written and not verified. Nothing was announced. */
  | (Outcome & { outcome: 'failed'; struck: AnswerSentence[] });

/**
 * Writes an answer from what was found.
 * @throws the reason of `signal`, once that is aborted; and what the listener throws.
 */
export type Write = (material: WritingMaterial) => Promise<Written>;
