/** What is known about a passage's sentences before any question, computed once and kept as long as the passage. */

import type { Language } from '../../core/language.ts';
import type { Passage } from '../../core/types.ts';
import { indexedText } from '../../search/indexed-text.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';
import { countWords } from '../../text/count-words.ts';
import { type LabelWord, listLabelWords } from './match-row.ts';
import { isByline, isDangling, isSentence } from './sentence-form.ts';

export interface SentenceProfile {
  /** Content words, as the keyword index has them. */
  terms: ReadonlySet<string>;
  words: number;
  commas: number;
  hasFigure: boolean;
  isDangling: boolean;
  isSentence: boolean;
  isByline: boolean;
  /** Of a row of a table. */
  label?: readonly LabelWord[];
  ownLabel?: readonly LabelWord[];
}

export interface PassageProfile {
  /** Content words of its chapter's name and section's heading. */
  headingTerms: ReadonlySet<string>;
  sentences: readonly SentenceProfile[];
}

/** A text's content words in their order, as the keyword index has them. */
export function listTerms(text: string, language: Language): string[] {
  return splitWords(text).flatMap((word) => toTerm(word, language) ?? []);
}

export function termsOf(text: string, language: Language): Set<string> {
  return new Set(listTerms(text, language));
}

function profileSentence(text: string, language: Language): SentenceProfile {
  return {
    terms: termsOf(text, language),
    words: countWords(text),
    commas: text.match(/,/g)?.length ?? 0,
    hasFigure: /\d/.test(text),
    isDangling: isDangling(text, language),
    isSentence: isSentence(text),
    isByline: isByline(text, language),
  };
}

const profiles = new WeakMap<Passage, PassageProfile>();

/** @param language that of the passage. */
export function profilePassage(passage: Passage, language: Language): PassageProfile {
  const known = profiles.get(passage);
  if (known !== undefined) return known;
  const profile = {
    headingTerms: termsOf(`${passage.chapter} ${passage.section ?? ''}`, language),
    sentences: passage.sentences.map((sentence) => ({
      ...profileSentence(sentence.text, language),
      ...(sentence.row && {
        terms: termsOf(indexedText(sentence), language),
        label: listLabelWords(sentence.row, language),
        ownLabel: listLabelWords(sentence.row, language, { own: true }),
      }),
    })),
  };
  profiles.set(passage, profile);
  return profile;
}
