/** Puts files into the queue rather than reading them. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type EnqueueOptions,
  enqueueDocuments,
  type QueueEntry,
  withQueue,
} from '../assistant/document-queue.ts';
import type { Config } from '../config/settings.ts';
import { refuseSome } from './ingest-with-progress.ts';
import { printResult } from './print-result.ts';
import { showQueue } from './show/show-queue.ts';
import type { Terminal } from './terminal.ts';
import { withProgress } from './with-progress.ts';

const lookEveryMs = 500;

interface Waited {
  entry: QueueEntry;
  isOver: boolean;
}

/** The entries as they are now; one that somebody has cleared, or put there anew, is over and as it was seen last. Pure. */
export function seeAgain(waited: readonly QueueEntry[], now: readonly QueueEntry[]): Waited[] {
  return waited.map((before) => {
    const entry = now.find(({ number }) => number === before.number);
    const isOver = entry === undefined || entry.state === 'done' || entry.state === 'failed';
    return { entry: entry ?? before, isOver };
  });
}

/** Waits until workers have brought all of them to an end. */
async function waitFor(
  config: Config,
  queued: readonly QueueEntry[],
  terminal: Terminal,
): Promise<QueueEntry[]> {
  const left = 'Nobody waits any longer; the documents stay in the queue.';
  return withProgress(terminal, left, async ({ onProgress, signal }) => {
    let entries = [...queued];
    for (;;) {
      const seen = seeAgain(entries, await withQueue(config, (queue) => queue.list()));
      entries = seen.map(({ entry }) => entry);
      const done = seen.filter(({ isOver }) => isOver).length;
      onProgress({ stage: 'documents', done, total: entries.length });
      if (done === entries.length) return entries;
      await wait(lookEveryMs, undefined, { signal });
    }
  });
}

/**
 * @param isWaiting whether to return when they are read.
 * @throws VerseError `some-refused` where a file could not be read, or, of those waited for, one failed.
 */
export async function queueFiles(
  config: Config,
  files: readonly string[],
  terminal: Terminal,
  { isWaiting, json, ...options }: EnqueueOptions & { isWaiting: boolean; json: boolean },
): Promise<void> {
  const { queued, refused } = await enqueueDocuments(config, files, options);
  const entries = isWaiting ? await waitFor(config, queued, terminal) : queued;
  printResult(terminal, { queued: entries, refused }, json, () => showQueue(entries, terminal));
  const failed = entries.filter(({ state }) => state === 'failed');
  const sentences = [...refused.map(({ problem }) => problem), ...failed.map(({ problem }) => problem ?? '')];
  if (sentences.length === 0) return;
  throw refuseSome(sentences, isWaiting ? 'all else is in the index' : 'all else is in the queue');
}
