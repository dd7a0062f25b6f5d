/** `verse verify --out FILE`: the findings in the format of the file's ending. */
import { extname, resolve } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { writeOutput } from '../../workshop/evaluate/report/outputs.ts';
import { type Checks, describeChecks } from './describe-checks.ts';
import { renderChecksHtml, renderChecksMarkdown } from './render-checks.ts';

/** The JSON of `--json`: the verdict on a sentence, or `drafts`. */
export function toJson(checks: Checks): string {
  const body = 'finding' in checks ? checks.finding.verification : checks;
  return `${toPlainJson(body, 2)}\n`;
}

const renderers: Readonly<Record<string, (checks: Checks) => string | Promise<string>>> = {
  '.json': toJson,
  '.md': (checks) => renderChecksMarkdown(describeChecks(checks)),
  '.html': (checks) => renderChecksHtml(describeChecks(checks)),
};

function findRenderer(path: string) {
  const renderer = renderers[extname(path).toLowerCase()];
  if (renderer !== undefined) return renderer;
  const hint = 'Known are .json, .md and .html (to read through).';
  throw new VerseError('bad-input', `${path}: no report has this ending.`, hint);
}

/** @throws VerseError `bad-input` for an unknown ending, and for a file that is one of the drafts. */
export function checkOutputs(paths: readonly string[], drafts: readonly string[]): void {
  const known = new Set(drafts.map((draft) => resolve(draft)));
  for (const path of paths) {
    findRenderer(path);
    if (!known.has(resolve(path))) continue;
    throw new VerseError('bad-input', `${path}: that is the draft itself.`, 'Name another file.');
  }
}

/** Writes the findings to each file. @throws VerseError `bad-input` as `checkOutputs`, `cannot-write`. */
export async function writeChecks(paths: readonly string[], checks: Checks): Promise<void> {
  for (const path of paths) await writeOutput(path, await findRenderer(path)(checks));
}
