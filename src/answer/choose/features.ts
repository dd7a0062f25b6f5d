/** Measures a sentence against a question: the inputs of the sentence model. Pure but for the store's tables. */

import type { AnswerType, Language } from '../../core/language.ts';
import type { Passage } from '../../core/types.ts';
import { indexedText } from '../../search/indexed-text.ts';
import { type QueryTokens, sentenceMaxSim } from '../../search/maxsim.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { lowerWords, namesSubject, type Subject } from '../../subjects/subject.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { shareOfRow } from './match-row.ts';
import { type MostRead, mostRead, type Readings, unread } from './read-hits.ts';
import { type PassageProfile, profilePassage, termsOf } from './sentence-profile.ts';
import { answersType } from './slots.ts';

/** The inputs in their fixed order; each is about 0..1. */
export const featureNames = [
  'coverage',
  'windowCoverage',
  'weakest',
  'before',
  'after',
  'aboveOwnPassage',
  'passage',
  'passageMaxSim',
  'rank',
  'words',
  'wordsInWindow',
  'names',
  'years',
  'yearsMissing',
  'numberFilled',
  'numberMissing',
  'dateFilled',
  'dateMissing',
  'personFilled',
  'personMissing',
  'reasonFilled',
  'reasonMissing',
  'otherWithFigure',
  'length',
  'short',
  'dangling',
  'note',
  'noteAsSource',
  'boundNote',
  'table',
  'noSentence',
  'summary',
  'chapterNamed',
  'chapterOther',
  'otherPlace',
  'namesMissing',
  'listed',
  'rowAsked',
  'rowOther',
  'answers',
  'answersNext',
  'answersBehind',
  'passageAnswers',
  'passageBehind',
  'denies',
  'read',
] as const;

export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

/**
 * Inputs of the answerable model alone: they say how passages were ranked for the whole question. Without them in the
 * sentence model the facts held rise from .857 to .887 on the dev split (`npm run tune`), and from .61 to .66 for
 * comparisons, whose rankings are each of one chapter. `otherPlace` and `namesMissing` have weights set by hand
 * (answer-numbers.ts).
 */
const ofTheRanking: readonly FeatureName[] = [
  'rank',
  'passageMaxSim',
  'chapterNamed',
  'chapterOther',
  'otherPlace',
  'namesMissing',
  'summary',
];

/**
 * The last two of each pair say how far a sentence is behind the one that answers best, and its passage: what counts is which of
 * a question's sentences answers, not how hard the question is. All facts and words on reports left out of the fit: five .723 in
 * 82 and .732 in 81, six books .667 in 93 and .683 in 92, the report .959 in 70 and .965 in 68.
 */
const ofTheReader: readonly FeatureName[] = [
  'answers',
  'answersNext',
  'answersBehind',
  'passageAnswers',
  'passageBehind',
];

/** The inputs of the sentence model for passages that the reader has not read. */
export const unreadInputs: readonly FeatureName[] = featureNames.filter(
  (name) =>
    name !== 'read' && name !== 'denies' && !ofTheRanking.includes(name) && !ofTheReader.includes(name),
);

/**
 * The inputs of the sentence model for passages that it has read. On reports left out of the fit, facts held in the mean of
 * five and on the report of evals/: with these .702 and .942, with all .684 and .951; without the reader's .635 and .916.
 */
export const sentenceInputs: readonly FeatureName[] = [
  ...ofTheReader,
  'coverage',
  'windowCoverage',
  'passage',
  'words',
  'names',
  'yearsMissing',
  'length',
  'short',
  'dangling',
  'note',
  'noteAsSource',
  'boundNote',
  'table',
  'noSentence',
  'listed',
  'rowAsked',
  'rowOther',
];

/** A question ready to be matched. */
export interface MatchedQuestion {
  analysis: QuestionAnalysis;
  tokens: QueryTokens;
  dimensions: number;
  /** The language of a document, by its id. */
  languageOf: (documentId: string) => Language;
  /** Its content words, as the keyword index has them. */
  terms: ReadonlySet<string>;
  /** Its capitalised words, except the one that opens it. */
  names: ReadonlySet<string>;
  /** Those of rows: its terms, and the names of what it means: "European Union" of "EU", "Pakistan" of "Pakistani". */
  rowTerms: ReadonlySet<string>;
  /** Countries that it names, with or without a chapter. */
  places: readonly Subject[];
  /** What the reader says of the passages that it has read. */
  readings: Readings;
}

