/** Progress of long work: one redrawn line on a terminal, one line a stage in a pipe. */
import type { OnProgress, Progress } from '../types.ts';
import type { Terminal } from './terminal.ts';

/** "1:05" or "8 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole >= 60 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}` : `${whole} s`;
}

/** One line on how far a stage is. Time left is shown once a tenth of the work has shown its pace. */
export function formatProgress({ stage, done, total }: Progress, elapsedMs: number): string {
  if (total === null) return `${stage} ${done}`;
  const left = done >= total / 10 && done < total ? `, ${formatSeconds(((elapsedMs / done) * (total - done)) / 1000)} left` : '';
  return `${stage} ${done}/${total}${left}`;
}

const redrawMs = 80;

/** Watches stages; `finish` clears the line or ends the last stage's. */
export function createProgress(terminal: Terminal, now: () => number = () => performance.now()) {
  let stage = '';
  let stageStarted = 0;
  let drawn = -Infinity;
  let last: Progress | null = null;
  const clear = () => terminal.err('\r\u001b[K');
  const endStage = () => {
    if (last === null) return;
    if (terminal.isInteractive) clear();
    else terminal.err(`${last.stage}: ${last.done} in ${formatSeconds((now() - stageStarted) / 1000)}\n`);
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
    clear();
    terminal.err(terminal.paintError('dim', formatProgress(progress, now() - stageStarted)));
  };
  const finish = () => {
    endStage();
    last = null;
  };
  return { onProgress, finish };
}
