/** BM25 over headings and text, by MiniSearch. */

import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { indexedText } from '../../search/indexed-text.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';
import type { PositionedScore } from './exact.ts';
import type { AllowedPassages } from './filter.ts';

interface KeywordEntry {
  id: number;
  heading: string;
  text: string;
}

const options: Options<KeywordEntry> = {
  fields: ['heading', 'text'],
  tokenize: splitWords,
  // An index has one way to make terms, for words of other languages too.
  processTerm: (word) => toTerm(word, english),
};

/** Share of letters that may differ when a word is in no passage, to find typos. */
const typoShare = 0.2;
const shortestTypo = 5;

/** The keyword index of all passages, by position. */
export interface KeywordIndex {
  search(query: string, count: number, allowed?: AllowedPassages): PositionedScore[];
  /** JSON for `loadKeywords`. */
  serialize(): string;
}

function wrap(index: MiniSearch<KeywordEntry>, plain: AsPlainObject): KeywordIndex {
  const vocabulary = new Set(plain.index.map(([term]) => term));
  const fuzzy = (term: string) => !vocabulary.has(term) && term.length >= shortestTypo && typoShare;
  return {
    search(query, count, allowed) {
      const filter = allowed ? { filter: ({ id }: { id: number }) => allowed.flags[id] === 1 } : {};
      return index
        .search(query, { fuzzy, ...filter })
        .map(({ id, score }): PositionedScore => ({ position: Number(id), score }))
        .sort((left, right) => right.score - left.score || left.position - right.position)
        .slice(0, count);
    },
    serialize: () => JSON.stringify(plain),
  };
}

/** Indexes passages by their position in the list. */
export function buildKeywords(passages: readonly Passage[]): KeywordIndex {
  const index = new MiniSearch<KeywordEntry>(options);
  index.addAll(
    passages.map((passage, id) => ({
      id,
      heading: `${passage.chapter} ${passage.section ?? ''}`,
      text: passage.kind === 'table' ? passage.sentences.map(indexedText).join('\n') : passage.text,
    })),
  );
  return wrap(index, index.toJSON());
}

/** Reads the JSON of `serialize`. @throws Error for other JSON. */
export function loadKeywords(json: string): KeywordIndex {
  const plain: AsPlainObject = JSON.parse(json);
  return wrap(MiniSearch.loadJS<KeywordEntry>(plain, options), plain);
}
