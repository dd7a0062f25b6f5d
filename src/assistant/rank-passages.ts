/** Ranks the passages of an open index for a question. */

import { type FindOptions, findPassages } from '../answer/question/find-passages.ts';
import { analyseQuestion } from '../answer/question/question.ts';
import { readQuestion } from '../answer/question/read-question.ts';
import type { Encoder } from '../core/networks.ts';
import type { PassageFilter } from '../core/passage-store.ts';
import type { Hit } from '../core/types.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import type { RankingPart } from '../search/ranking-parts.ts';

export interface Ranked {
  /** Best first. */
  hits: Hit[];
  encodeMs: number;
  /** Including encoding. */
  totalMs: number;
}

export type RankPassages = (
  question: string,
  count: number,
  filter: PassageFilter,
  options?: { without?: readonly RankingPart[] | undefined; signal?: AbortSignal | undefined },
) => Promise<Ranked>;

/**
 * Ranking @throws the reason of `signal`, once that is aborted.
 * @param ablated parts of the ranking to leave out by default.
 */
export function createRanking(
  encoder: Encoder,
  {
    store,
    readingOf,
    languages,
  }: Pick<FindOptions, 'store' | 'readingOf'> & { languages: DocumentLanguages },
  ablated: readonly RankingPart[],
): RankPassages {
  return async (question, count, filter, { without = ablated, signal } = {}) => {
    const started = performance.now();
    const { gazetteer, spelling } = await readingOf(filter.documents);
    const { text, language } = readQuestion(question, languages.among(filter.documents), spelling);
    const asked = analyseQuestion(text, gazetteer, language);
    const options = { store, encoder, readingOf, filter, count, without, signal };
    const { hits, encodeMs } = await findPassages(text, asked, options);
    return { hits, encodeMs, totalMs: performance.now() - started };
  };
}
