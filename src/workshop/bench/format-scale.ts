/** The table of growing indexes as plain, aligned text. Pure. */
import { alignRows } from '../../text/align-rows.ts';
import type { Unit } from './compare-figures.ts';
import { formatFigure, heading } from './format-report.ts';
import { recallDepth, type ScaleMeasurement } from './measurements.ts';
import type { ScaleReport } from './scale.ts';

type Row = [label: string, unit: Unit, read: (size: ScaleMeasurement) => number | null | undefined];

const rows: readonly Row[] = [
  ['documents', 'count', ({ documents }) => documents],
  ['build and write, vectors given', 'ms', ({ build }) => build?.output.buildMs],
  ['peak memory, building', 'bytes', ({ build }) => build?.peakBytes],
  ['index on disk', 'bytes', ({ build }) => build?.output.indexBytes],
  ['  of it a passage', 'bytes', ({ build, passages }) => build && build.output.indexBytes / passages],
  ['open the store', 'ms', ({ search }) => search?.output.openMs],
  ['search, p50', 'ms', ({ search }) => search?.output.p50Ms],
  ['search, p95', 'ms', ({ search }) => search?.output.p95Ms],
  ['  in processor time, p50', 'ms', ({ search }) => search?.output.processorP50Ms],
  ['  in processor time, p95', 'ms', ({ search }) => search?.output.processorP95Ms],
  [`true nearest ${recallDepth} found`, 'share', ({ search }) => search?.output.recall],
  ['memory with the encoder, no store', 'bytes', ({ search }) => search?.output.memory.beforeBytes],
  ['  and the store open', 'bytes', ({ search }) => search?.output.memory.openBytes],
  ['  after the questions', 'bytes', ({ search }) => search?.output.memory.searchedBytes],
  ['open the whole program', 'ms', ({ ask }) => ask?.output.openMs],
  ['ask, p50', 'ms', ({ ask }) => ask?.output.p50Ms],
  ['ask, p95', 'ms', ({ ask }) => ask?.output.p95Ms],
  ['peak memory, asking', 'bytes', ({ ask }) => ask?.peakBytes],
  ['one document more: open the index', 'ms', ({ add }) => add?.output.openMs],
  ['  write it', 'ms', ({ add }) => add?.output.addMs],
  ['  bytes written', 'bytes', ({ add }) => add?.output.writtenBytes],
];

/** The table, a column for each size. */
export function formatScale({ settings, database, sizes }: ScaleReport): string {
  const where = database === null ? '' : ', in PostgreSQL';
  const head = [`Passages, generated${where}`, ...sizes.map(({ passages }) => passages.toLocaleString('en'))];
  const table = rows.map(([label, unit, read]) => [
    `  ${label}`,
    ...sizes.map((size) => formatFigure(read(size) ?? null, unit)),
  ]);
  const problems = sizes.flatMap(({ passages, problem }) =>
    problem === null ? [] : [`  ${passages.toLocaleString('en')} passages: ${problem}`],
  );
  return [...heading(settings, false), '', ...alignRows([head, ...table]), ...problems, ''].join('\n');
}
