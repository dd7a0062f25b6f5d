/** Measures indexes larger than any library at hand. */
import { open } from 'node:fs/promises';
import { createAssistant } from '../../assistant/assistant.ts';
import { summarizer } from '../../assistant/summarizer.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { openEncoder } from '../../networks/encoder.ts';
import { encoderId } from '../../networks/model-files.ts';
import { openModels } from '../../networks/open-models.ts';
import { retrieve } from '../../search/retrieve.ts';
import { openHome } from '../../store/choose-home.ts';
import { createDiskHome } from '../../store/disk/disk-home.ts';
import { searchExact } from '../../store/disk/exact.ts';
import { type OpenIndex, openIndex } from '../../store/disk/open-index.ts';
import type { DocumentContents } from '../../store/disk/segment.ts';
import { type IndexContents, writeIndex } from '../../store/disk/write-index.ts';
import type { IndexHome, OpenedIndex } from '../../store/index-home.ts';
import { mean, percentile } from '../evaluate/score/statistics.ts';
import { databaseSize } from './bench-database.ts';
import { folderSize } from './folder-size.ts';
import { createGenerator, type GeneratedDocument } from './generate-documents.ts';
import {
  recallDepth,
  type ScaleAddMeasurement,
  type ScaleAskMeasurement,
  type ScaleBuildMeasurement,
  type ScaleSearchMeasurement,
} from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';

/** Passages of a document: those of a report of a hundred pages. */
export const passagesEach = 250;

export interface ScaleTask {
  /** Its index supplies the sentences. */
  config: Config;
  /** The generated index: a folder, or the database at `storeUrl` where there is one. */
  indexDir: string;
  storeUrl?: string | undefined;
  passages: number;
}

export interface ScaleQuestionsTask extends ScaleTask {
  sample: QuestionSample;
}

/** Asks for hits as an answer does. */
const hitsWanted = 10;

type Generate = (number: number) => GeneratedDocument;

/** The documents' numbers, from 0. */
function numberDocuments(passages: number): number[] {
  return Array.from({ length: Math.ceil(passages / passagesEach) }, (_, number) => number);
}

async function openGenerator({
  config,
  passages,
}: ScaleTask): Promise<{ id: string; source: OpenIndex; generate: Generate }> {
  const id = await encoderId(config.modelsDir);
  const source = await openIndex(config.indexDir, { encoderId: id });
  const [document] = await source.documents();
  const contents = await source.takeDocument(document?.id ?? '');
  if (contents === undefined) throw new RangeError('No document to make passages of.');
  const generate = createGenerator(contents);
  return {
    id,
    source,
    generate: (number) => {
      const left = passages - number * passagesEach;
      return generate(number, left > 0 ? Math.min(passagesEach, left) : passagesEach);
    },
  };
}

function describeContents({ manifest }: OpenIndex, documents: IndexContents['documents']): IndexContents {
  const { encoder, passageRules, summaryRules } = manifest;
  return { encoderId: encoder.id, dimensions: encoder.dimensions, passageRules, summaryRules, documents };
}

const withSummary = (generated: GeneratedDocument): DocumentContents => ({
  ...generated,
  summary: summarizer.summarize(generated),
});

/** The home of the generated index. */
const openTarget = ({ config, indexDir, storeUrl }: ScaleTask): Promise<IndexHome> =>
  openHome({ ...config, indexDir, storeUrl });

/** The generated index, opened; closing it closes its home. */
async function openGenerated(task: ScaleTask, id: string): Promise<OpenedIndex> {
  const home = await openTarget(task);
  const index = await home.open({ encoderId: id });
  return { ...index, close: () => index.close().finally(home.close) };
}

/** Documents of one transaction: a tenth of a gigabyte with their token vectors. */
const documentsAtOnce = 8;

/** The same in a database, some documents at a time, as ingests would add them. */
async function buildInDatabase(task: ScaleTask, onProgress: OnProgress): Promise<number> {
  const { id, source, generate } = await openGenerator(task);
  const { encoder, passageRules } = source.manifest;
  const home = await openTarget(task);
  const numbers = numberDocuments(task.passages);
  let buildMs = 0;
  for (let at = 0; at < numbers.length; at += documentsAtOnce) {
    onProgress({ stage: 'build', done: at * passagesEach, total: task.passages });
    const fresh = numbers.slice(at, at + documentsAtOnce).map(generate);
    const started = performance.now();
    await home.change(id, async ({ known, previous, write }) => {
      const kept = (previous?.documents ?? []).map((document) => ({ document }));
      if (kept.length < known.length) throw new RangeError('The index is of another encoder.');
      const { dimensions } = encoder;
      await write({ encoderId: id, dimensions, passageRules, summarizer, documents: [...kept, ...fresh] });
    });
    buildMs += performance.now() - started;
  }
  await Promise.all([source.close(), home.close()]);
  return buildMs;
}

/** Builds and writes an index of generated passages; their vectors are not encoded. */
export async function measureScaleBuild(
  task: ScaleTask,
  onProgress: OnProgress,
): Promise<ScaleBuildMeasurement> {
  if (task.storeUrl !== undefined) {
    const buildMs = await buildInDatabase(task, onProgress);
    return { buildMs, indexBytes: await databaseSize(task.storeUrl, task.config) };
  }
  const { source, generate } = await openGenerator(task);
  let generatingMs = 0;
  function* makeDocuments(): Generator<DocumentContents> {
    for (const number of numberDocuments(task.passages)) {
      onProgress({ stage: 'build', done: number * passagesEach, total: task.passages });
      const started = performance.now();
      const made = withSummary(generate(number));
      generatingMs += performance.now() - started;
      yield made;
    }
  }
  const started = performance.now();
  await writeIndex(task.indexDir, describeContents(source, makeDocuments()));
  const buildMs = performance.now() - started - generatingMs;
  await source.close();
  return { buildMs, indexBytes: await folderSize(task.indexDir) };
}

