/** State: the reports in the index and the uploads under way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentChange, DocumentListing, Upload, Uploads } from '../../wire/types.ts';
import {
  addDocument,
  cancelIngest,
  changeDocument,
  dismissUpload,
  listDocuments,
  RequestFailure,
  readUploads,
  readWrites,
  removeDocument,
} from '../api.ts';
import type { Failure } from '../nouns.ts';

/** How often to ask for an ingest's progress. */
const pollMs = 500;

const noUploads: Uploads = { allowed: false, changes: false, maxBytes: 0, uploads: [] };

export interface Library {
  /** Null until loaded. */
  documents: readonly DocumentListing[] | null;
  /** Why they could not be listed. */
  failure: Failure | null;
  /** Whether a language model can write answers. */
  writes: boolean;
  uploads: Uploads;
  /** Why the last file or removal was refused. */
  problem: string | null;
  reload(): void;
  add(files: readonly File[]): void;
  /** Resolves when it is gone or the request has failed. */
  remove(id: string): Promise<void>;
  /** Sets a title, a year or tags; resolves to why it was refused, null where it was not. */
  change(id: string, change: DocumentChange): Promise<string | null>;
  /** Stops an ingest; resolves when it has stopped or the request has failed. */
  cancel(id: string): Promise<void>;
  dismiss(id: string): void;
}

function failureOf(error: unknown): Failure {
  if (error instanceof RequestFailure) return error.failure;
  return { kind: 'refused', title: 'Something went wrong', detail: 'The page could not read the reports.' };
}

const isUnderWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'ingesting';

/** Whether an upload is under way, or done but not yet listed: the server takes up to a second to open the new index. */
function isMoving({ uploads }: Uploads, documents: readonly DocumentListing[] | null): boolean {
  return uploads.some(
    (upload) =>
      isUnderWay(upload) || (upload.state === 'done' && !documents?.some(({ id }) => id === upload.document)),
  );
}

/** Whether one that was under way is no longer listed: one of another server, which has ended. */
function hasEnded(before: Uploads, now: Uploads): boolean {
  return before.uploads.some(
    (upload) => isUnderWay(upload) && !now.uploads.some(({ id }) => id === upload.id),
  );
}

export function useLibrary(): Library {
  const [documents, setDocuments] = useState<DocumentListing[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [writes, setWrites] = useState(false);
  const [uploads, setUploads] = useState<Uploads>(noUploads);
  const [problem, setProblem] = useState<string | null>(null);
  /** Why the uploads could not be looked at last. */
  const [lost, setLost] = useState<string | null>(null);
  /** Changes begun and ended: what was read while one did either is out of date. */
  const changes = useRef(0);

  async function reload(): Promise<void> {
    try {
      setDocuments(await listDocuments());
      setFailure(null);
    } catch (error) {
      const failed = failureOf(error);
      setFailure(failed);
      if (failed.kind === 'no-index') setDocuments([]);
    }
  }

  async function look(): Promise<void> {
    const before = changes.current;
    const read = await readUploads();
    if (changes.current !== before) return look();
    setUploads(read);
    if (hasEnded(uploads, read)) void reload();
  }

  /** Looks how far ingests are. Without an answer it says why, and the next look follows all the same. */
  async function follow(): Promise<void> {
    try {
      await look();
      setLost(null);
    } catch (error) {
      setLost(failureOf(error).detail);
      setUploads((before) => ({ ...before }));
    }
  }

  /** Changes the uploads by a request; if it was refused, shows why and asks for their state. */
  async function update(request: Promise<Uploads>): Promise<void> {
    changes.current += 1;
    try {
      const changed = await request.finally(() => {
        changes.current += 1;
      });
      setUploads(changed);
      setProblem(null);
    } catch (error) {
      setProblem(failureOf(error).detail);
      look().catch(() => {});
    }
  }

  useEffect(() => {
    void reload();
    // A server that does not answer these has no uploads and no language model.
    look().catch(() => {});
    readWrites().then(setWrites, () => {});
  }, []);

  useEffect(() => {
    if (!isMoving(uploads, documents)) return;
    const timer = setTimeout(() => {
      void follow();
      if (uploads.uploads.some(({ state }) => state === 'done')) void reload();
    }, pollMs);
    return () => clearTimeout(timer);
  }, [uploads, documents]);

  return {
    documents,
    failure,
    writes,
    uploads,
    problem: problem ?? lost,
    reload: () => void reload(),
    add: async (files) => {
      for (const file of files) await update(addDocument(file));
    },
    remove: async (id) => {
      await update(removeDocument(id));
      await reload();
    },
    change: async (id, change) => {
      try {
        await changeDocument(id, change);
        await reload();
        return null;
      } catch (error) {
        return failureOf(error).detail;
      }
    },
    cancel: (id) => update(cancelIngest(id)),
    dismiss: (id) => void update(dismissUpload(id)),
  };
}
