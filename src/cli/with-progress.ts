/** Long work that shows how far it is on standard error, and that Ctrl-C stops cleanly. */
import type { OnProgress } from '../core/types.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** @param left as `untilInterrupted` has it. @throws Interrupted; what `work` throws. */
export function withProgress<Result>(
  terminal: Terminal,
  left: string,
  work: (running: { onProgress: OnProgress; signal: AbortSignal }) => Promise<Result>,
): Promise<Result> {
  return untilInterrupted(left, (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    return work({ onProgress, signal }).finally(finish);
  });
}
