/** `verse doctor`: checks installation, models and index, and says how to repair them. */
import { runChecks } from '../../assistant/doctor.ts';
import { VerseError } from '../../core/errors.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { showChecks } from '../show/show-checks.ts';

export interface DoctorOptions {
  deep?: true;
  json?: true;
}

/** @throws VerseError `bad-installation` where a check failed. */
export async function doctor(
  { terminal, config, version }: Session,
  { deep, json }: DoctorOptions,
): Promise<void> {
  const checks = await runChecks(config(), version, deep);
  printResult(terminal, { checks }, json, () => showChecks(checks, terminal));
  const failed = checks.filter((check) => !check.ok).length;
  if (failed === 0) return;
  const problem = `${failed} of ${checks.length} checks failed.`;
  throw new VerseError('bad-installation', problem, 'The lines marked FAIL say what to do.');
}
