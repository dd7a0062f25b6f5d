/** Documents that are put into the queue of a database, and the workers that read them. */
import type { Config } from '../config/settings.ts';
import { readingLimits } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument, WorkOptions } from '../core/types.ts';
import { gatherNamed, requireSome } from '../ingest/gather-files.ts';
import { type WorkedDocument, workQueue } from '../ingest/work-queue.ts';
import { openEncoderPool } from '../networks/encoder-pool.ts';
import { withHome } from '../store/choose-home.ts';
import type { DocumentQueue, QueuedFile, QueueEntry, QueueProgress } from '../store/document-queue.ts';
import { nameActor } from './audit.ts';
import { applyChange, isSameRecord } from './change-document.ts';
import { checkNames } from './find-report.ts';
import { filesToIngest } from './own-reports.ts';
import { summarizer } from './summarizer.ts';

export type { QueueEntry, QueueProgress, WorkedDocument };

/** @throws VerseError `bad-input` where the index is in a folder, which has no queue. */
export async function withQueue<Result>(
  config: Config,
  use: (queue: DocumentQueue) => Promise<Result>,
): Promise<Result> {
  return withHome(config, async ({ queue }) => {
    if (queue !== undefined) return use(queue);
    throw new VerseError(
      'bad-input',
      'A queue is in a database, and VERSE_STORE names none.',
      'Set it (docs/guides/scale.md), or leave --queue out: `verse add` reads files at once.',
    );
  });
}

export interface EnqueueOptions {
  tags?: readonly string[];
  year?: number;
  collection?: string;
  /** Whether one refused file keeps all of them out. */
  strict?: boolean;
  /** Whether errors call files by their own names, and not by their paths. */
  byName?: boolean;
  /** The name of the token by which it is asked for; undefined for a user of this machine. */
  by?: string | undefined;
  /** By which the one file is listed among the uploads. */
  upload?: string | undefined;
  signal?: AbortSignal;
}

/** What became of files that were to be put into the queue. */
export interface Enqueued {
  queued: QueueEntry[];
  refused: { file: string; problem: string }[];
}

/**
 * Puts files into the queue: the named ones, or all of the corpus folder. Those that cannot be read are left out.
 * @throws VerseError as `gatherNamed` does, where all are refused, or one is and `strict` is set.
 */
export async function enqueueDocuments(
  config: Config,
  files: readonly string[],
  { tags = [], year, collection, by, upload, ...options }: EnqueueOptions = {},
): Promise<Enqueued> {
  return withQueue(config, async (queue) => {
    const named = files.length === 0 ? await filesToIngest(config) : files;
    if (files.length > 0) checkNames(files, await withHome(config, (home) => home.list()));
    const given = { ...config, ...options, files: named };
    const gathered = await gatherNamed(given);
    requireSome(gathered, given);
    const wanted = gathered.hashed.map(
      ({ id, path, sha256 }): QueuedFile => ({
        id,
        file: path,
        sha256,
        tags,
        by: nameActor(config, by) ?? 'unknown',
        ...(year !== undefined && { year }),
        ...(collection !== undefined && { collection }),
        ...(upload !== undefined && { upload }),
      }),
    );
    return {
      queued: await queue.put(wanted),
      refused: gathered.refused.map(({ file, refusal }) => ({ file: file.path, problem: refusal.sentence })),
    };
  });
}

/** The document with the tags, the year and the collection of its entry; the same object where it has them. */
function adjust(document: ReportDocument, { tags, year, collection }: QueueEntry): ReportDocument {
  const changed = applyChange(document, {
    ...(tags.length > 0 && { tags: [...(document.tags ?? []), ...tags] }),
    ...(year !== undefined && { year }),
    ...(collection !== undefined && { collection }),
  });
  return isSameRecord(document, changed) ? document : changed;
}

export interface WorkerOptions extends WorkOptions {
  once: boolean;
  onDocument: (worked: WorkedDocument) => void;
  onOutage: (problem: VerseError) => void;
}

/** Reads documents from the queue; see `workQueue`. */
export async function workOnQueue(config: Config, options: WorkerOptions): Promise<void> {
  await withQueue(config, async (queue) => {
    const encoder = await openEncoderPool(config.modelsDir, {
      signal: options.signal,
      cacheDir: config.cacheDir,
    });
    try {
      await workQueue({
        ...options,
        queue,
        encoder,
        summarizer,
        adjust,
        limits: readingLimits(config),
        ocr: { when: config.ocr, languages: config.ocrLanguages },
      });
    } finally {
      await encoder.close();
    }
  });
}