/** Makes a question ready to be matched against many sentences. */
export function matchQuestion(
  analysis: QuestionAnalysis,
  tokens: QueryTokens,
  dimensions: number,
  languageOf: MatchedQuestion['languageOf'],
  readings: Readings = unread,
): MatchedQuestion {
  const { subjects } = analysis;
  const capitals = analysis.text.match(/(?<=\S\s+["“'‘(]?)\p{Lu}[\p{L}\p{N}'’-]+/gu) ?? [];
  const terms = termsOf(analysis.text, analysis.language);
  const meant = subjects.find(analysis.text).flatMap(({ name }) => [name, ...lowerWords(subjects.of(name))]);
  return {
    analysis,
    tokens,
    dimensions,
    languageOf,
    terms,
    rowTerms: new Set([...terms, ...termsOf(meant.join(' '), analysis.language)]),
    names: termsOf(capitals.join(' '), analysis.language),
    places: [
      ...analysis.namedChapters.filter((name) => subjects.of(name).kind !== 'union'),
      ...analysis.countriesWithoutChapter,
    ].map(subjects.of),
    readings,
  };
}

/** Similarities of one passage: the best cosine for each part and question token, part by part. */
interface PassageMatch {
  similarities: Float32Array;
  partCount: number;
}

/** Weighted mean over the question's tokens of the best similarity among some parts. */
function coverageOf(match: PassageMatch, parts: readonly number[], { tokens }: MatchedQuestion): number {
  const width = tokens.tokens.length;
  let sum = 0;
  let weights = 0;
  for (let token = 0; token < width; token++) {
    const weight = tokens.weights[token] ?? 0;
    let best = 0;
    for (const part of parts) best = Math.max(best, match.similarities[part * width + token] ?? 0);
    sum += weight * best;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** The similarity of the worst matched of the tokens that weigh at least half of the heaviest. */
function weakestOf(match: PassageMatch, parts: readonly number[], { tokens }: MatchedQuestion): number {
  const width = tokens.tokens.length;
  const heavy = Math.max(0, ...tokens.weights) / 2;
  let weakest = 1;
  for (let token = 0; token < width; token++) {
    if ((tokens.weights[token] ?? 0) < heavy) continue;
    let best = 0;
    for (const part of parts) best = Math.max(best, match.similarities[part * width + token] ?? 0);
    weakest = Math.min(weakest, best);
  }
  return weakest;
}

/** Share of the wanted terms that one of the sets holds. */
function shareOf(wanted: ReadonlySet<string>, ...found: ReadonlySet<string>[]): number {
  if (wanted.size === 0) return 0;
  let shared = 0;
  for (const term of wanted) if (found.some((terms) => terms.has(term))) shared++;
  return shared / wanted.size;
}

/**
 * Whether a sentence is about another place than the question, by its chapter and by the words of itself and its
 * neighbours.
 */
function isElsewhere({ places }: MatchedQuestion, passage: Passage, around: readonly number[]): boolean {
  if (places.length === 0 || places.some(({ name }) => name === passage.chapter)) return false;
  const text = around.map((at) => passage.sentences[at]?.text ?? '').join(' ');
  return !places.some((place) => namesSubject(text, place));
}

/**
 * The share of the question's names, without places, that neither the sentence nor its neighbours nor the headings
 * have.
 */
function missingNames(
  { names, places, analysis }: MatchedQuestion,
  windowTerms: readonly ReadonlySet<string>[],
): number {
  const placeTerms = termsOf(
    places.flatMap((place) => [place.name, ...lowerWords(place)]).join(' '),
    analysis.language,
  );
  const own = [...names].filter((name) => !placeTerms.has(name));
  const gone = own.filter((name) => !windowTerms.some((terms) => terms.has(name))).length;
  return own.length === 0 ? 0 : gone / own.length;
}

const numberTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(['amount', 'percentage', 'number']);

/**
 * A pair of inputs for a type of answer: [1, 0] if it is asked for and there, [0, 1] if it is missing, [0, 0] if
 * another type is asked for.
 */
function slotPair(isAsked: boolean, isFilled: boolean): [number, number] {
  return isAsked ? (isFilled ? [1, 0] : [0, 1]) : [0, 0];
}

function sentenceFeatures(
  question: MatchedQuestion,
  hit: RetrievedHit,
  rank: number,
  index: number,
  match: PassageMatch,
  profile: PassageProfile,
  passageMean: number,
  most: MostRead,
): Features {
  const { analysis } = question;
  const { passage } = hit;
  const own = index + 1;
  const inRange = (part: number) => part >= 0 && part < match.partCount;
  const window = [0, own - 1, own, own + 1].filter(inRange);
  const coverage = coverageOf(match, [own], question);
  const about = profile.sentences[index];
  const terms = about?.terms ?? new Set<string>();
  const around = [index - 1, index, index + 1];
  const windowTerms = [profile.headingTerms, ...around.flatMap((at) => profile.sentences[at]?.terms ?? [])];
  const language = question.languageOf(passage.documentId);
  const sentence = passage.sentences[index];
  const filled = sentence !== undefined && answersType(sentence, analysis, language);
  const [numberFilled, numberMissing] = slotPair(numberTypes.has(analysis.answerType), filled);
  const [dateFilled, dateMissing] = slotPair(analysis.answerType === 'date', filled);
  const [personFilled, personMissing] = slotPair(analysis.answerType === 'person', filled);
  const [reasonFilled, reasonMissing] = slotPair(analysis.answerType === 'reason', filled);
  const words = about?.words ?? 0;
  const isNote = passage.kind === 'note';
  const asksSource = analysis.answerType === 'source';
  const yearsMet = analysis.years.filter((year) =>
    around.some((at) => {
      const near = passage.sentences[at];
      return near !== undefined && indexedText(near).includes(year);
    }),
  ).length;
  const flag = (value: boolean) => (value ? 1 : 0);
  const { label, ownLabel } = about ?? {};
  const rowAsked = label && ownLabel && shareOfRow({ label, ownLabel }, question.rowTerms);
  const reading = question.readings.get(passage.id);
  const answersAt = (at: number) => reading?.sentences[at] ?? null;
  const answers = answersAt(index);
  return {
    coverage,
    windowCoverage: coverageOf(match, window, question),
    weakest: weakestOf(match, window, question),
    before: inRange(own - 1) && own > 1 ? coverageOf(match, [own - 1], question) : 0,
    after: inRange(own + 1) ? coverageOf(match, [own + 1], question) : 0,
    aboveOwnPassage: coverage - passageMean,
    passage: hit.score,
    passageMaxSim: hit.scores.maxsim ?? 0,
    rank: 1 / (1 + rank),
    words: shareOf(question.terms, terms),
    wordsInWindow: shareOf(question.terms, ...windowTerms),
    names: shareOf(question.names, terms),
    years: analysis.years.length === 0 ? 0 : yearsMet / analysis.years.length,
    yearsMissing: flag(analysis.years.length > 0 && yearsMet === 0),
    numberFilled,
    numberMissing,
    dateFilled,
    dateMissing,
    personFilled,
    personMissing,
    reasonFilled,
    reasonMissing,
    otherWithFigure: flag(analysis.answerType === 'other' && about?.hasFigure === true),
    length: Math.min(words, 60) / 60,
    short: flag(words < 7),
    dangling: flag(about?.isDangling === true),
    note: flag(isNote && !asksSource),
    noteAsSource: flag(isNote && asksSource),
    boundNote: flag(!isNote && asksSource && (passage.sentences[index]?.noteIds.length ?? 0) > 0),
    table: flag(passage.kind === 'table'),
    noSentence: flag(
      about?.isSentence === false || (about?.isByline === true && analysis.answerType !== 'person'),
    ),
    summary: flag(language.chapterNames?.summary.test(passage.chapter) === true),
    chapterNamed: flag(analysis.chapters.includes(passage.chapter)),
    chapterOther: flag(analysis.chapters.length > 0 && !analysis.chapters.includes(passage.chapter)),
    otherPlace: flag(isElsewhere(question, passage, around)),
    namesMissing: missingNames(question, windowTerms),
    listed: flag(analysis.isList && (about?.commas ?? 0) >= 2),
    rowAsked: rowAsked ?? 0,
    rowOther: flag(rowAsked === 0),
    answers: answers ?? 0,
    answersNext: answersAt(index + 1) ?? 0,
    answersBehind: answers === null ? 0 : answers - most.answers,
    passageAnswers: answers === null ? 0 : (reading?.passage ?? 0),
    passageBehind: answers === null ? 0 : (reading?.passage ?? 0) - most.passage,
    denies: reading?.denials[index] ?? 0,
    read: flag(answers !== null),
  };
}

/**
 * The features of every sentence of a hit, in order.
 * @param rank of the hit, from 0.
 */
export function measureSentences(question: MatchedQuestion, hit: RetrievedHit, rank: number): Features[] {
  const partCount = hit.passage.sentences.length + 1;
  const similarities = sentenceMaxSim(question.tokens, hit.vectors.tokens, question.dimensions, partCount);
  const match = { similarities, partCount };
  const coverages = hit.passage.sentences.map((_, index) => coverageOf(match, [index + 1], question));
  const mean = coverages.reduce((sum, value) => sum + value, 0) / Math.max(1, coverages.length);
  const profile = profilePassage(hit.passage, question.languageOf(hit.passage.documentId));
  const most = mostRead(question.readings);
  return hit.passage.sentences.map((_, index) =>
    sentenceFeatures(question, hit, rank, index, match, profile, mean, most),
  );
}
