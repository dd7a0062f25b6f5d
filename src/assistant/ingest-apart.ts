/**
 * Reads documents into the index by a process of its own: its computing holds up nobody who asks meanwhile, and what ends it
 * (memory that runs out, a fault in native code) ends no server.
 */
import { fork } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { Progress } from '../core/types.ts';
import { heardError, isTold } from '../quarantine/messages.ts';
import { canQuarantine } from '../quarantine/open-quarantine.ts';
import { type IngestDocumentsOptions, type IngestReport, ingestDocuments } from './ingest-documents.ts';

/** What the process is given: plain values. */
export interface IngestJob {
  config: Config;
  files: readonly string[];
  options: Omit<IngestDocumentsOptions, 'onProgress' | 'signal'>;
}

/** What it says before its result or refusal. */
export interface IngestProgress {
  kind: 'progress';
  progress: Progress;
}

/** Asks it to stop at its next step. */
export const stopIngest = 'stop';

const entry = new URL('./ingest-process.js', import.meta.url);

/** After which a process that was asked to stop is killed. The index is whole all the same: it is changed by a rename. */
const longestStopMs = 10_000;

function isProgress(message: unknown): message is IngestProgress {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'progress';
}

function refuseEnded(
  files: readonly string[],
  { remove = [], byName }: IngestJob['options'],
  how: string,
): VerseError {
  if (files.length === 0 && remove.length > 0) {
    return new VerseError(
      'over-limit',
      `${remove.join(', ')}: the process that takes it out of the index ended (${how}), so the index stays as it was.`,
      'Do it again where more memory is free.',
    );
  }
  return new VerseError(
    'over-limit',
    `${(byName ? files.map((file) => basename(file)) : files).join(', ')}: the process that reads it into the index ended (${how}), so the index stays as it was.`,
    'Read it where more memory is free, or split it into several files.',
  );
}

/**
 * As `ingestDocuments`; when running from the sources, in this process.
 * @throws also VerseError `over-limit` where the process ends before it is done.
 */
export function ingestApart(
  config: Config,
  files: readonly string[],
  { onProgress = () => {}, signal, ...options }: IngestDocumentsOptions = {},
): Promise<IngestReport> {
  if (!canQuarantine(entry)) return ingestDocuments(config, files, { ...options, onProgress, signal });
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let killing: NodeJS.Timeout | undefined;
    const stop = () => {
      if (child.connected) child.send(stopIngest);
      killing = setTimeout(() => child.kill('SIGKILL'), longestStopMs).unref();
    };
    signal?.addEventListener('abort', stop);
    let settle: (() => void) | undefined;
    child.on('message', (message) => {
      if (isProgress(message)) onProgress(message.progress);
      else if (!isTold(message)) return;
      // Both ends are this program.
      else if (message.kind === 'result') settle = () => resolve(message.result as IngestReport);
      else if (message.kind === 'refusal' || message.kind === 'mistake')
        settle = () => reject(signal?.aborted ? signal.reason : heardError(message));
    });
    child.on('error', reject);
    // Only then does it hold the lock of the index no longer.
    child.on('close', (code, by) => {
      clearTimeout(killing);
      signal?.removeEventListener('abort', stop);
      if (settle !== undefined) settle();
      else reject(signal?.aborted ? signal.reason : refuseEnded(files, options, by ?? `exit code ${code}`));
    });
    child.send({ config, files, options } satisfies IngestJob);
  });
}
