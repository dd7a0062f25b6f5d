/** Comparisons and sweeps: searches country by country, and chooses the sentences to quote for each. */

import type { Encoder } from '../../core/networks.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Encoding } from '../../core/types.ts';
import type { DocumentLanguages } from '../../language/document-languages.ts';
import { toQueryTokens } from '../../search/maxsim.ts';
import { type RankingPart, type RetrievedHit, retrieve } from '../../search/retrieve.ts';
import { lowerWords, namesSubject, type Subject } from '../../subjects/subject.ts';
import { choice } from '../answer-numbers.ts';
import { groupWords } from '../question/country-groups.ts';
import { dropWords } from '../question/drop-words.ts';
import { askWithoutNames, type QuestionAnalysis } from '../question/question.ts';
import { sweepNouns } from '../question/sweep.ts';
import { type CountryChoice, chooseByCountry, coverageOfMatter } from './choose-countries.ts';
import { chooseSweep } from './choose-sweep.ts';
import { matchQuestion } from './features.ts';
import { type AnswerModel, answerModel } from './linear-model.ts';
import { withoutShown } from './resolved-question.ts';
import { type Candidate, scoreSentences } from './select.ts';

export interface CompareOptions {
  encoder: Encoder;
  store: PassageStore;
  languages: DocumentLanguages;
  maxWordsPerCountry: number;
  /** The weights; those that ship by default. */
  model?: AnswerModel;
  /** The asker's own filter. */
  filter: PassageFilter;
  /** Parts of the ranking to leave out. */
  without?: readonly RankingPart[] | undefined;
  /** Earlier answers that the question asks to continue. */
  beyond?: readonly string[];
}

/** Endnotes name countries and subjects without saying much about them. */
const quotable: PassageFilter = { kinds: ['body', 'table'] };

async function scoreHits(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  hits: readonly RetrievedHit[],
  { encoder, store, languages, model = answerModel, beyond = [] }: CompareOptions,
): Promise<Candidate[]> {
  const weights = await store.tokenWeights(encoding.tokens);
  const tokens = toQueryTokens(encoding, weights, choice.tokenWeightPower);
  const question = matchQuestion(analysis, tokens, encoder.dimensions, languages.of);
  return withoutShown(scoreSentences(question, hits, model.sentence), beyond);
}

/** The sentences that name a country without a chapter, wherever they are. */
function thatName(subject: Subject, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ sentence }) => namesSubject(sentence.text, subject));
}

/**
 * Searches each country's own chapter for what is asked of all of them. The question is encoded as a whole, once; then
 * the countries' names are left out, since a chapter on Sweden need not name Sweden, and does not name Hungary.
 */
async function candidatesByCountry(
  analysis: QuestionAnalysis,
  whole: Encoding,
  options: CompareOptions,
): Promise<{ byCountry: Map<string, Candidate[]>; anywhere: Candidate[] }> {
  const { store, filter, without } = options;
  const { compared, subjects } = analysis;
  const hasChapter = (label: string) => subjects.list.some(({ name }) => name === label);
  const text = askWithoutNames(analysis.text, compared.map(subjects.of));
  // A chapter need not name the group that its country belongs to.
  const encoding = dropWords(
    whole,
    [...compared.flatMap((name) => lowerWords(subjects.of(name))), ...groupWords],
    analysis.language,
  );
  const asked = { text, encoding, chapters: [], asksForNotes: false };
  const search = async (count: number, within: PassageFilter = {}) => {
    const hits = await retrieve(asked, store, {
      count,
      filter: { ...filter, ...quotable, ...within },
      without,
    });
    return scoreHits({ ...analysis, text }, encoding, hits, options);
  };
  const searchCountry = async (label: string): Promise<[string, Candidate[]]> => {
    const candidates = hasChapter(label)
      ? await search(choice.passagesPerCountry, { chapters: [label] })
      : thatName(subjects.of(label), await search(choice.passagesForSweep));
    return [label, candidates];
  };
  // All at the same time: each waits for the store several times.
  const [anywhere, byCountry] = await Promise.all([
    search(choice.passages),
    Promise.all(compared.map(searchCountry)),
  ]);
  return { byCountry: new Map(byCountry), anywhere };
}

/**
 * The sentences for each country compared, none for a country that the report says nothing about. Undefined if the
 * question is no comparison, or if the asker has picked chapters, which are searched as one.
 * @param encoding of the whole question.
 */
export async function compareCountries(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  options: CompareOptions,
): Promise<CountryChoice[] | undefined> {
  const { compared, answerType } = analysis;
  if (compared.length === 0 || answerType === 'source' || options.filter.chapters !== undefined)
    return undefined;
  const { byCountry, anywhere } = await candidatesByCountry(analysis, encoding, options);
  return chooseByCountry(byCountry, options.maxWordsPerCountry, coverageOfMatter(anywhere));
}

/**
 * The sentences for a question that asks which countries something holds for; empty where it does not.
 * @param encoding of the whole question.
 */
export async function sweepCountries(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  options: CompareOptions,
): Promise<Candidate[]> {
  if (!analysis.isSweep) return [];
  const { store, filter, without } = options;
  const asked = { text: analysis.text, encoding, chapters: [], asksForNotes: false };
  const hits = await retrieve(asked, store, {
    count: choice.passagesForSweep,
    filter: { ...filter, ...quotable },
    without,
  });
  const matter = dropWords(encoding, sweepNouns(analysis.subjects, analysis.language), analysis.language);
  return chooseSweep(
    await scoreHits(analysis, matter, hits, options),
    options.maxWordsPerCountry,
    analysis.subjects,
  );
}
