/** `verse tune`: fits the ranking, the answering models, the premise check and the verifier on the dev split. For developers: it writes into the source. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerModel } from '../../answer/choose/linear-model.ts';
import type { SentenceModels } from '../../answer/choose/rank-sentences.ts';
import { checkFittedNumbers, placeNumbers } from '../../assistant/fitted-numbers.ts';
import type { FittedPart } from '../../assistant/fitted-parts.ts';
import { type Config, inFolder, packageRoot } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { Models } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import { readCard } from '../../networks/card.ts';
import { encoderName, networkId, networkNames, readerName } from '../../networks/model-files.ts';
import { openModels } from '../../networks/open-models.ts';
import type { RankingNumbers } from '../../search/ranking-numbers.ts';
import { openIndex } from '../../store/disk/open-index.ts';
import { alignRows } from '../../text/align-rows.ts';
import { findSubjects } from '../../verify/subjects.ts';
import { verifyModel } from '../../verify/verify-model.ts';
import { type EvalQuestion, readEvalFile } from '../../workshop/evaluate/questions/eval-format.ts';
import { ingestReports } from '../../workshop/evaluate/reports/evaluate-reports.ts';
import {
  lateFile,
  otherReportsFiles,
  readTriples,
  verifyFiles,
  wideFile,
} from '../../workshop/evaluate/sentences/verify-format.ts';
import { collectExamples } from '../../workshop/tune/collect.ts';
import { fitPremise, toPremiseExamples } from '../../workshop/tune/fit-premise.ts';
import {
  collectRanked,
  compareRankings,
  fitRanking,
  type RankedQuestion,
  toRankingModel,
} from '../../workshop/tune/fit-ranking.ts';
import { fitVerifier, leaveOut, measurePairs } from '../../workshop/tune/fit-verifier.ts';
import type { LabelledQuestion } from '../../workshop/tune/labelled.ts';
import { gatherPairs } from '../../workshop/tune/make-pairs.ts';
import { formatGaps, measureGaps } from '../../workshop/tune/measure-choice.ts';
import { compareCards, fitAnswerModel } from '../../workshop/tune/tune.ts';
import { writeKnownOutputs, writeSums } from '../../workshop/tune/write-cards.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

export interface TuneOptions {
  only?: FittedPart;
  without?: string;
  cards?: true;
  reports?: string;
  dryRun?: true;
}

/** What the questions in evals/ are about. */
const ownReport = 'fragmented-europe';

/** Questions of the dev split on a report. */
interface Asked {
  report: string;
  /** It alone is in it. */
  store: PassageStore;
  questions: EvalQuestion[];
}

interface Workshop extends Models {
  terminal: Terminal;
  modelsDir: string;
  /** Of the report: those whose chapters the encoder was not trained on. */
  own: Asked;
  others: readonly Asked[];
  /** False premises, and true ones much like them, of the same. */
  contrasted: EvalQuestion[];
  /** Further questions that are off the topic. */
  offTopic: EvalQuestion[];
  /** Writes a fitted part to its place below src, with the networks that it was fitted on, unless it is a dry run. */
  keep: (part: FittedPart, model: object) => Promise<void>;
}

async function tuneRanking({ terminal, encoder, own, others, keep }: Workshop): Promise<RankingNumbers> {
  const progress = createProgress(terminal);
  const ranked: RankedQuestion[] = [];
  for (const one of [own, ...others])
    ranked.push(...(await collectRanked(one.questions, { encoder, ...one }, progress.onProgress)));
  const fitted = await fitRanking(ranked, progress.onProgress).finally(progress.finish);
  terminal.out(compareRankings(fitted));
  const ofOwn = ranked.filter(({ report }) => report === ownReport).length;
  const counts = { own: ofOwn, others: ranked.length - ofOwn, reports: others.length };
  await keep('ranking', toRankingModel(fitted, counts));
  return fitted.numbers;
}

/** Measures the sentences among which questions are answered, of one report after the other. */
async function collect(
  { terminal, encoder, answers }: Workshop,
  asked: readonly Asked[],
  { numbers, asksElsewhere = true }: { numbers?: RankingNumbers | undefined; asksElsewhere?: boolean },
): Promise<LabelledQuestion[]> {
  const { onProgress, finish } = createProgress(terminal);
  const collected: LabelledQuestion[] = [];
  for (const { questions, ...one } of asked) {
    const tools = { encoder, reader: answers, numbers, asksElsewhere, ...one };
    collected.push(...(await collectExamples(questions, tools, onProgress).finally(finish)));
  }
  return collected;
}

async function tuneAnswers(
  workshop: Workshop,
  { maxWords, numbers }: { maxWords: number; numbers?: RankingNumbers },
): Promise<SentenceModels> {
  const { terminal, own, others, offTopic, keep } = workshop;
  const labelled = await collect(workshop, [own, ...others], { numbers });
  const outside = await collect(workshop, [{ ...own, questions: offTopic }], { numbers });
  const model = fitAnswerModel(labelled, outside, maxWords);
  terminal.out(compareCards(model));
  terminal.out(formatGaps(measureGaps(labelled, maxWords)));
  await keep('answers', model);
  return model;
}

/** The reports of a folder that have questions of the dev split, each ingested alone. */
async function openReports(folder: string, config: Config, encoderId: string): Promise<Asked[]> {
  const options = { questionsDirs: [join(packageRoot, 'evals', 'reports')], split: 'dev' as const };
  const others = [];
  for await (const { report, questions, config: own } of ingestReports(folder, config, options))
    others.push({ report, questions, store: await openIndex(own.indexDir, { encoderId }) });
  return others;
}

