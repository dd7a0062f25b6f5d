/** `--out FILE`: a run in the format of the file's ending. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import type { EvalReport } from './eval-report.ts';
import { renderHtml } from './render-html.ts';
import { renderJunit } from './render-junit.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderQrels, renderRun } from './render-trec.ts';
import type { TableOptions } from './tables.ts';

const renderers: Readonly<
  Record<string, (report: EvalReport, options: TableOptions) => string | Promise<string>>
> = {
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  '.md': renderMarkdown,
  '.html': renderHtml,
  '.xml': renderJunit,
  '.trec': ({ questions }) => renderRun(questions),
  '.txt': ({ questions }) => renderQrels(questions),
};

function findRenderer(path: string) {
  const renderer = renderers[extname(path).toLowerCase()];
  if (renderer !== undefined) return renderer;
  throw new VerseError(
    'bad-input',
    `${path}: no report has this ending.`,
    'Known are .json, .md (tables), .html (to read through), .xml (JUnit), .trec (run) and .txt (qrels).',
  );
}

/** @throws VerseError `bad-input` for an unknown ending. */
export function checkOutputs(paths: readonly string[]): void {
  for (const path of paths) findRenderer(path);
}

/** Writes a file and its missing folders. @throws VerseError `cannot-write`. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new VerseError('cannot-write', `${path}: ${code}.`, 'Name a place that can be written.', { cause });
  }
}

/** Writes a run to each file. @throws VerseError `bad-input` as `checkOutputs`, `cannot-write`. */
export async function writeOutputs(
  paths: readonly string[],
  report: EvalReport,
  options: TableOptions,
): Promise<void> {
  for (const path of paths) await writeOutput(path, await findRenderer(path)(report, options));
}
