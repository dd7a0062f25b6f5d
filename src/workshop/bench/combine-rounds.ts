/** One measurement of several: what a busy moment of the machine did to one round is left out. Pure. */
import { percentile } from '../evaluate/statistics.ts';
import type { AskedQuestion, AskMeasurement, Measured } from './measurements.ts';

/** The median of what the rounds took; null where they have no such time. */
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
 * The same questions asked in several processes, as one measurement: of each time the median, of memory the most.
 * What was answered is the first round's; it does not change.
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
