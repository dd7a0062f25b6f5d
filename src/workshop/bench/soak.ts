/** Runs the soak in a process of its own and judges it. */
import type { Config } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { WorkOptions } from '../../core/types.ts';
import { countNoun } from '../../text/count-noun.ts';
import { readEvalFile } from '../evaluate/questions/eval-format.ts';
import { questionFile } from './describe-run.ts';
import type { SoakMeasurement } from './measurements.ts';
import { runInChild } from './run-in-child.ts';
import { sampleQuestions } from './sample-questions.ts';

/** Memory may grow by this share. */
const mostGrowth = 0.1;

const toMegabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** The run in two lines. */
export function showSoak({ minutes, statuses, beforeBytes, afterBytes }: SoakMeasurement): string {
  const counts = Object.entries(statuses).map(
    ([status, count]) => `${count.toLocaleString('en')} with ${status}`,
  );
  const change = ((afterBytes / beforeBytes - 1) * 100).toFixed(1);
  return [
    `${countNoun(minutes, 'minute')} at half capacity: ${counts.join(', ')}.`,
    `Memory: ${toMegabytes(beforeBytes)}, at the end ${toMegabytes(afterBytes)} (${change} %).`,
    '',
  ].join('\n');
}

/** @throws VerseError `threshold-missed` where memory has grown, or a request failed. */
export function requireFlat({ statuses, beforeBytes, afterBytes }: SoakMeasurement): void {
  const failed = Object.keys(statuses).filter((status) => status !== '200');
  if (failed.length > 0)
    throw new VerseError('threshold-missed', `Requests ended with ${failed.join(', ')}.`);
  if (afterBytes > beforeBytes * (1 + mostGrowth))
    throw new VerseError('threshold-missed', `Memory has grown by more than ${mostGrowth * 100} %.`);
}

/** Puts mixed requests to the user's index, at half of what it can take. */
export async function runSoak(
  { config, minutes }: { config: Config; minutes: number },
  options: WorkOptions,
): Promise<SoakMeasurement> {
  const questions = await readEvalFile(questionFile);
  const sample = sampleQuestions(questions, { timed: 60, warmUp: 40 });
  return (await runInChild('soak', { config, sample, minutes }, options)).output;
}
