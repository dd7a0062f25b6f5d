/** Measures growing indexes of generated documents: time, memory, disk, and what is found beside exact search. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { WorkOptions } from '../../core/types.ts';
import { nameDatabase } from '../../store/postgres/name-database.ts';
import { readEvalFile } from '../evaluate/questions/eval-format.ts';
import { withBenchDatabase } from './bench-database.ts';
import { describeRun, questionFile, reportFile } from './describe-run.ts';
import type { BenchSettings } from './format-report.ts';
import { passagesEach } from './measure-scale.ts';
import type { ScaleMeasurement } from './measurements.ts';
import { runInChild } from './run-in-child.ts';
import { sampleQuestions } from './sample-questions.ts';

export interface ScaleReport {
  settings: BenchSettings;
  /** Where the indexes were, as errors name it; null for a folder. */
  database: string | null;
  sizes: ScaleMeasurement[];
}

export interface ScaleOptions extends WorkOptions {
  config: Config;
  version: string;
  /** Passages of the largest index, as they were given. */
  most: string;
  /** A database server that has the indexes, each in a database of its own, rather than folders. */
  storeUrl?: string | undefined;
}

const sizes = [1_000, 10_000, 100_000, 1_000_000];
export const mostPassages = 1_000_000;
const counts = { timed: 40, warmUp: 20 };

/** The usual sizes below the largest, and this. @throws VerseError `bad-input` where it is no size. */
export function chooseSizes(given: string): number[] {
  const most = Number(given);
  if (!Number.isInteger(most) || most < 1 || most > mostPassages) {
    throw new VerseError(
      'bad-input',
      `--scale ${given}: it takes a number of passages from 1 to ${mostPassages.toLocaleString('en')}.`,
      'For example: verse bench --scale 10000',
    );
  }
  return [...sizes.filter((size) => size < most), most];
}

/** An index of the report, which the documents are made of. */
async function makeSource({ config, onProgress, signal }: ScaleOptions, folder: string): Promise<Config> {
  const own = { ...config, indexDir: join(folder, 'source') };
  await runInChild(
    'ingest',
    { config: own, file: reportFile },
    { onProgress: onProgress ?? (() => {}), signal },
  );
  return own;
}

/** Builds, asks and removes one index after the other. It never reads or writes the user's own. */
export async function runScale(options: ScaleOptions): Promise<ScaleReport> {
  const { onProgress = () => {}, signal, most, storeUrl } = options;
  const chosen = chooseSizes(most);
  // A question about many chapters searches each of them: here twenty-four in every document.
  const questions = (await readEvalFile(questionFile)).filter(({ chapters }) => chapters.length === 1);
  const sample = sampleQuestions(questions, counts);
  const settings = await describeRun(options, sample);
  const folder = await mkdtemp(join(tmpdir(), 'verse-scale-'));
  try {
    const source = await makeSource(options, folder);
    const measured: ScaleMeasurement[] = [];
    for (const passages of chosen) {
      const label = `${passages.toLocaleString('en')} passages`;
      const work = {
        signal,
        onProgress: ({ stage, done, total }: { stage: string; done: number; total: number | null }) =>
          onProgress({ stage: `${label}, ${stage}`, done, total }),
      };
      const task = { config: source, indexDir: join(folder, `index-${passages}`), passages };
      const size: ScaleMeasurement = {
        passages,
        documents: Math.ceil(passages / passagesEach),
        build: null,
        search: null,
        ask: null,
        add: null,
        problem: null,
      };
      const measure = async (storeUrl?: string) => {
        const own = { ...task, storeUrl };
        size.build = await runInChild('scale-build', own, work);
        size.search = await runInChild('scale-search', { ...own, sample }, work);
        size.ask = await runInChild('scale-ask', { ...own, sample }, work);
        size.add = await runInChild('scale-add', own, work);
      };
      try {
        if (storeUrl === undefined) await measure();
        else await withBenchDatabase(storeUrl, options.config, measure);
      } catch (error) {
        if (signal?.aborted || !(error instanceof Error)) throw error;
        // A size that is too large for the machine or the program is a result too.
        size.problem = error.message;
      }
      measured.push(size);
      await rm(task.indexDir, { recursive: true, force: true });
    }
    return { settings, database: storeUrl === undefined ? null : nameDatabase(storeUrl), sizes: measured };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
