/** What the keyword search indexes of a passage, and how its words become terms: the same in every store. */
import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { indexedText } from '../../search/indexed-text.ts';
import { toTerm } from '../../search/normalize-words.ts';

/** The texts of a passage that are searched by words, each with lengths and frequencies of its own. */
export interface KeywordFields {
  heading: string;
  text: string;
}

export function keywordFields(passage: Passage): KeywordFields {
  return {
    heading: `${passage.chapter} ${passage.section ?? ''}`,
    text: passage.kind === 'table' ? passage.sentences.map(indexedText).join('\n') : passage.text,
  };
}

/** The term of a word of `splitWords`; null for a function word. An index has one way for words of all languages. */
export function toKeyword(word: string): string | null {
  return toTerm(word, english);
}

/** Share of letters that may differ when a word is in no passage, to find typos. */
export const typoShare = 0.2;
export const shortestTypo = 5;
