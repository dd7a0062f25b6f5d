/** `verse queue`: the documents that wait in the database to be read. */
import { withQueue } from '../../assistant/document-queue.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { showQueue } from '../show/show-queue.ts';

export interface QueueOptions {
  retry?: true;
  clear?: true;
  json?: true;
}

/** @throws VerseError `bad-input` without a database, and as a queue does. */
export function queue({ terminal, config }: Session, { retry, clear, json }: QueueOptions): Promise<void> {
  return withQueue(config(), async (documents) => {
    const retried = retry ? await documents.retry() : 0;
    const cleared = clear ? await documents.clear() : 0;
    const entries = await documents.list();
    if (retry && !json) terminal.err(`${countNoun(retried, 'document')} to be tried again.\n`);
    if (clear && !json) terminal.err(`${countNoun(cleared, 'document')} taken off.\n`);
    printResult(terminal, entries, json, showQueue);
  });
}
