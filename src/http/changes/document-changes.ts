/** Changes of documents that the index has: removed, or given another title, year, tags or collection. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamedAsDocument, toDocumentId } from '../../assistant/document-kinds.ts';
import { removeDocuments, setAside } from '../../assistant/remove-documents.ts';
import { checkCollection, type Grant, seesCollection } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument } from '../../core/types.ts';
import type { DocumentChange } from '../../wire/types.ts';
import { type Actor, actorOf, checkMayFill } from '../access/may-fill.ts';
import { HttpProblem } from '../respond/problem.ts';
import type { Turns } from './turns.ts';

export interface DocumentChangesOptions {
  corpusDir: string;
  turns: Turns;
  /** All documents of the index, whoever asks; none before the first ingest. */
  documents: () => Promise<readonly Pick<ReportDocument, 'id' | 'collection'>[]>;
  /** Takes documents out of the index; resolves once questions use it without them. */
  takeOut: (ids: readonly string[], actor: Actor) => Promise<unknown>;
  /** Sets a document's title, year, tags or collection; resolves once questions use them. */
  change: (id: string, change: DocumentChange, actor: Actor) => Promise<unknown>;
  /** Whether a file is being received, or read into the index. */
  isTakenIn: (path: string) => boolean;
}

/** Each in its turn, after the ingests under way; to who does not see a document by then it is not there (404). */
export interface DocumentChanges {
  /** Removes a document from the index; a file in the corpus is kept in its folder `.removed`. @throws VerseError. */
  remove(document: ReportDocument, grant: Grant): Promise<void>;
  /**
   * Sets a document's title, year, tags or collection.
   * @throws VerseError; HttpProblem 403 for a collection that the sender does not see.
   */
  change(id: string, change: DocumentChange, grant: Grant): Promise<void>;
  /** Sets a file of the corpus aside that no document and no upload has, left by a crash; false where there is none. */
  removeOrphan(id: string, grant: Grant): Promise<boolean>;
}

/** Refused here too, so that its file is not moved to and fro. */
function onlyDocument(id: string): VerseError {
  const message = `${id} is the only document, and there is no index without one.`;
  return new VerseError('bad-input', message, 'Add another first.');
}

export function openDocumentChanges(options: DocumentChangesOptions): DocumentChanges {
  const { corpusDir, turns, documents } = options;

  /** What was seen when it was asked for may have been moved, or taken out, by what came before. @throws HttpProblem 404. */
  async function requireSeen(id: string, grant: Grant): Promise<void> {
    const found = (await documents()).find((document) => document.id === id);
    if (found !== undefined && seesCollection(grant, found.collection)) return;
    throw new HttpProblem(404, 'unknown-document', `No document is called “${id}”.`);
  }

  return {
    remove: (document, grant) =>
      turns.enqueue(async () => {
        await requireSeen(document.id, grant);
        if ((await documents()).length < 2) throw onlyDocument(document.id);
        await removeDocuments([document], corpusDir, (ids) => options.takeOut(ids, actorOf(grant)));
      }),
    change: (id, change, grant) =>
      turns.enqueue(async () => {
        await requireSeen(id, grant);
        const { collection } = change;
        if (collection !== undefined)
          checkMayFill(grant, collection === null ? undefined : checkCollection(collection));
        await options.change(id, change, actorOf(grant));
      }),
    removeOrphan: async (id, grant) => {
      // In no collection, so that who sees some only does not see it.
      if (!seesCollection(grant, undefined)) return false;
      if ((await documents()).some((document) => document.id === id)) return false;
      const names = await readdir(corpusDir).catch(() => []);
      const name = names.find((one) => isNamedAsDocument(one) && toDocumentId(one) === id);
      if (name === undefined || options.isTakenIn(join(corpusDir, name))) return false;
      await setAside(join(corpusDir, name));
      return true;
    },
  };
}
