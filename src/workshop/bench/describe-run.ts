/** The machine and the inputs of a run, stored with its figures. */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { type Config, packageRoot } from '../../config/settings.ts';
import { encoderId } from '../../networks/model-files.ts';
import type { BenchSettings } from './format-report.ts';
import type { QuestionSample } from './sample-questions.ts';

export const reportFile = join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf');
export const questionFile = join(packageRoot, 'evals', 'fragmented-europe.jsonl');

export async function describeRun(
  { config, version }: { config: Config; version: string },
  { timed }: QuestionSample,
): Promise<BenchSettings> {
  return {
    version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
    file: basename(reportFile),
    encoder: await encoderId(config.modelsDir),
    questions: timed.map(({ id }) => id),
  };
}
