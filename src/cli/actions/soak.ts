/** `verse soak`: whether the server stays as it is under a long load. */
import { inFolder } from '../../config/settings.ts';
import { requireFlat, runSoak, showSoak } from '../../workshop/bench/soak.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export interface SoakOptions {
  minutes: number;
}

/** @throws VerseError `threshold-missed` where memory grew; Interrupted. */
export function soak({ terminal, config }: Session, { minutes }: SoakOptions): Promise<void> {
  return untilInterrupted('The soak was stopped.', async (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    const options = { onProgress, signal };
    const measured = await runSoak({ config: inFolder(config()), minutes }, options).finally(finish);
    terminal.out(showSoak(measured));
    requireFlat(measured);
  });
}
