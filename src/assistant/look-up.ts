/** What has an id, by its id. */
import { VerseError } from '../core/errors.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { ReportDocument } from '../core/types.ts';
import type { PassageDetail } from '../wire/types.ts';
import { resolveNames } from './scope.ts';
import { describePassage } from './views.ts';

/** @throws VerseError `unknown-document`, naming near ones. */
export function findDocument(id: string, { documents }: PassageStore): ReportDocument {
  const [known] = resolveNames(
    'document',
    [id],
    documents.map((document) => document.id),
  );
  const document = documents.find((one) => one.id === known);
  if (document === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
  return document;
}

/** @throws VerseError `unknown-passage`. */
export function findPassage(id: string, store: PassageStore): PassageDetail {
  const position = store.position(id);
  const passage = position === undefined ? undefined : store.passages[position];
  if (position === undefined || passage === undefined) {
    throw new VerseError(
      'unknown-passage',
      `No passage has the id “${id}”.`,
      'Search again: ids change when a document does.',
    );
  }
  return describePassage(passage, position, store);
}
