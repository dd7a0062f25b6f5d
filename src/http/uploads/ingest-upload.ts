/** One upload: its file is read into the index, and it says how far that is and how it ended. */
import { basename } from 'node:path';
import { toDocumentId } from '../../assistant/document-kinds.ts';
import type { WorkOptions } from '../../core/types.ts';
import type { Upload } from '../../wire/types.ts';
import type { Actor } from '../access/may-fill.ts';
import type { SentFile } from './sent-file.ts';
import { describeRefusal, followIngest } from './upload-progress.ts';

/** What comes of a file that is read elsewhere. */
interface Following {
  /** Called when somebody has begun to read it. */
  onTaken?: () => void;
  /** Called when somebody else has cancelled it. */
  onTakenOff?: () => void;
  /** Aborted when it is not followed any longer, and stays where it waits. */
  leaving?: AbortSignal;
}

export interface IngestOptions extends WorkOptions, Actor, Following {
  /** The id of the upload. */
  upload: string;
  collection?: string | undefined;
}

/** An upload that has not ended; a file that was not sent is never discarded. */
export interface UnderWay extends SentFile {
  upload: Upload;
  actor: Actor;
  /** Path of its file. */
  path: string;
  stopping: AbortController;
}

export interface UploadIngest {
  /** As of `UploadQueueOptions`. */
  ingest: (file: string, options: IngestOptions) => Promise<unknown>;
  isReadElsewhere: boolean;
  /** Aborted when the server stops. */
  closing: AbortSignal;
  /** Milliseconds. */
  now: () => number;
}

export const isUnderWay = ({ state }: Upload) => state === 'waiting' || state === 'ingesting';

/** Reads an upload into the index, unless it was cancelled before its turn. @throws what refused it. */
export async function ingestUpload(
  { upload, actor, path, discard, checkFree, stopping }: UnderWay,
  { ingest, isReadElsewhere, closing, now }: UploadIngest,
): Promise<void> {
  if (upload.state !== 'waiting') return;
  const { signal } = stopping;
  const onTaken = () => {
    upload.state = 'ingesting';
  };
  const onTakenOff = () => stopping.abort();
  if (!isReadElsewhere) onTaken();
  try {
    const { id, collection } = upload;
    await checkFree();
    const following = isReadElsewhere ? { onTaken, onTakenOff, leaving: closing } : {};
    const onProgress = followIngest(upload, now);
    await ingest(path, { upload: id, onProgress, signal, collection, ...following, ...actor });
    upload.state = 'done';
    upload.document = toDocumentId(basename(path));
  } catch (error) {
    if (isReadElsewhere && closing.aborted) return;
    await discard();
    upload.state = signal.aborted ? 'cancelled' : 'refused';
    upload.problem = signal.aborted ? null : describeRefusal(error);
    if (!signal.aborted) throw error;
  } finally {
    upload.secondsLeft = null;
  }
}
