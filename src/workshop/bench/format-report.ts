/** The bench's report as plain, aligned text. Pure. */
import { alignRows } from '../../text/align-rows.ts';
import type { ComparedFigure, Unit } from './compare-figures.ts';
import type { MicroMeasurement } from './measurements.ts';

/** The settings of the run, stored with the figures. */
export interface BenchSettings {
  version: string;
  node: string;
  platform: string;
  processor: string;
  cores: number;
  /** Load average over the minute before the start; 0 if unknown. */
  load: number;
  file: string;
  encoder: string;
  /** Ids of the questions that were timed. */
  questions: string[];
}

export interface BenchReport {
  settings: BenchSettings;
  /** Null if left out. */
  ingest: ComparedFigure[] | null;
  ask: ComparedFigure[];
  quality: ComparedFigure[];
  /** A server under four times the questions that it can answer, beside the same at rest. */
  load: ComparedFigure[];
  /** Page pictures, beside those of pdf-parse. */
  pictures: ComparedFigure[];
  micro: MicroMeasurement[];
}

/** "0.042 ms", "3.31 ms", "23.4 ms", "833 ms", "14.2 s": three digits, whatever the size. */
function formatMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms.toFixed(ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3)} ms`;
}

/** "316 kB", "2.3 MB", "391 MB", "3.0 GB". */
function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${(bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1)} MB`;
}

const formats: Record<Unit, (value: number) => string> = {
  ms: formatMs,
  bytes: formatBytes,
  share: (share) => share.toFixed(3).replace(/^0/, ''),
  count: (count) => Math.round(count).toLocaleString('en'),
};

export function formatFigure(value: number | null, unit: Unit): string {
  return value === null ? '–' : formats[unit](value);
}

/** A table of both stacks, or of ours alone if no baseline was measured. */
function compareTable(
  title: string,
  figures: readonly ComparedFigure[],
  beside = 'tutorial stack',
): string[] {
  const hasBaseline = figures.some(({ baseline }) => baseline !== null);
  const rows = figures.map(({ label, unit, ours, baseline, ratio }) => [
    `  ${label}`,
    formatFigure(ours, unit),
    ...(hasBaseline ? [formatFigure(baseline, unit), ratio === null ? '–' : ratio.toFixed(2)] : []),
  ]);
  return ['', ...alignRows([[title, 'ours', ...(hasBaseline ? [beside, 'ratio'] : [])], ...rows])];
}

function microTable(micro: readonly MicroMeasurement[]): string[] {
  const rows = micro.map(({ label, p50Ms, p99Ms, calls }) => [
    `  ${label}`,
    formatMs(p50Ms),
    formatMs(p99Ms),
    calls.toLocaleString('en'),
  ]);
  return ['', ...alignRows([['Parts of an answer', 'p50', 'p99', 'calls'], ...rows])];
}

/** Share of the cores used by others above which times vary: the same code took 27 to 100 ms for the same text. */
const busyShare = 0.5;

/** The first lines of a report. */
export function heading(
  { version, node, platform, processor, cores, load, file, encoder }: BenchSettings,
  hasBaseline: boolean,
): string[] {
  return [
    `Bench of version ${version}, Node ${node}, ${platform}, ${cores} cores of ${processor}`,
    `  ${file}, encoder ${encoder}`,
    ...(load > cores * busyShare
      ? [
          `  other work kept ${load.toFixed(1)} processes running at the start: do not trust times and their ratios`,
        ]
      : []),
    ...(hasBaseline
      ? [
          '  tutorial stack: PDFLoader, RecursiveCharacterTextSplitter 1000/200, the same encoder (mean pooling) and',
          '  HNSWLib of LangChain.js; each measurement in a process of its own; ratio: ours / tutorial stack',
        ]
      : []),
  ];
}

/** All tables. */
export function formatBench({ settings, ingest, ask, quality, load, pictures, micro }: BenchReport): string {
  const count = settings.questions.length;
  return [
    ...heading(
      settings,
      ask.some(({ baseline }) => baseline !== null),
    ),
    ...(ingest === null ? [] : compareTable('Ingest, nothing cached', ingest)),
    ...compareTable(`Ask, warm, ${count} test questions`, ask),
    ...compareTable('Quality on the same questions', quality),
    ...compareTable('Asked four times as fast as it answers', load, 'at rest'),
    ...compareTable('Pages as pictures', pictures, 'pdf-parse'),
    ...microTable(micro),
    '',
  ].join('\n');
}
