/** Runs families of attacks, one after the other. */
import { VerseError } from '../../core/errors.ts';
import { attackFamilies } from './families.ts';
import type { AttackFamily, AttackRow, AttackSettings } from './family.ts';

export interface AttackResult {
  family: Pick<AttackFamily, 'name' | 'title' | 'about'>;
  rows: AttackRow[];
}

/** The families by name; all of them where none is named. @throws VerseError `bad-input` for an unknown one. */
export function findFamilies(names: readonly string[], known = attackFamilies): AttackFamily[] {
  const unknown = names.find((name) => known.every((family) => family.name !== name));
  if (unknown !== undefined) {
    const list = known.map(({ name }) => name).join(', ');
    throw new VerseError('bad-input', `There are no attacks called ${unknown}.`, `Known are: ${list}.`);
  }
  return known.filter(({ name }) => names.length === 0 || names.includes(name));
}

export async function runAttacks(
  families: readonly AttackFamily[],
  settings: AttackSettings,
): Promise<AttackResult[]> {
  const results: AttackResult[] = [];
  for (const { name, title, about, attack } of families) {
    settings.signal?.throwIfAborted();
    results.push({ family: { name, title, about }, rows: await attack(settings) });
  }
  return results;
}

/** @throws VerseError `threshold-missed` where an attack was not held. */
export function requireHeld(results: readonly AttackResult[]): void {
  const rows = results.flatMap((result) => result.rows);
  const tried = rows.reduce((sum, row) => sum + row.tried, 0);
  const held = rows.reduce((sum, row) => sum + row.held, 0);
  if (held < tried) throw new VerseError('threshold-missed', `${tried - held} of ${tried} were not held.`);
}
