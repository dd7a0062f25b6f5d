/** Puts files into the queue rather than reading them. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type EnqueueOptions,
  enqueueDocuments,
  type QueueEntry,
  withQueue,
} from '../assistant/document-queue.ts';
import type { Config } from '../config/settings.ts';
import { toPlainJson } from '../text/control-signs.ts';
import { refuseSome } from './ingest-with-progress.ts';
import { createProgress } from './progress.ts';
import { showQueue } from './show/show-queue.ts';
import type { Terminal } from './terminal.ts';
import { untilInterrupted } from './until-interrupted.ts';

const lookEveryMs = 500;

/** The entries of `queued` as they are now; one that is no longer there is as it was seen last. */
async function lookAgain(config: Config, queued: readonly QueueEntry[]): Promise<QueueEntry[]> {
  const now = await withQueue(config, (queue) => queue.list());
  return queued.map((entry) => now.find(({ number }) => number === entry.number) ?? entry);
}

/** Waits until workers have brought all of them to an end. */
async function waitFor(
  config: Config,
  queued: readonly QueueEntry[],
  terminal: Terminal,
): Promise<QueueEntry[]> {
  return untilInterrupted('Nobody waits any longer; the documents stay in the queue.', async (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    let entries = [...queued];
    try {
      for (;;) {
        entries = await lookAgain(config, entries);
        const done = entries.filter(({ state }) => state === 'done' || state === 'failed').length;
        onProgress({ stage: 'documents', done, total: entries.length });
        if (done === entries.length) return entries;
        await wait(lookEveryMs, undefined, { signal });
      }
    } finally {
      finish();
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
  terminal.out(json ? `${toPlainJson({ queued: entries, refused }, 2)}\n` : showQueue(entries, terminal));
  const failed = entries.filter(({ state }) => state === 'failed');
  const sentences = [...refused.map(({ problem }) => problem), ...failed.map(({ problem }) => problem ?? '')];
  if (sentences.length === 0) return;
  throw refuseSome(sentences, isWaiting ? 'all else is in the index' : 'all else is in the queue');
}
