/** A run as plain text and as JSON. Pure. */
import { basename } from 'node:path';
import type { QuestionResult } from './ask-question.ts';
import type { Summary } from './summarize.ts';
import { buildTables, type Table } from './tables.ts';

/** What made the figures; travels with them. */
export interface EvalSettings {
  /** The product's version. */
  version: string | null;
  encoder: string;
  files: { name: string; questions: number }[];
  /** What was asked for; null: all. */
  split: string | null;
  kinds: string[] | null;
  /** Questions asked, by kind. */
  asked: Record<string, number>;
  retrievalDepth: number;
  wordCap: number;
  bootstrap: { seed: number; resamples: number; level: number };
}

/** The whole of a run; `JSON.stringify` and read it back. */
export interface EvalReport {
  settings: EvalSettings;
  summary: Summary;
  misses: string[];
  questions: QuestionResult[];
}

/** Columns under one another: labels to the left, the rest to the right, two spaces between. */
function alignTable(table: Table): string[] {
  const rows = table.map(([label = '', ...cells], index) => [index === 0 ? label : `  ${label}`, ...cells]);
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Files without their folders, which differ from machine to machine. */
export function withoutFolders(settings: EvalSettings): EvalSettings {
  return { ...settings, files: settings.files.map((file) => ({ ...file, name: basename(file.name) })) };
}

/** What was asked, and of what, in three lines. */
export function describeRun({ version, encoder, files, split, asked }: EvalSettings): string[] {
  const total = Object.values(asked).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(asked).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${total} questions of ${files.map(({ name }) => name).join(', ')}${split === null ? '' : `, split ${split}`}`,
    `${kinds.join(', ')}`,
    `${version === null ? '' : `version ${version}, `}encoder ${encoder}`,
  ];
}

/** The tables, plain and aligned; ends with the thresholds missed. */
export function formatReport({ settings, summary, misses }: Omit<EvalReport, 'questions'>): string {
  const [title = '', ...details] = describeRun(settings);
  return [
    title,
    ...details.map((line) => `  ${line}`),
    ...buildTables(summary, { latency: true }).flatMap((table) => ['', ...alignTable(table)]),
    ...(misses.length === 0 ? [] : ['', 'Thresholds missed', ...misses.map((miss) => `  ${miss}`)]),
    '',
  ].join('\n');
}
