/** Keeps a run for the page at /evals: its report and its figures, in a folder of runs. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFigure, KeptRun } from '../../../wire/kept-run.ts';
import { findMetric } from '../score/summarize.ts';
import { describeRun, type EvalReport, withoutFolders } from './eval-report.ts';
import { writeOutput } from './outputs.ts';
import { renderHtml } from './render-html.ts';

/** The most runs kept; older ones are deleted. */
const mostKept = 50;

/** The figures shown from run to run. */
const followed = [
  { name: 'recall@5', label: 'evidence in the first 5' },
  { name: 'single.facts', label: 'all facts, one chapter' },
  { name: 'cross.facts', label: 'all facts, several chapters' },
  { name: 'page-hit', label: 'a right page cited' },
  { name: 'verbatim', label: 'verbatim quotations' },
  { name: 'answered', label: 'answerable answered' },
  { name: 'not-found.near-miss', label: 'near misses refused' },
  { name: 'not-found.off-topic', label: 'off-topic refused' },
] as const;

/** "2026-07-01T09-30-00Z-dev": a file name that sorts by time. */
function runName(at: Date, split: string | null): string {
  const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `${time.replaceAll(':', '-')}${split === null ? '' : `-${split}`}`;
}

/** The figures kept beside a run's report. Pure. */
export function describeKept({ settings, summary }: EvalReport, at: Date): KeptRun {
  const [title = '', ...details] = describeRun(withoutFolders(settings));
  const figures = followed.map(
    ({ name, label }): KeptFigure => ({ label, value: findMetric(summary.metrics, name).value }),
  );
  return { name: runName(at, settings.split), at: at.toISOString(), title, details, figures };
}

/**
 * Writes the report, then its figures, which list it; deletes the oldest runs over the maximum.
 * @returns the path of the report.
 * @throws VerseError `cannot-write`.
 */
export async function keepRun(folder: string, report: EvalReport, at: Date): Promise<string> {
  const kept = describeKept(report, at);
  const path = join(folder, `${kept.name}.html`);
  await writeOutput(path, await renderHtml(report, { latency: true }));
  await writeOutput(join(folder, `${kept.name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  const names = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  for (const name of names.slice(0, -mostKept)) {
    await rm(join(folder, name), { force: true });
    await rm(join(folder, name.replace(/json$/, 'html')), { force: true });
  }
  return path;
}
