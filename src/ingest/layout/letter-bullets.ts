/** Names the bullets that are set as letters, so that they are read as bullets. Pure. */
import type { TextRun } from '../../core/document-reader.ts';
import { familyOf } from './font-family.ts';

/** Points between two baselines that are one, and ems from a bullet to its item. */
const sameLine = 2;
const least = 0.4;
const most = 4;

/** The "o" of another font that office programs set before an item of the second level. */
function isBullet(run: TextRun, before: TextRun | undefined, next: TextRun | undefined): boolean {
  if (run.text.trim() !== 'o' || next === undefined || familyOf(next.font) === familyOf(run.font))
    return false;
  const gap = (next.x - run.x - run.width) / next.size;
  const opensLine = before === undefined || Math.abs(before.y - run.y) > sameLine || before.x > run.x;
  return opensLine && Math.abs(next.y - run.y) <= sameLine && gap >= least && gap <= most;
}

/** @param runs of a page in painting order. */
export const nameLetterBullets = (runs: readonly TextRun[]): TextRun[] =>
  runs.map((run, at) =>
    isBullet(run, runs[at - 1], runs[at + 1]) ? { ...run, text: run.text.replace('o', '◦') } : run,
  );
