/** Progress of long work: one redrawn line on a terminal; in a pipe nothing, or a line for each stage where it is asked for. */

import type { OnProgress, Progress } from '../core/types.ts';
import { cutToColumns } from '../text/columns.ts';
import { countNoun } from '../text/count-noun.ts';
import { type Terminal, usualWidth } from './terminal.ts';

/** "1:05" or "8 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole >= 60 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}` : `${whole} s`;
}

/** The unit of a stage, by its first word. */
const units: Record<string, string> = {
  read: 'page',
  encode: 'passage',
  write: 'file',
  asking: 'question',
  checking: 'sentence',
};

function countWork({ stage, done }: Progress): string {
  const unit = units[stage.split(' ')[0] ?? ''];
  return unit === undefined ? String(done) : countNoun(done, unit);
}

/** A stage's progress in a line. Time left is shown after a tenth of the work and half a second. */
export function formatProgress({ stage, done, total }: Progress, elapsedMs: number): string {
  if (total === null) return `${stage}: ${done}`;
  const hasPace = elapsedMs >= 500 && done > 0 && done >= total / 10 && done < total;
  const left = hasPace ? `, ${formatSeconds(((elapsedMs / done) * (total - done)) / 1000)} left` : '';
  return `${stage}: ${done} of ${total}${left}`;
}

/** A finished stage in a line. */
export function formatStage(progress: Progress, elapsedMs: number): string {
  return `${progress.stage}: ${countWork(progress)} in ${formatSeconds(elapsedMs / 1000)}`;
}

const redrawMs = 80;

export interface ProgressLine {
  onProgress: OnProgress;
  /** Clears the line, or ends the last stage's. */
  finish: () => void;
}

/** Shows the stages of one piece of work on standard error. `now` returns milliseconds. */
export function createProgress(
  terminal: Terminal,
  now: () => number = () => performance.now(),
): ProgressLine {
  let stage = '';
  let stageStarted = 0;
  let drawn = -Infinity;
  let last: Progress | null = null;
  const endStage = () => {
    if (last === null) return;
    if (terminal.isInteractive) terminal.clearLine();
    else if (terminal.tellsStages) terminal.err(`${formatStage(last, now() - stageStarted)}\n`);
  };
  const onProgress: OnProgress = (progress) => {
    if (progress.stage !== stage) {
      endStage();
      stage = progress.stage;
      stageStarted = now();
      drawn = -Infinity;
    }
    last = progress;
    if (!terminal.isInteractive || now() - drawn < redrawMs) return;
    drawn = now();
    terminal.clearLine();
    // A line that wraps could not be cleared.
    const columns = Number.isFinite(terminal.width) ? terminal.width : usualWidth;
    const line = cutToColumns(formatProgress(progress, now() - stageStarted), columns - 1);
    terminal.err(terminal.paintError('dim', line));
  };
  const finish = () => {
    endStage();
    last = null;
  };
  return { onProgress, finish };
}
