/** Fits the ranking's numbers on questions with known evidence, about one report or many. */

import { readGazetteer } from '../../answer/question/gazetteer.ts';
import { analyseQuestion } from '../../answer/question/question.ts';
import type { Encoder } from '../../core/networks.ts';
import type { Candidates, PassageStore } from '../../core/passage-store.ts';
import type { OnProgress } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { type RankingModel, type RankingNumbers, ranking } from '../../search/ranking-numbers.ts';
import { type EncodedQuestion, retrieve } from '../../search/retrieve.ts';
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';
import { createJudge } from '../evaluate/score/ranking-measures.ts';
import { recallAt } from '../evaluate/score/scorers.ts';
import {
  type CrossValidation,
  crossValidateSearch,
  type FittedNumbers,
  rememberScores,
  searchCoordinates,
} from './coordinate-search.ts';
import { reportWeights } from './fit-models.ts';
import { round } from './round.ts';

/** The values tried for each number. */
export const grid: Record<keyof RankingNumbers, readonly number[]> = {
  vectorWeight: [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1],
  chapterBonus: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8],
  rerankDepth: [20, 30, 40, 50, 70, 100],
  maxSimShare: [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  noteDiscount: [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4],
  tokenWeightPower: [0.01, 0.25, 0.5, 0.75, 1],
};
const rounds = 2;
const folds = 5;

/** The score is the mean share of evidence in the first 1, 5 and 10 passages; answers are chosen from 10. */
const depths = [1, 5, 10] as const;
const deepest = Math.max(...depths);

/** A question, encoded once, with the passages of its evidence. */
export interface RankedQuestion {
  asked: EncodedQuestion;
  /** For each snippet of evidence the ids of the passages with it. */
  evidence: readonly ReadonlySet<string>[];
  /** The report, and for the bootstrap the chapter that it is about. */
  report: string;
  chapter: string;
  /** Where the report's passages are. */
  store: PassageStore;
}

/** Encodes the answerable questions and finds their evidence. */
export async function collectRanked(
  questions: readonly EvalQuestion[],
  { encoder, store: source, report }: { encoder: Encoder; store: PassageStore; report: string },
  onProgress: OnProgress,
): Promise<RankedQuestion[]> {
  const store = rememberSearches(source);
  const documents = await store.documents();
  const passages = await store.readStretch({ documents: documents.map(({ id }) => id) });
  const gazetteer = await readGazetteer(store);
  const judge = createJudge(passages);
  const answerable = questions.filter(({ kind, evidence }) => kind === 'answerable' && evidence.length > 0);
  const ranked: RankedQuestion[] = [];
  for (const { id, question, evidence, chapters } of answerable) {
    const analysis = analyseQuestion(question, gazetteer, english);
    ranked.push({
      asked: {
        text: analysis.text,
        encoding: await encoder.encodeQuery(analysis.text),
        chapters: analysis.chapters,
        asksForNotes: analysis.answerType === 'source',
      },
      evidence: evidence.map((snippet) => new Set(judge([snippet]))),
      report,
      chapter: chapters[0] ?? id,
      store,
    });
    onProgress({ stage: 'encoding questions', done: ranked.length, total: answerable.length });
  }
  return ranked;
}

/** A store that caches searches, since none of the fitted numbers changes the candidates. */
export function rememberSearches(store: PassageStore): PassageStore {
  const byText = new Map<string, Promise<Candidates>>();
  return {
    ...store,
    findCandidates(query) {
      const { text = '' } = query;
      const found = byText.get(text) ?? store.findCandidates(query);
      byText.set(text, found);
      return found;
    },
  };
}

/** A question's score, 0..1. */
export async function scoreRanking(
  { asked, evidence, store }: Pick<RankedQuestion, 'asked' | 'evidence' | 'store'>,
  numbers: RankingNumbers,
): Promise<number> {
  const hits = await retrieve(asked, store, { count: deepest, numbers });
  const ranks = evidence.map((holders) => {
    const index = hits.findIndex(({ passage }) => holders.has(passage.id));
    return index < 0 ? null : index + 1;
  });
  return depths.reduce((sum, depth) => sum + (recallAt(ranks, depth) ?? 0), 0) / depths.length;
}

/** The fit, and its gain on unseen chapters. */
export interface FittedRanking extends FittedNumbers<RankingNumbers> {
  crossValidated: CrossValidation;
}

/** Fits the numbers, starting from the current ones; each report counts by the root of the number of its questions. */
export async function fitRanking(
  questions: readonly RankedQuestion[],
  onProgress: OnProgress,
  start: RankingNumbers = ranking.numbers,
): Promise<FittedRanking> {
  const weights = reportWeights(questions);
  const total = Object.keys(grid).length * ((rounds + 1) * (folds + 1));
  let done = 0;
  const options = {
    start,
    grid,
    rounds,
    clusters: questions.map(({ report, chapter }) => (weights.size > 1 ? `${report}/${chapter}` : chapter)),
    score: rememberScores((numbers: RankingNumbers) =>
      Promise.all(
        questions.map(async (one) => (weights.get(one.report) ?? 1) * (await scoreRanking(one, numbers))),
      ),
    ),
    onTried: () => {
      done += 1;
      onProgress({ stage: 'fitting the ranking', done, total });
    },
  };
  const fitted = await searchCoordinates<keyof RankingNumbers>(options);
  return { ...fitted, crossValidated: await crossValidateSearch<keyof RankingNumbers>(options, folds) };
}

/** The file that ships: the numbers, with the scores of the values tried. */
export function toRankingModel(
  { numbers, score, byValue }: FittedNumbers<RankingNumbers>,
  { own, others, reports }: { own: number; others: number; reports: number },
): RankingModel {
  const further =
    reports > 0
      ? `, and ${others} of the dev split of ${reports} other reports (evals/reports), each report counting by the root of its questions`
      : '';
  return {
    card: {
      about:
        'How passages are ranked. Each number was moved to the value with the best score, if that was better than the one before by more than a standard error (paired bootstrap over chapters).',
      fittedBy: 'npm run tune',
      data: `evals/fragmented-europe.jsonl and more-questions.jsonl, dev split, chapters that the encoder never saw: ${own} answerable questions${further}. The score is the mean share of the evidence in the first 1, 5 and 10 passages.`,
      score: round(score, 4),
      scores: Object.fromEntries(
        Object.entries(byValue).map(([name, values]) => [
          name,
          // Two decimals, since object keys that look like integers would be moved to the front.
          Object.fromEntries(values.map((one) => [one.value.toFixed(2), round(one.score, 4)])),
        ]),
      ),
    },
    numbers,
  };
}

/** For the terminal: each number before and now, and the scores of all values tried. */
export function compareRankings(
  { numbers, score, byValue, crossValidated }: FittedRanking,
  current: RankingModel = ranking,
): string {
  const rows = (Object.keys(grid) as (keyof RankingNumbers)[]).map((name) => {
    const moved = numbers[name] === current.numbers[name] ? '' : `   (before: ${current.numbers[name]})`;
    const tried = byValue[name].map((one) => `${one.value} ${one.score.toFixed(4)}`).join(', ');
    return `  ${name.padEnd(16)} ${String(numbers[name]).padStart(5)}${moved}\n    ${tried}\n`;
  });
  const { before, after, standardError } = crossValidated;
  const gain = `${before.toFixed(4)} -> ${after.toFixed(4)} (standard error ${standardError.toFixed(4)})`;
  return `ranking: ${score.toFixed(4)} (before: ${current.card.score})\n  on chapters not fitted on: ${gain}\n${rows.join('')}`;
}
