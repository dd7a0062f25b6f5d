/** Comparisons and sweeps: searches country by country, and chooses the sentences to quote for each. */

import type { Encoder } from '../../core/networks.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Encoding } from '../../core/types.ts';
import type { DocumentLanguages } from '../../language/document-languages.ts';
import { toQueryTokens } from '../../search/maxsim.ts';
import type { RankingPart } from '../../search/ranking-parts.ts';
import { type RetrievedHit, retrieve } from '../../search/retrieve.ts';
import { lowerWords, namesSubject, type Subject } from '../../subjects/subject.ts';
import type { Subjects } from '../../subjects/subjects.ts';
import type { Coverage } from '../../wire/types.ts';
import { choice } from '../answer-numbers.ts';
import { groupWords } from '../question/country-groups.ts';
import { dropWords } from '../question/drop-words.ts';
import { askWithoutNames, type QuestionAnalysis } from '../question/question.ts';
import { sweepNouns } from '../question/sweep.ts';
import { chapterKeys, chaptersToSearch, chaptersWithin, countChapters } from './chapters-within.ts';
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
  return withoutShown(scoreSentences(question, hits, model), beyond);
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

/** How complete a comparison is; undefined where fewer than two of its sides have a chapter. */
export function coverageOf(groups: readonly CountryChoice[], { list }: Subjects): Coverage | undefined {
  const own = groups.filter(({ label }) => list.some(({ name }) => name === label));
  const speaking = own.filter(({ chosen }) => chosen.length > 0).length;
  const chapters = own.length;
  return chapters < 2 ? undefined : { chapters, lookedAt: chapters, speaking, quoted: speaking };
}

/** The sentences of a sweep, and how complete they are. */
export interface SweepChoice {
  chosen: Candidate[];
  /** Absent where it is of one chapter, or of none. */
  coverage?: Coverage;
}

/**
 * The sentences for a question that asks which countries something holds for; undefined where it does not. Every chapter
 * is looked at, in a large library as many as time allows: beside the best passages of all, the best ones of each chapter that
 * has none among them.
 * @param encoding of the whole question.
 */
export async function sweepCountries(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  options: CompareOptions,
): Promise<SweepChoice | undefined> {
  if (!analysis.isSweep) return undefined;
  const { store, filter, without } = options;
  const asked = { text: analysis.text, encoding, chapters: [], asksForNotes: false };
  const search = (count: number, within: PassageFilter = {}) =>
    retrieve(asked, store, { count, filter: { ...filter, ...quotable, ...within }, without });
  const [best, chapters] = await Promise.all([
    search(choice.passagesForSweep),
    chaptersWithin(filter, store),
  ]);
  const others = await Promise.all(
    chaptersToSearch(chapters, best, choice.chaptersSearched).map(({ documentId, chapter }) =>
      search(choice.passagesPerCountry, { documents: [documentId], chapters: [chapter] }),
    ),
  );
  // Scores of a search are relative to its own best: no passage that all chapters' search left out stands above its last.
  const last = best.at(-1)?.score ?? 0;
  const hits = [...best, ...others.flat().map((hit) => ({ ...hit, score: Math.min(hit.score, last) }))];
  const matter = dropWords(encoding, sweepNouns(analysis.subjects, analysis.language), analysis.language);
  const { chosen, speaking } = chooseSweep(
    await scoreHits(analysis, matter, hits, options),
    options.maxWordsPerCountry,
    analysis.subjects,
  );
  const coverage = {
    chapters: chapters.length,
    lookedAt: countChapters(chapters, chapterKeys(hits)),
    speaking: countChapters(chapters, speaking),
    quoted: countChapters(chapters, chapterKeys(chosen)),
  };
  return { chosen, ...(chapters.length > 1 && { coverage }) };
}
