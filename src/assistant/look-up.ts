/** What has an id, by its id. */
import { fetchNames } from '../answer/cite.ts';
import { unknownPassage } from '../claims/given-passages.ts';
import { VerseError } from '../core/errors.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { Passage, ReportDocument } from '../core/types.ts';
import type { PassageDetail } from '../wire/types.ts';
import { resolveNames } from './resolve-names.ts';
import { describePassage } from './views.ts';

/** @throws VerseError `unknown-document`, naming near ones. */
export async function findDocument(id: string, store: PassageStore): Promise<ReportDocument> {
  const [exact] = await store.documents([id]);
  if (exact !== undefined) return exact;
  const documents = await store.documents();
  const [known] = resolveNames(
    'document',
    [id],
    documents.map((document) => document.id),
  );
  const document = documents.find((one) => one.id === known);
  if (document === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
  return document;
}

/** Passages with what stands around them and their notes. */
async function describe(passages: readonly Passage[], store: PassageStore): Promise<PassageDetail[]> {
  const noteIds = passages.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.noteIds));
  const [neighbours, notes, names] = await Promise.all([
    store.neighbours(passages.map(({ id }) => id)),
    store.notes([...new Set(noteIds)]),
    fetchNames(store),
  ]);
  return passages.map((passage) => {
    const around = neighbours.get(passage.id) ?? { previous: null, next: null };
    return describePassage(passage, around, { notes, names });
  });
}

/** @throws VerseError `unknown-passage`. */
export async function findPassage(id: string, store: PassageStore): Promise<PassageDetail> {
  const [detail] = await describe([...(await store.passages([id])).values()], store);
  if (detail !== undefined) return detail;
  throw unknownPassage(id);
}

/** A chapter's passages in reading order; none where the document has no such chapter. */
export async function readChapter(
  documentId: string,
  chapter: string,
  store: PassageStore,
): Promise<PassageDetail[]> {
  return describe(await store.readStretch({ documents: [documentId], chapters: [chapter] }), store);
}
