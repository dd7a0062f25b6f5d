/** `verse attack`: tries to break it, and says what held. */
import { readFile } from 'node:fs/promises';
import { inFolder } from '../../config/settings.ts';
import { findFamilies, requireHeld, runAttacks } from '../../workshop/attack/run-attacks.ts';
import { showAttacks, updateReliability } from '../../workshop/attack/show-attacks.ts';
import { writeOutput } from '../../workshop/evaluate/report/outputs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { printResult } from '../print-result.ts';
import { withProgress } from '../with-progress.ts';

export interface AttackOptions {
  seed: number;
  out?: string;
  json?: true;
}

/** @throws VerseError `threshold-missed` where an attack was not held; Interrupted. */
export async function attack(
  { terminal, config }: Session,
  given: readonly string[],
  { seed, out, json }: AttackOptions,
): Promise<void> {
  const families = findFamilies(given);
  const settled = inFolder(config());
  if (families.some(({ needsIndex }) => needsIndex)) await (await openOrIngest(settled, terminal)).close();
  const left = 'The attacks were stopped; their files are removed.';
  const results = await withProgress(terminal, left, (running) =>
    runAttacks(families, { config: settled, seed, ...running }),
  );
  printResult(terminal, { results }, json, () => showAttacks(results));
  if (out !== undefined) {
    const page = await readFile(out, 'utf8').catch(() => '');
    await writeOutput(out, updateReliability(page, results));
  }
  requireHeld(results);
}
