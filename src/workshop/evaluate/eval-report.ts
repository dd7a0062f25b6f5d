/** A whole run: what made it, its figures, and every question. Pure. */
import { basename } from 'node:path';
import type { QuestionResult } from './ask-question.ts';
import type { BaselineResult } from './baselines.ts';
import type { Comparison } from './gate.ts';
import type { Summary } from './summarize.ts';

/** What made the figures; travels with them. */
export interface EvalSettings {
  /** The product's version. */
  version: string | null;
  encoder: string;
  /** What the networks computed on: rounding differs from one to another. Null where it was not said. */
  processor: string | null;
  files: { name: string; questions: number }[];
  /** What was asked for; null: all. */
  split: string | null;
  kinds: string[] | null;
  /** Parts of the ranking that were left out. */
  without: string[];
  /** Share of the questions with an answer that the assistant was to answer; null where it was not said. */
  answerRate: number | null;
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
  /** With `--baselines`. */
  baselines?: BaselineResult[];
  /** With `--baseline`. */
  comparison?: Comparison;
  misses: string[];
  questions: QuestionResult[];
}

/** Files without their folders, which differ from machine to machine. */
export function withoutFolders(settings: EvalSettings): EvalSettings {
  return { ...settings, files: settings.files.map((file) => ({ ...file, name: basename(file.name) })) };
}

/** What was asked, and of what, in three lines. */
export function describeRun(settings: EvalSettings): string[] {
  const { version, encoder, processor, files, split, asked, without, answerRate } = settings;
  const total = Object.values(asked).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(asked).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${total} questions of ${files.map(({ name }) => name).join(', ')}${split === null ? '' : `, split ${split}`}`,
    `${kinds.join(', ')}`,
    `${version === null ? '' : `version ${version}, `}encoder ${encoder}${without.length === 0 ? '' : `, without ${without.join(', ')}`}${answerRate === null ? '' : `, answer rate ${answerRate}`}${processor === null ? '' : `, on ${processor}`}`,
  ];
}
