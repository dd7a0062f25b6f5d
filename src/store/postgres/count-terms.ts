/** The terms of passages, counted for BM25. Pure. */
import type { Passage } from '../../core/types.ts';
import { splitWords } from '../../search/normalize-words.ts';
import { keywordFields, toKeyword } from '../keyword-terms.ts';

/** How often a passage has a term in its heading and its text. */
export interface TermCount {
  term: string;
  inHeading: number;
  inText: number;
}

export interface PassageTerms {
  terms: TermCount[];
  /** Distinct words of the heading, function words among them. */
  headingWords: number;
  /** Of the text. */
  textWords: number;
}

export function countTerms(passage: Passage): PassageTerms {
  const { heading, text } = keywordFields(passage);
  const counts = new Map<string, TermCount>();
  const count = (words: readonly string[], field: 'inHeading' | 'inText') => {
    for (const word of words) {
      const term = toKeyword(word);
      if (!term) continue;
      const known = counts.get(term) ?? { term, inHeading: 0, inText: 0 };
      known[field] += 1;
      counts.set(term, known);
    }
  };
  const [headingWords, textWords] = [splitWords(heading), splitWords(text)];
  count(headingWords, 'inHeading');
  count(textWords, 'inText');
  return {
    terms: [...counts.values()],
    headingWords: new Set(headingWords).size,
    textWords: new Set(textWords).size,
  };
}