function formatScores(scores: Record<string, number>): string {
  return `${alignRows(Object.entries(scores).map(([name, value]) => [name, String(value)])).join('\n')}\n`;
}

async function tunePremise(
  workshop: Workshop,
  { sentences, numbers }: { sentences: SentenceModels; numbers?: RankingNumbers },
): Promise<void> {
  const { terminal, own, others, contrasted, keep } = workshop;
  const measure = async (asked: readonly Asked[]) =>
    toPremiseExamples(await collect(workshop, asked, { numbers, asksElsewhere: false }), sentences);
  const plain = await measure([own, ...others]);
  const model = fitPremise(plain, await measure([{ ...own, questions: contrasted }]));
  terminal.out(formatScores(model.card.scores));
  await keep('premise', model);
}

/** @param without an input whose worth is asked for: the scores without it are printed too. */
async function tuneVerifier(
  { terminal, modelsDir, own, keep, ...readers }: Workshop,
  without: string | undefined,
): Promise<void> {
  const progress = createProgress(terminal);
  const read = (name: string) => readTriples(join(packageRoot, 'evals', name));
  const { unseenChapters } = await readCard(modelsDir, readerName);
  const learned = (await Promise.all([...verifyFiles.dev, wideFile].map(read))).flat();
  const ofReport = [
    ...learned.filter(({ chapter }) => unseenChapters.includes(chapter)),
    ...(await read(lateFile)),
  ];
  const ofOthers = await read(otherReportsFiles.dev);
  const subjects = findSubjects(await own.store.summary());
  const pairs = gatherPairs(ofReport, ofOthers, subjects);
  const measured = await measurePairs(pairs, readers, progress.onProgress).finally(progress.finish);
  const model = fitVerifier(measured);
  terminal.out(formatScores(model.card.scores));
  if (without !== undefined) {
    const { scores } = fitVerifier(leaveOut(without, measured)).card;
    terminal.out(`\nwithout ${without}\n${formatScores(scores)}`);
  }
  await keep('verifier', model);
}

/** @throws VerseError `bad-input` where the verifier that ships has no such input. */
function checkInput(name: string | undefined): void {
  const known = Object.keys(verifyModel.weights.weights);
  if (name === undefined || known.includes(name)) return;
  const hint = `It has ${known.join(', ')}.`;
  throw new VerseError('bad-input', `--without: the verifier has no input “${name}”.`, hint);
}

/** As JSON, the one list of words in a line, as the formatter of the sources has it. */
function formatNumbers(model: object): string {
  const json = JSON.stringify(model, null, 2);
  return `${json.replace(/\[\s+("[^[\]]*")\s+\]/g, (_, words: string) => `[${words.replace(/\s+/g, ' ')}]`)}\n`;
}

/** The numbers that a part is fitted with and that are not fitted along with it. */
function builtOn(only: FittedPart | undefined): FittedPart[] {
  if (only === 'premise') return ['ranking', 'answers'];
  return only === 'answers' ? ['ranking'] : [];
}

/** @throws VerseError `bad-input`, and as the index and the networks are opened. */
export async function tune(
  { terminal, config }: Session,
  { only, without, cards, reports, dryRun }: TuneOptions,
): Promise<void> {
  if (without !== undefined && only !== 'verifier')
    throw new VerseError('bad-input', '--without goes with --only verifier.');
  checkInput(without);
  const { modelsDir, indexDir, maxWords } = config();
  if (cards) {
    await writeSums(modelsDir, networkNames);
    await writeKnownOutputs(modelsDir, networkNames, await openModels(modelsDir));
    for (const name of networkNames) terminal.out(`${await networkId(modelsDir, name)}\n`);
    return;
  }
  await checkFittedNumbers(modelsDir, builtOn(only));
  const models = await openModels(modelsDir);
  const { encoder } = models;
  const store = await openIndex(indexDir, { encoderId: encoder.id });
  const read = (name: string) => readEvalFile(join(packageRoot, 'evals', name));
  const all = [...(await read('fragmented-europe.jsonl')), ...(await read('more-questions.jsonl'))];
  const offTopic = await read('off-topic.jsonl');
  const { unseenChapters } = await readCard(modelsDir, encoderName);
  const isUnseen = ({ split, kind, chapters }: EvalQuestion) =>
    split === 'dev' && kind !== 'follow-up' && chapters.every((chapter) => unseenChapters.includes(chapter));
  const contrasted = [
    ...(await read('false-premises.jsonl')),
    ...(await read('more-false-premises.jsonl')).filter(isUnseen),
  ];
  const keep = async (part: FittedPart, model: object) => {
    if (dryRun) return;
    const { file, networks } = await placeNumbers(modelsDir, part);
    const target = join(packageRoot, file);
    await writeFile(target, formatNumbers({ fittedOn: networks, ...model }));
    terminal.out(`Written to ${target}.\n`);
  };
  const others = reports === undefined ? [] : await openReports(reports, inFolder(config()), encoder.id);
  const own = { report: ownReport, store, questions: all.filter(isUnseen) };
  const workshop = { terminal, modelsDir, ...models, own, others, contrasted, offTopic, keep };
  if (only === undefined || only === 'verifier') await tuneVerifier(workshop, without);
  if (only === 'verifier') return;
  const numbers = only === undefined || only === 'ranking' ? await tuneRanking(workshop) : undefined;
  if (only === 'ranking') return;
  const ranked = numbers && { numbers };
  const sentences = only === 'premise' ? answerModel : await tuneAnswers(workshop, { maxWords, ...ranked });
  if (only !== 'answers') await tunePremise(workshop, { sentences, ...ranked });
}
