/** `verse work`: reads documents from the queue of the database. */
import { workOnQueue } from '../../assistant/document-queue.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { refuseSome } from '../ingest-with-progress.ts';
import { toOcr } from '../options.ts';
import { createProgress } from '../progress.ts';
import { describeWorked } from '../show/show-queue.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export interface WorkOptions {
  once?: true;
  json?: true;
  ocr?: boolean;
}

/** @throws VerseError `some-refused` where, with `once`, a document failed; as `workOnQueue` does; Interrupted. */
export function work({ terminal, config }: Session, options: WorkOptions): Promise<void> {
  const settings = config(toOcr(options));
  return untilInterrupted('The worker was stopped; its document waits for another.', async (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    let isAway = false;
    const failed: string[] = [];
    await workOnQueue(settings, {
      once: options.once === true,
      onProgress,
      signal,
      onDocument: (worked) => {
        finish();
        isAway = false;
        if (options.once && worked.problem !== null) failed.push(worked.problem);
        terminal.out(`${options.json ? toPlainJson(worked) : describeWorked(worked)}\n`);
      },
      onOutage: (problem) => {
        finish();
        if (!isAway) terminal.err(`${problem.message} It is tried again until it is there.\n`);
        isAway = true;
      },
    }).finally(finish);
    if (failed.length > 0) throw refuseSome(failed, 'all else is in the index');
  });
}
