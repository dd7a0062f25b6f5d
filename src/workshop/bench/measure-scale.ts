/** Measures indexes larger than any report at hand. */
import { createAssistant } from '../../assistant/assistant.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { encoderId } from '../../networks/model-files.ts';
import { openModels } from '../../networks/open-models.ts';
import { searchExact } from '../../store/disk/exact.ts';
import { openIndex } from '../../store/disk/open-index.ts';
import { writeIndex } from '../../store/disk/write-index.ts';
import { mean, percentile } from '../evaluate/score/statistics.ts';
import { folderSize } from './folder-size.ts';
import { generatePassages } from './generate-passages.ts';
import { recallDepth, type ScaleAskMeasurement, type ScaleBuildMeasurement } from './measurements.ts';
import type { QuestionSample } from './sample-questions.ts';

export interface ScaleBuildTask {
  /** Its index supplies the sentences. */
  config: Config;
  /** Where the generated index goes. */
  indexDir: string;
  passages: number;
}

/** Builds and writes an index of generated passages; their vectors are not encoded. */
export async function measureScaleBuild(
  { config, indexDir, passages: count }: ScaleBuildTask,
  onProgress: OnProgress,
): Promise<ScaleBuildMeasurement> {
  onProgress({ stage: 'build', done: 0, total: null });
  const id = await encoderId(config.modelsDir);
  const report = await openIndex(config.indexDir, { encoderId: id });
  const { passages, encodings } = generatePassages(report.whole, count);
  const [document] = report.whole.documents;
  if (document === undefined) throw new RangeError('No document to make passages of.');
  const contents = {
    encoderId: id,
    dimensions: report.whole.packed.vectors.dimensions,
    passageRules: report.manifest.passageRules,
    summaryRules: report.manifest.summaryRules,
    // The words of the passages are the report's own.
    summaries: [await report.summary()],
    ingested: [{ document, passages, notes: [...report.whole.notes] }],
    encodings,
  };
  const started = performance.now();
  await writeIndex(indexDir, contents);
  const buildMs = performance.now() - started;
  onProgress({ stage: 'build', done: count, total: count });
  return { buildMs, indexBytes: await folderSize(indexDir) };
}

export interface ScaleAskTask {
  /** Its index is the generated one. */
  config: Config;
  sample: QuestionSample;
}

/** Asks the report's questions, and compares the graph's nearest passages with the true ones. */
export async function measureScaleAsk(
  { config, sample }: ScaleAskTask,
  onProgress: OnProgress,
): Promise<ScaleAskMeasurement> {
  onProgress({ stage: 'ask', done: 0, total: sample.timed.length });
  const opening = performance.now();
  const models = await openModels(config.modelsDir);
  const { encoder } = models;
  const store = await openIndex(config.indexDir, { encoderId: encoder.id });
  const assistant = await createAssistant(models, store, config);
  const { passages, packed } = store.whole;
  const openMs = performance.now() - opening;
  for (const { question } of sample.warmUp) await assistant.ask({ question });
  const askMs: number[] = [];
  const recalls: number[] = [];
  for (const { question } of sample.timed) {
    const started = performance.now();
    await assistant.ask({ question });
    askMs.push(performance.now() - started);
    const { vector } = await encoder.encodeQuery(question);
    const nearest = new Set(
      searchExact(packed.vectors, vector, recallDepth).map(({ position }) => passages[position]?.id),
    );
    const { byVector } = await store.findCandidates({ vector, count: recallDepth });
    recalls.push(byVector.filter(({ id }) => nearest.has(id)).length / nearest.size);
    onProgress({ stage: 'ask', done: askMs.length, total: sample.timed.length });
  }
  await assistant.close();
  return { openMs, p50Ms: percentile(askMs, 0.5), p95Ms: percentile(askMs, 0.95), recall: mean(recalls) };
}
