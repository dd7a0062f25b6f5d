/** A run: its settings, figures and questions. Pure. */
import { basename } from 'node:path';
import type { QuestionResult } from '../ask-question.ts';
import type { BaselineResult } from '../baselines.ts';
import type { BaselineComparison } from '../bounds/gate.ts';
import type { Summary } from '../score/summarize.ts';

/** The settings behind the figures, stored with them. */
export interface EvalSettings {
  /** The product's version. */
  version: string | null;
  encoder: string;
  /** The processor, since rounding differs between them. Null if not given. */
  processor: string | null;
  files: { name: string; questions: number }[];
  /** The split that was asked; null for all. */
  split: string | null;
  kinds: string[] | null;
  /** Parts of the ranking that were left out. */
  without: string[];
  /** The assistant's answer rate; null if not given. */
  answerRate: number | null;
  /** Questions asked, by kind. */
  asked: Record<string, number>;
  retrievalDepth: number;
  wordCap: number;
  bootstrap: { seed: number; resamples: number; level: number };
}

/** A run as plain JSON values. */
export interface EvalReport {
  settings: EvalSettings;
  summary: Summary;
  /** With `--baselines`. */
  baselines?: BaselineResult[];
  /** With `--baseline`. */
  comparison?: BaselineComparison;
  misses: string[];
  questions: QuestionResult[];
}

/** The settings with file names only, since folders differ between machines. */
export function withoutFolders(settings: EvalSettings): EvalSettings {
  return { ...settings, files: settings.files.map((file) => ({ ...file, name: basename(file.name) })) };
}

/** The settings in three lines. */
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
