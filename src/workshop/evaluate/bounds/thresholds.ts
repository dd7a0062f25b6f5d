/** `--min recall@5=.84`: figures that a run must reach. Pure. */
import { VerseError } from '../../../core/errors.ts';
import { type MetricDefinition, metricDefinitions } from '../score/metrics.ts';
import { findMetric, type Summary } from '../score/summarize.ts';

/** A floor, or a ceiling where lower is better (words, over-cap, latency). */
export interface Threshold {
  definition: MetricDefinition;
  limit: number;
}

/**
 * Reads "name=number".
 * @throws VerseError `bad-input` for an unknown figure or a value that is no number.
 */
export function parseThreshold(text: string): Threshold {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  const limit = Number.parseFloat(text.slice(at + 1));
  const definition = metricDefinitions.find((one) => one.name === name);
  if (at >= 0 && definition === undefined) {
    const known = metricDefinitions.map((one) => one.name).join(', ');
    throw new VerseError(
      'bad-input',
      `Threshold ${text}: no figure is called ${name}.`,
      `Known figures: ${known}.`,
    );
  }
  if (definition === undefined || !/^\s*\d*\.?\d+\s*$/.test(text.slice(at + 1))) {
    throw new VerseError(
      'bad-input',
      `Threshold ${text}: not a name and a number.`,
      'Write it as recall@5=.84.',
    );
  }
  return { definition, limit };
}

/** A value as text: shares to three decimals, the rest to one. */
function formatValue(value: number, { unit }: MetricDefinition): string {
  return unit === 'share' ? value.toFixed(3) : `${value.toFixed(1)} ${unit}`;
}

/** The thresholds a run missed, as sentences; one without a measured value counts as missed. */
export function checkThresholds(summary: Summary, thresholds: readonly Threshold[]): string[] {
  return thresholds.flatMap(({ definition, limit }) => {
    const { value, count } = findMetric(summary.metrics, definition.name);
    const bound = `${definition.better === 'higher' ? 'at least' : 'at most'} ${formatValue(limit, definition)} was asked for`;
    if (value === null) return [`${definition.name}: no question to measure it on; ${bound}.`];
    const reached = definition.better === 'higher' ? value >= limit : value <= limit;
    if (reached) return [];
    const questions = count === 1 ? '1 question' : `${count} questions`;
    return [`${definition.name} is ${formatValue(value, definition)} over ${questions}; ${bound}.`];
  });
}
