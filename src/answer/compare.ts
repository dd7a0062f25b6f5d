/** Comparisons and sweeps: searches country by country, and chooses what to quote of each. */
import type { Encoder, PassageFilter, PassageStore } from '../seams.ts';
import { toQueryTokens } from '../search/maxsim.ts';
import { type RankingPart, retrieve } from '../search/retrieve.ts';
import { type CountryChoice, chooseByCountry, chooseSweep } from './choose-countries.ts';
import { matchQuestion } from './features.ts';
import { type AnswerModel, answerModel } from './linear-model.ts';
import { askOfOne, type QuestionAnalysis } from './question.ts';
import { type Candidate, scoreSentences } from './select.ts';
import { choice } from './tuning.ts';

export interface CompareOptions {
  encoder: Encoder;
  store: PassageStore;
  maxWordsPerCountry: number;
  /** The weights; those that ship by default. */
  model?: AnswerModel;
  /** What the asker narrowed the search to. */
  filter: PassageFilter;
  /** Parts of the ranking to leave out. */
  without?: readonly RankingPart[] | undefined;
}

/** Searches each country's own chapter with the question as it would be asked of that country alone. */
async function candidatesByCountry(
  analysis: QuestionAnalysis,
  options: CompareOptions,
): Promise<Map<string, Candidate[]>> {
  const { encoder, store, filter, model = answerModel } = options;
  const labels = analysis.chapters.filter((name) => name !== 'EU' || analysis.chapters.length === 2);
  const byCountry = new Map<string, Candidate[]>();
  for (const label of labels) {
    const text = askOfOne(analysis.text, label, labels);
    const encoding = await encoder.encodeQuery(text);
    const hits = await retrieve({ text, encoding, chapters: [], asksForNotes: false }, store, {
      count: choice.passagesPerCountry,
      filter: { ...filter, chapters: [label], kinds: ['body', 'table'] },
      without: options.without,
    });
    const tokens = toQueryTokens(encoding, (token) => store.tokenWeight(token), choice.tokenWeightPower);
    const question = matchQuestion({ ...analysis, text, chapters: [label] }, tokens, encoder.dimensions);
    byCountry.set(label, scoreSentences(question, hits, store, model.sentence));
  }
  return byCountry;
}

/**
 * The sentences for each country compared, or undefined where the question does not compare or nothing is found.
 * Where the asker has picked chapters, those are searched as one.
 */
export async function compareCountries(
  analysis: QuestionAnalysis,
  options: CompareOptions,
): Promise<CountryChoice[] | undefined> {
  if (!analysis.isComparison || analysis.answerType === 'source' || options.filter.chapters !== undefined)
    return undefined;
  const groups = chooseByCountry(await candidatesByCountry(analysis, options), options.maxWordsPerCountry);
  return groups.some((group) => group.chosen.length > 0) ? groups : undefined;
}

/** The sentences for a question that asks which countries something holds for; empty where it does not. */
export async function sweepCountries(
  analysis: QuestionAnalysis,
  candidates: readonly Candidate[],
  options: CompareOptions,
): Promise<Candidate[]> {
  return analysis.isSweep ? chooseSweep(candidates, options.maxWordsPerCountry) : [];
}
