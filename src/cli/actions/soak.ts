/** `verse soak`: whether the server stays as it is under a long load. */
import { inFolder } from '../../config/settings.ts';
import { requireFlat, runSoak, showSoak } from '../../workshop/bench/soak.ts';
import type { Session } from '../chat/session.ts';
import { withProgress } from '../with-progress.ts';

export interface SoakOptions {
  minutes: number;
}

/** @throws VerseError `threshold-missed` where memory grew; Interrupted. */
export async function soak({ terminal, config }: Session, { minutes }: SoakOptions): Promise<void> {
  const asked = { config: inFolder(config()), minutes };
  const measured = await withProgress(terminal, 'The soak was stopped.', (running) =>
    runSoak(asked, running),
  );
  terminal.out(showSoak(measured));
  requireFlat(measured);
}
