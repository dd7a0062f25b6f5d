/** BM25 over headings and text, by MiniSearch. */

import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Passage } from '../../core/types.ts';
import { splitWords } from '../../search/normalize-words.ts';
import { type KeywordFields, keywordFields, shortestTypo, toKeyword, typoShare } from '../keyword-terms.ts';
import type { PositionedScore } from './exact.ts';
import type { AllowedPassages } from './filter.ts';

interface KeywordEntry extends KeywordFields {
  id: number;
}

const options: Options<KeywordEntry> = {
  fields: ['heading', 'text'],
  tokenize: splitWords,
  processTerm: toKeyword,
};

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
  index.addAll(passages.map((passage, id) => ({ id, ...keywordFields(passage) })));
  return wrap(index, index.toJSON());
}

/** Reads the JSON of `serialize`. @throws Error for other JSON. */
export function loadKeywords(json: string): KeywordIndex {
  const plain: AsPlainObject = JSON.parse(json);
  return wrap(MiniSearch.loadJS<KeywordEntry>(plain, options), plain);
}
