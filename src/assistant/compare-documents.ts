/** Compares two documents of the index, named as people name them. */
import { type ComparedPart, compareEditions } from '../compare/compare-editions.ts';
import { VerseError } from '../core/errors.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { ReportDocument } from '../core/types.ts';
import { isSameName } from '../text/near-names.ts';
import { titleKey } from '../text/similar-titles.ts';
import type { CompareRequest, EditionChanges } from '../wire/types.ts';
import { resolveNames } from './resolve-names.ts';
import { toFilter } from './scope.ts';

/** A part of a title that is shorter than this, in letters, is rather a mistake. */
const shortestPart = 3;
/** How many documents a refusal names. */
const mostNamed = 6;

/**
 * The document of an id, else the only one that has this in its id or title.
 * @throws VerseError `unknown-document`, naming those that have it, or near ones.
 */
function findEdition(name: string, documents: readonly ReportDocument[]): ReportDocument {
  const exact = documents.find(({ id }) => isSameName(id, name));
  if (exact !== undefined) return exact;
  const letters = titleKey(name);
  const found = documents.filter(
    ({ id, title }) =>
      letters.length >= shortestPart && [id, title].some((text) => titleKey(text).includes(letters)),
  );
  const ids = found.map(({ id }) => id);
  if (found.length > 1) {
    const message = `“${name}” is in the names of ${ids.length} documents.`;
    const others = ids.length > mostNamed ? ' …' : '.';
    const named = ids.slice(0, mostNamed).join(', ');
    throw new VerseError('unknown-document', message, `Name one by its id: ${named}${others}`);
  }
  const known = documents.map(({ id }) => id);
  const [id] = ids.length === 1 ? ids : resolveNames('document', [name], known);
  const document = documents.find((one) => one.id === id);
  if (document === undefined) throw new VerseError('unknown-document', `No document is called “${name}”.`);
  return document;
}

async function readPart(
  chapters: readonly string[],
  documents: readonly ReportDocument[],
  store: PassageStore,
): Promise<ComparedPart> {
  const ids = documents.map(({ id }) => id);
  const filter = await toFilter({ documents: ids, chapters: [...chapters] }, store);
  const passages = await store.readStretch({ ...filter, documents: ids });
  return {
    // Where sections are named, their chapters are not asked for whole.
    chapters: filter.places === undefined ? (filter.chapters ?? []) : [],
    passageIds: new Set(passages.map(({ id }) => id)),
  };
}

/** @throws VerseError `unknown-document`, `unknown-chapter`, naming near ones; the reason of `signal`. */
export async function compareDocuments(
  request: CompareRequest,
  store: PassageStore,
  signal?: AbortSignal,
): Promise<EditionChanges> {
  const documents = await store.documents();
  const [before, after] = [findEdition(request.before, documents), findEdition(request.after, documents)];
  const { chapters = [], only = [] } = request;
  const read = async (document: ReportDocument) => ({
    document,
    passages: await store.readStretch({ documents: [document.id] }),
  });
  // One after the other: what is read at once is taken apart in one go, which holds up everybody else.
  const old = await read(before);
  signal?.throwIfAborted();
  const fresh = await read(after);
  signal?.throwIfAborted();
  const part = chapters.length === 0 ? undefined : await readPart(chapters, [before, after], store);
  return compareEditions(old, fresh, { part, only: only.length === 0 ? undefined : only, signal });
}
