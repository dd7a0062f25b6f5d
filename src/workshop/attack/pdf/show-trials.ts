/** What came of hostile files, as rows of a table and as text. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { type AttackRow, countHeld } from '../family.ts';
import type { Trial } from './try-files.ts';

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;

/** A row for each family, with how many were read and refused, the slowest, and the most memory. */
export function countTrials(trials: readonly Trial[]): AttackRow[] {
  const families = [...new Set(trials.map(({ family }) => family))];
  return families.map((family) => {
    const own = trials.filter((trial) => trial.family === family);
    const read = own.filter(({ refusal }) => refusal === null).length;
    const seconds = (Math.max(...own.map(({ ms }) => ms)) / 1000).toFixed(0);
    const peak = megabytes(Math.max(...own.map(({ peakBytes }) => peakBytes)));
    const note = `${read} read, ${own.length - read} refused; the slowest ${seconds} s, the largest ${peak}`;
    const failures = own.map(({ name, fault }) => (fault === null ? null : `${name}: ${fault}`));
    return countHeld(family, note, failures);
  });
}

/** The table for a terminal, and each file that was not held. */
export function showTrials(trials: readonly Trial[]): string {
  const rows = countTrials(trials).map(({ attack, tried, held, note }) => [
    attack,
    String(tried),
    String(held),
    note,
  ]);
  const faults = trials.filter(({ fault }) => fault !== null);
  return [
    ...alignRows([['files', 'tried', 'held', ''], ...rows]),
    ...faults.map(({ family, name, fault }) => `not held: ${family}, ${name}: ${fault}`),
    '',
  ].join('\n');
}
