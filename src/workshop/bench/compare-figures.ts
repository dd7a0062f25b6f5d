/** The figures of the table, ours beside the baseline's. Pure. */
import { mean, percentile } from '../evaluate/score/statistics.ts';
import { evidenceDepth } from './evidence.ts';
import type {
  AskedQuestion,
  AskMeasurement,
  IngestMeasurement,
  LoadMeasurement,
  Measured,
  PicturesMeasurement,
} from './measurements.ts';

export type Unit = 'ms' | 'bytes' | 'share' | 'count';

/** One figure of both stacks, measured in the same run. */
export interface ComparedFigure {
  /** Its name in JSON. */
  name: string;
  label: string;
  unit: Unit;
  ours: number | null;
  /** Null if not measured or not applicable. */
  baseline: number | null;
  /** ours / baseline. */
  ratio: number | null;
}

/** A figure, and how to read it from a stack's measurement. */
type FigureReader<T> = [
  name: string,
  label: string,
  unit: Unit,
  read: (measured: Measured<T>) => number | null,
];

export function compareFigures<T>(
  readings: readonly FigureReader<T>[],
  ours: Measured<T>,
  baseline: Measured<T> | null,
): ComparedFigure[] {
  return readings.map(([name, label, unit, read]) => {
    const own = read(ours);
    const other = baseline === null ? null : read(baseline);
    const ratio = own === null || other === null || other === 0 ? null : own / other;
    return { name, label, unit, ours: own, baseline: other, ratio };
  });
}

export const ingestFigures: readonly FigureReader<IngestMeasurement>[] = [
  ['read', 'read', 'ms', ({ output }) => output.readMs],
  ['encode', 'encode, loading the model included', 'ms', ({ output }) => output.encodeMs],
  ['write', 'write', 'ms', ({ output }) => output.writeMs],
  ['process', 'whole process', 'ms', ({ wallMs }) => wallMs],
  ['memory', 'peak memory', 'bytes', ({ peakBytes }) => peakBytes],
  ['passages', 'passages', 'count', ({ output }) => output.passages],
  ['index', 'index on disk', 'bytes', ({ output }) => output.indexBytes],
];

/** A quantile of the questions' times; null if the stack has no such stage. */
function quantile(share: number, read: (question: AskedQuestion) => number | null) {
  return ({ output }: Measured<AskMeasurement>) => {
    const values = output.questions.flatMap((question) => read(question) ?? []);
    return percentile(values, share);
  };
}

function average(read: (question: AskedQuestion) => number | boolean | null) {
  return ({ output }: Measured<AskMeasurement>) =>
    mean(output.questions.flatMap((question) => read(question) ?? []).map(Number));
}

export const askFigures: readonly FigureReader<AskMeasurement>[] = [
  ['whole.p50', 'whole, p50', 'ms', quantile(0.5, ({ totalMs }) => totalMs)],
  ['whole.p95', 'whole, p95', 'ms', quantile(0.95, ({ totalMs }) => totalMs)],
  ['encode.p50', 'encode, p50', 'ms', quantile(0.5, ({ encodeMs }) => encodeMs)],
  ['encode.p95', 'encode, p95', 'ms', quantile(0.95, ({ encodeMs }) => encodeMs)],
  ['search.p50', 'search, p50', 'ms', quantile(0.5, ({ searchMs }) => searchMs)],
  ['search.p95', 'search, p95', 'ms', quantile(0.95, ({ searchMs }) => searchMs)],
  ['select.p50', 'select, p50', 'ms', quantile(0.5, ({ selectMs }) => selectMs)],
  ['select.p95', 'select, p95', 'ms', quantile(0.95, ({ selectMs }) => selectMs)],
  ['open', 'opening index and model', 'ms', ({ output }) => output.openMs],
  ['memory', 'peak memory', 'bytes', ({ peakBytes }) => peakBytes],
];

export const qualityFigures: readonly FigureReader<AskMeasurement>[] = [
  ['evidence', `evidence in the first ${evidenceDepth} passages`, 'share', average(({ found }) => found)],
  ['evidence.verbatim', '  of it letter for letter', 'share', average(({ foundVerbatim }) => foundVerbatim)],
  ['facts', 'all facts in what is returned', 'share', average(({ hasFacts }) => hasFacts)],
  ['words', 'words returned, on average', 'count', average(({ words }) => words)],
];

function pictureQuantile(share: number, read: (page: PicturesMeasurement['pages'][number]) => number) {
  // The first page opens the file and loads the library; it has its own row.
  return ({ output }: Measured<PicturesMeasurement>) => percentile(output.pages.slice(1).map(read), share);
}

export const pictureFigures: readonly FigureReader<PicturesMeasurement>[] = [
  ['first', 'the first of a process', 'ms', ({ output }) => output.pages[0]?.ms ?? null],
  ['next.p50', 'each after it, p50', 'ms', pictureQuantile(0.5, ({ ms }) => ms)],
  ['next.p95', 'each after it, p95', 'ms', pictureQuantile(0.95, ({ ms }) => ms)],
  ['size.p50', 'size, p50', 'bytes', pictureQuantile(0.5, ({ bytes }) => bytes)],
  ['memory', 'peak memory', 'bytes', ({ peakBytes }) => peakBytes],
];

/** Under load, beside the same server at rest. */
export function compareLoad({ idleMs, answeredMs, refusedMs, sent }: LoadMeasurement): ComparedFigure[] {
  const compare = (name: string, share: number): ComparedFigure => {
    const [ours, baseline] = [percentile(answeredMs, share), percentile(idleMs, share)];
    const ratio = ours === null || baseline === null ? null : ours / baseline;
    return { name, label: `answered, ${name}`, unit: 'ms', ours, baseline, ratio };
  };
  const alone = (name: string, label: string, unit: Unit, ours: number | null): ComparedFigure => ({
    name,
    label,
    unit,
    ours,
    baseline: null,
    ratio: null,
  });
  const lost = sent - answeredMs.length - refusedMs.length;
  return [
    compare('p50', 0.5),
    compare('p99', 0.99),
    alone('refused.p99', 'refused as busy, p99', 'ms', percentile(refusedMs, 0.99)),
    alone('refused', 'share refused', 'share', sent === 0 ? null : refusedMs.length / sent),
    alone('lost', 'neither answered nor refused', 'count', lost),
  ];
}
