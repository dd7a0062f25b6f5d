/** Measures speed, memory and quality of this program and, in the same run, of the tutorial stack. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/types.ts';
import { readEvalFile } from '../evaluate/questions/eval-format.ts';
import { combineRounds } from './combine-rounds.ts';
import {
  askFigures,
  type ComparedFigure,
  compareFigures,
  compareLoad,
  ingestFigures,
  pictureFigures,
  qualityFigures,
} from './compare-figures.ts';
import { describeRun, questionFile, reportFile } from './describe-run.ts';
import type { BenchReport } from './format-report.ts';
import type { AskMeasurement, IngestMeasurement, Measured } from './measurements.ts';
import { runInChild } from './run-in-child.ts';
import { type QuestionSample, sampleQuestions } from './sample-questions.ts';

export interface BenchOptions {
  config: Config;
  version: string;
  /** Leaves out the ingest, and so also the tutorial stack, which then has no index. */
  quick?: boolean | undefined;
  onProgress?: OnProgress;
  /** Ends the run; its files are still removed. */
  signal?: AbortSignal | undefined;
}

const counts = { timed: 60, warmUp: 40 };
/** Both stacks are asked in turn, this often: on a busy machine single rounds gave ratios from 1.1 to 3.1. */
const askRounds = 3;
/** Forty pages spread over the report, at a usual width. */
const pictures = { pages: Array.from({ length: 40 }, (_, turn) => ((turn * 37) % 194) + 1), width: 1000 };

async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'verse-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What all measurements of a run share. */
interface Run {
  /** Its `indexDir` is in the run's own folder. */
  config: Config;
  /** Where the tutorial stack saves its store. */
  storeDir: string;
  sample: QuestionSample;
  /** Runs a child, labelling its stages with this stack's name. */
  as: (stack: string) => { onProgress: OnProgress; signal: AbortSignal | undefined };
}

/** One stack's measurements, or both's. */
interface Measurements {
  ingest: { ours: Measured<IngestMeasurement>; baseline: Measured<IngestMeasurement> } | null;
  ask: { ours: Measured<AskMeasurement>; baseline: Measured<AskMeasurement> | null };
  /** The index that was used, for the micro benchmarks. */
  indexDir: string;
}

function ingestOurs({ config, as }: Run): Promise<Measured<IngestMeasurement>> {
  return runInChild('ingest', { config, file: reportFile }, as('ours'));
}

async function measureBoth(run: Run): Promise<Measurements> {
  const { config, storeDir, sample, as } = run;
  const { modelsDir, indexDir } = config;
  const tutorial = as('tutorial stack');
  const ingest = {
    ours: await ingestOurs(run),
    baseline: await runInChild('tutorial-ingest', { file: reportFile, modelsDir, storeDir }, tutorial),
  };
  const ours: Measured<AskMeasurement>[] = [];
  const baseline: Measured<AskMeasurement>[] = [];
  for (let round = 1; round <= askRounds; round += 1) {
    ours.push(await runInChild('ask', { config, sample }, as('ours')));
    baseline.push(await runInChild('tutorial-ask', { modelsDir, storeDir, sample }, tutorial));
  }
  const ask = { ours: combineRounds(ours), baseline: combineRounds(baseline) };
  return { ingest, ask, indexDir };
}

/** Uses the user's index, or one of the run's own if that does not serve. */
async function measureQuick(run: Run, userConfig: Config): Promise<Measurements> {
  const measure = async (config: Config): Promise<Measurements> => {
    const ours = await runInChild('ask', { config, sample: run.sample }, run.as('ours'));
    return { ingest: null, ask: { ours, baseline: null }, indexDir: config.indexDir };
  };
  try {
    return await measure(userConfig);
  } catch (error) {
    if (!(error instanceof VerseError) || (error.code !== 'no-index' && error.code !== 'stale-index'))
      throw error;
    await ingestOurs(run);
    return measure(run.config);
  }
}

/** Pages drawn by this program and by plain pdf-parse. */
async function measurePictures(run: Run): Promise<ComparedFigure[]> {
  const task = { file: reportFile, ...pictures };
  const ours = await runInChild('pictures', task, run.as('ours'));
  return compareFigures(pictureFigures, ours, await runInChild('plain-pictures', task, run.as('pdf-parse')));
}

/**
 * Runs the whole bench: about two minutes on two cores, half a minute with `quick`. It never writes the user's index.
 * @throws VerseError if the report, the questions or the model are missing; AbortError by `signal`.
 */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const { config, quick = false, onProgress = () => {}, signal } = options;
  const sample = sampleQuestions(await readEvalFile(questionFile), counts);
  const settings = await describeRun(options, sample);
  return withTemporaryFolder(async (folder) => {
    const as = (stack: string) => ({
      onProgress: ({ stage, done, total }: Parameters<OnProgress>[0]) =>
        onProgress({ stage: `${stack}, ${stage}`, done, total }),
      signal,
    });
    const run: Run = {
      config: { ...config, indexDir: join(folder, 'index') },
      storeDir: join(folder, 'tutorial'),
      sample,
      as,
    };
    const { ingest, ask, indexDir } = quick ? await measureQuick(run, config) : await measureBoth(run);
    const microTask = { config: { ...config, indexDir }, questions: sample.timed };
    const micro = await runInChild('micro', microTask, as('ours'));
    const load = await runInChild('load', { config: { ...config, indexDir }, sample }, as('ours'));
    const drawn = await measurePictures(run);
    return {
      settings,
      ingest: ingest && compareFigures(ingestFigures, ingest.ours, ingest.baseline),
      ask: compareFigures(askFigures, ask.ours, ask.baseline),
      quality: compareFigures(qualityFigures, ask.ours, ask.baseline),
      load: compareLoad(load.output),
      pictures: drawn,
      micro: micro.output,
    };
  });
}