/** Adds one document to the index, as an ingest of a named file does. */
export async function measureScaleAdd(task: ScaleTask): Promise<ScaleAddMeasurement> {
  const { id, source, generate } = await openGenerator(task);
  let writtenBytes = 0;
  const writeFile = async (path: string, bytes: Uint8Array) => {
    writtenBytes += bytes.byteLength;
    const file = await open(path, 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  };
  const isOnDisk = task.storeUrl === undefined;
  const home = isOnDisk ? createDiskHome(task.indexDir, { writeFile }) : await openTarget(task);
  const started = performance.now();
  const measured = await home.change(
    id,
    async ({ previous, write }) => {
      const openMs = performance.now() - started;
      const kept = (previous?.documents ?? []).map((document) => ({ document }));
      const added = generate(kept.length);
      const adding = performance.now();
      const hashes = added.encodings.map(({ hash }) => hash);
      await previous?.encodings(hashes);
      const { encoder, passageRules } = source.manifest;
      const { dimensions } = encoder;
      await write({ encoderId: id, dimensions, passageRules, summarizer, documents: [...kept, added] });
      return { openMs, addMs: performance.now() - adding };
    },
    { everySum: false },
  );
  await Promise.all([source.close(), home.close()]);
  return { ...measured, writtenBytes: isOnDisk ? writtenBytes : null };
}

/** Processor time of all threads so far. */
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Searches for the report's questions, and compares the nearest passages with the true ones. */
export async function measureScaleSearch(
  task: ScaleQuestionsTask,
  onProgress: OnProgress,
): Promise<ScaleSearchMeasurement> {
  const { config, passages, sample } = task;
  const encoder = await openEncoder(config.modelsDir);
  const questions = [...sample.warmUp, ...sample.timed];
  const encodings = await Promise.all(questions.map(({ question }) => encoder.encodeQuery(question)));
  const beforeBytes = process.memoryUsage.rss();
  const opening = performance.now();
  const store = await openGenerated(task, encoder.id);
  const openMs = performance.now() - opening;
  const openBytes = process.memoryUsage.rss();
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (const [at, encoding] of encodings.entries()) {
    onProgress({ stage: 'search', done: at, total: questions.length });
    const text = questions[at]?.question ?? '';
    const started = performance.now();
    const processorStarted = processorMs();
    await retrieve({ text, encoding, chapters: [] }, store, { count: hitsWanted });
    if (at < sample.warmUp.length) continue;
    times.push(performance.now() - started);
    processorTimes.push(processorMs() - processorStarted);
  }
  const searchedBytes = process.memoryUsage.rss();
  const recall = await measureRecall(
    task,
    store,
    encodings.map(({ vector }) => vector),
    onProgress,
  );
  await store.close();
  onProgress({ stage: 'search', done: passages, total: passages });
  return {
    openMs,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    processorP50Ms: percentile(processorTimes, 0.5),
    processorP95Ms: percentile(processorTimes, 0.95),
    memory: { beforeBytes, openBytes, searchedBytes },
    recall,
  };
}

/** The share of the true nearest passages that are found, by the vectors before they were written. */
async function measureRecall(
  task: ScaleTask,
  store: OpenedIndex,
  vectors: readonly Float32Array[],
  onProgress: OnProgress,
): Promise<number | null> {
  const { source, generate } = await openGenerator(task);
  const { dimensions } = source.manifest.encoder;
  await source.close();
  const values = new Float32Array(task.passages * dimensions);
  const ids: string[] = [];
  for (const number of numberDocuments(task.passages)) {
    onProgress({ stage: 'recall', done: ids.length, total: task.passages });
    const { passages, encodings } = generate(number);
    encodings.forEach(({ vector }, at) => {
      values.set(vector, (ids.length + at) * dimensions);
    });
    ids.push(...passages.map((passage) => passage.id));
  }
  const recalls: number[] = [];
  for (const vector of vectors) {
    const nearest = new Set(
      searchExact({ values, dimensions }, vector, recallDepth).map(({ position }) => ids[position]),
    );
    const { byVector } = await store.findCandidates({ vector, count: recallDepth });
    recalls.push(byVector.filter(({ id }) => nearest.has(id)).length / nearest.size);
  }
  return mean(recalls);
}

/** Asks the report's questions, with all networks. */
export async function measureScaleAsk(
  task: ScaleQuestionsTask,
  onProgress: OnProgress,
): Promise<ScaleAskMeasurement> {
  const { config, sample } = task;
  onProgress({ stage: 'ask', done: 0, total: sample.timed.length });
  const opening = performance.now();
  const models = await openModels(config.modelsDir);
  const store = await openGenerated(task, models.encoder.id);
  const assistant = await createAssistant(models, store, config);
  const openMs = performance.now() - opening;
  for (const { question } of sample.warmUp) await assistant.ask({ question });
  const askMs: number[] = [];
  for (const { question } of sample.timed) {
    const started = performance.now();
    await assistant.ask({ question });
    askMs.push(performance.now() - started);
    onProgress({ stage: 'ask', done: askMs.length, total: sample.timed.length });
  }
  await assistant.close();
  return { openMs, p50Ms: percentile(askMs, 0.5), p95Ms: percentile(askMs, 0.95) };
}
