/** What is known of a passage's sentences before any question: counted once and kept as long as the passage. */

import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';
import { countWords, isByline, isDangling, isSentence } from './sentence-form.ts';

export interface SentenceProfile {
  /** Content words as the keyword index has them. */
  terms: ReadonlySet<string>;
  words: number;
  commas: number;
  hasFigure: boolean;
  isDangling: boolean;
  isSentence: boolean;
  isByline: boolean;
}

export interface PassageProfile {
  /** Content words of its chapter's name and section's heading. */
  headingTerms: ReadonlySet<string>;
  sentences: readonly SentenceProfile[];
}

export function termsOf(text: string): Set<string> {
  return new Set(splitWords(text).flatMap((word) => toTerm(word, english) ?? []));
}

function profileSentence(text: string): SentenceProfile {
  return {
    terms: termsOf(text),
    words: countWords(text),
    commas: text.match(/,/g)?.length ?? 0,
    hasFigure: /\d/.test(text),
    isDangling: isDangling(text),
    isSentence: isSentence(text),
    isByline: isByline(text),
  };
}

const profiles = new WeakMap<Passage, PassageProfile>();

export function profilePassage(passage: Passage): PassageProfile {
  const known = profiles.get(passage);
  if (known !== undefined) return known;
  const profile = {
    headingTerms: termsOf(`${passage.chapter} ${passage.section ?? ''}`),
    sentences: passage.sentences.map((sentence) => profileSentence(sentence.text)),
  };
  profiles.set(passage, profile);
  return profile;
}
