/** A sentence that could be quoted. */
import type { Language } from '../../core/language.ts';
import type { Passage, Sentence } from '../../core/types.ts';
import type { Features } from './features.ts';

export interface Candidate {
  passage: Passage;
  /** The language of the passage. */
  language: Language;
  /** Its index in `passage.sentences`. */
  index: number;
  sentence: Sentence;
  /** The sentence model's logit; above 0 it is more likely than not to hold the answer. */
  score: number;
  features: Features;
  /** Sentences elsewhere that say the same; see `foldRestatements`. */
  restatements?: readonly Candidate[];
}
