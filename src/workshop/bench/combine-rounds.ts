/** Combines rounds into one measurement, leaving out the effect of busy moments. Pure. */
import { percentile } from '../evaluate/score/statistics.ts';
import type { AskedQuestion, AskMeasurement, Measured } from './measurements.ts';

/** The median of the rounds' times; null if they have none. */
function median<T>(rounds: readonly T[], read: (round: T) => number | null): number | null {
  return percentile(
    rounds.flatMap((round) => read(round) ?? []),
    0.5,
  );
}

function combineQuestion(first: AskedQuestion, rounds: readonly AskedQuestion[]): AskedQuestion {
  return {
    ...first,
    totalMs: median(rounds, ({ totalMs }) => totalMs) ?? first.totalMs,
    encodeMs: median(rounds, ({ encodeMs }) => encodeMs) ?? first.encodeMs,
    searchMs: median(rounds, ({ searchMs }) => searchMs) ?? first.searchMs,
    selectMs: median(rounds, ({ selectMs }) => selectMs),
  };
}

/**
 * The same questions asked in several processes, as one measurement: median times and peak memory. The answers are
 * the first round's, as they do not change.
 * @throws RangeError without a round.
 */
export function combineRounds(rounds: readonly Measured<AskMeasurement>[]): Measured<AskMeasurement> {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('There is no round to combine.');
  const questions = first.output.questions.map((question) =>
    combineQuestion(
      question,
      rounds.flatMap(({ output }) => output.questions.filter(({ id }) => id === question.id)),
    ),
  );
  return {
    output: { openMs: median(rounds, ({ output }) => output.openMs) ?? first.output.openMs, questions },
    wallMs: median(rounds, ({ wallMs }) => wallMs) ?? first.wallMs,
    peakBytes: Math.max(...rounds.map(({ peakBytes }) => peakBytes)),
  };
}
