/** A sentence that could be quoted. */
import type { Language } from '../../core/language.ts';
import type { Passage, Sentence } from '../../core/types.ts';
import type { Features } from './features.ts';

export interface Candidate {
  passage: Passage;
  /** The language of the passage. */
  language: Language;
  /** Its place in `passage.sentences`. */
  index: number;
  sentence: Sentence;
  /** The sentence model's logit: above 0 it more likely than not holds the answer. */
  score: number;
  features: Features;
  /** Sentences that say the same elsewhere; see `foldRestatements`. */
  restatements?: readonly Candidate[];
}
