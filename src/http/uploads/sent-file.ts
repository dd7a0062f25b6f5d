/** A file that was sent: the name and the collection that it is kept under, and whether the name is still its own. */
import { rm } from 'node:fs/promises';
import { toDocumentId } from '../../assistant/document-kinds.ts';
import { checkCollection, type Grant, seesCollection } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument } from '../../core/types.ts';
import { checkMayFill } from '../access/may-fill.ts';
import { checkFileName } from './receive-file.ts';

export type TakenName = Pick<ReportDocument, 'id' | 'collection' | 'file'>;

/** The documents of the index, and what waits to become one. */
export type ListTaken = () => Promise<readonly TakenName[]>;

/**
 * The name and the collection of a file that is sent. Of who sees some collections only, the name begins with the collection: so no
 * name that is refused tells of a document that the sender does not see.
 * @throws VerseError `bad-input`; HttpProblem 403 for a collection that the sender does not see.
 */
export function nameSent(
  sent: { name: string; collection?: string | undefined },
  grant: Grant,
): { name: string; collection: string | undefined } {
  const [first] = grant.collections ?? [];
  const collection = sent.collection === undefined ? first : checkCollection(sent.collection);
  checkMayFill(grant, collection);
  const plain = checkFileName(sent.name);
  return {
    name: grant.collections === undefined ? plain : checkFileName(`${collection}.${plain}`),
    collection,
  };
}

/** The document that a file of this name would be. */
async function findNamed(name: string, listTaken: ListTaken): Promise<TakenName | undefined> {
  const id = toDocumentId(name);
  return (await listTaken()).find((document) => document.id === id);
}

/** The refusal of a file whose name a document has; to who does not see that one nothing is told of it. */
function nameTaken(name: string, taken: TakenName, grant: Grant): VerseError {
  if (!seesCollection(grant, taken.collection))
    return new VerseError('bad-input', `The name ${name} is taken.`, 'Give this file another name.');
  return new VerseError(
    'bad-input',
    `There is a document called ${taken.id} already.`,
    'Remove it first, or give this file another name.',
  );
}

/** Before a file is received. @throws VerseError where a document has its name. */
export async function checkNewName(name: string, grant: Grant, listTaken: ListTaken): Promise<void> {
  const taken = await findNamed(name, listTaken);
  if (taken !== undefined) throw nameTaken(name, taken, grant);
}

/** What a received file is held against, and how it goes. */
export interface SentFile {
  /** @throws VerseError where its name was taken while it waited. */
  checkFree: () => Promise<void>;
  /** Deletes it, so that it fails no later ingest and is not ingested after all. */
  discard: () => Promise<void>;
}

/** A file that was received as `path`. */
export function holdSent(path: string, name: string, grant: Grant, listTaken: ListTaken): SentFile {
  return {
    checkFree: async () => {
      const now = await findNamed(name, listTaken);
      const isOwn = now?.file === path && seesCollection(grant, now.collection);
      if (now !== undefined && !isOwn) throw nameTaken(name, now, grant);
    },
    discard: async () => {
      // Where another program has read it meanwhile it is that document's.
      const now = await findNamed(name, listTaken).catch(() => undefined);
      if (now?.file !== path) await rm(path, { force: true });
    },
  };
}
