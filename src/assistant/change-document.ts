/** Sets by hand what an index says of a document: its title, its year, its tags, its collection. Later ingests keep them. */
import { checkCollection } from '../config/grants.ts';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';
import { type IndexPlace, withHome } from '../store/choose-home.ts';
import { replaceControls } from '../text/control-signs.ts';
import { isSameName } from '../text/near-names.ts';
import type { DocumentChange, DocumentListing } from '../wire/types.ts';
import { nameActor } from './audit.ts';
import { resolveNames } from './resolve-names.ts';
import { listDocuments } from './views.ts';

/** Characters of a title; one that is longer would fill whatever it heads. */
export const longestTitle = 200;
export const longestTag = 40;
export const mostTags = 20;
/** Years are written with four digits. */
const firstYear = 1000;
const lastYear = 2999;

/** @throws VerseError `bad-input` for a text that is empty, too long or holds control characters. */
function checkText(kind: 'title' | 'tag', text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed === '')
    throw new VerseError('bad-input', `The ${kind} is empty.`, 'Give one that can be read.');
  const { length } = [...trimmed];
  if (length > longest) {
    const message = `The ${kind} has ${length} characters; ${longest} are the most.`;
    throw new VerseError('bad-input', message, 'Shorten it.');
  }
  const control = [...trimmed].find((sign) => /[\t\n]/.test(sign) || replaceControls(sign) !== sign);
  if (control === undefined) return trimmed;
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new VerseError('bad-input', `The ${kind} holds a control character (U+${code}).`, 'Leave it out.');
}

/** Each tag once, as it is written first; case does not matter. @throws VerseError `bad-input`. */
export function checkTags(tags: readonly string[]): string[] {
  const checked: string[] = [];
  for (const tag of tags.map((one) => checkText('tag', one, longestTag))) {
    if (!checked.some((known) => isSameName(known, tag))) checked.push(tag);
  }
  if (checked.length <= mostTags) return checked;
  const message = `A document can have ${mostTags} tags; these are ${checked.length}.`;
  throw new VerseError('bad-input', message, 'Leave some out.');
}

/** @throws VerseError `bad-input`. */
export function checkYear(year: number): number {
  if (Number.isInteger(year) && year >= firstYear && year <= lastYear) return year;
  throw new VerseError(
    'bad-input',
    `${year} is no year of a document.`,
    `Give one from ${firstYear} to ${lastYear}.`,
  );
}

function withTitle(document: ReportDocument, title: string | null): ReportDocument {
  const { printedTitle = document.title, ...rest } = document;
  return title === null ? { ...rest, title: printedTitle } : { ...rest, title, printedTitle };
}

function withYear(document: ReportDocument, year: number | null): ReportDocument {
  const { year: own = null, printedYear = own, ...rest } = document;
  if (year !== null) return { ...rest, year, printedYear };
  return printedYear === null ? rest : { ...rest, year: printedYear };
}

function withTags(document: ReportDocument, tags: readonly string[]): ReportDocument {
  const { tags: _, ...rest } = document;
  return tags.length === 0 ? rest : { ...rest, tags: [...tags] };
}

function withCollection(document: ReportDocument, collection: string | null): ReportDocument {
  const { collection: _, ...rest } = document;
  return collection === null ? rest : { ...rest, collection };
}

/**
 * What a document is after a change.
 * @throws VerseError `bad-input` that names the field and its value.
 */
export function applyChange(
  document: ReportDocument,
  { title, year, tags, collection }: DocumentChange,
): ReportDocument {
  let changed = document;
  if (title !== undefined) {
    changed = withTitle(changed, title === null ? null : checkText('title', title, longestTitle));
  }
  if (year !== undefined) changed = withYear(changed, year === null ? null : checkYear(year));
  if (tags !== undefined) changed = withTags(changed, checkTags(tags));
  if (collection === undefined) return changed;
  return withCollection(changed, collection === null ? null : checkCollection(collection));
}

/** Whether nothing that is set by hand differs. */
export const isSameRecord = (one: ReportDocument, other: ReportDocument) =>
  one.title === other.title &&
  one.printedTitle === other.printedTitle &&
  one.year === other.year &&
  one.printedYear === other.printedYear &&
  one.collection === other.collection &&
  JSON.stringify(one.tags) === JSON.stringify(other.tags);

/** What is changed, null for what is printed; or what makes it of the document as it is. */
export type Edit = DocumentChange | ((document: ReportDocument) => DocumentChange);

/**
 * Sets the title, year, tags or collection of documents, which later ingests keep; their files are not read again.
 * @param ids as `resolveNames` takes them.
 * @param by the name of the token by which it is asked for; undefined for a user of this machine.
 * @returns the documents as the index has them now.
 * @throws VerseError `unknown-document`, `bad-input`; `no-index`, `stale-index`, `damaged-index`, `index-locked`,
 * `cannot-read`, `cannot-write`. The index is as it was then.
 */
export async function changeEach(
  place: IndexPlace,
  ids: readonly string[],
  change: Edit,
  by?: string,
): Promise<DocumentListing[]> {
  let listed: DocumentListing[] = [];
  const edit = (documents: readonly ReportDocument[]): readonly ReportDocument[] => {
    const known = resolveNames(
      'document',
      ids,
      documents.map(({ id }) => id),
    );
    const changed = documents.map((document) => {
      if (!known.includes(document.id)) return document;
      const next = applyChange(document, typeof change === 'function' ? change(document) : change);
      return isSameRecord(document, next) ? document : next;
    });
    listed = listDocuments(changed).filter(({ id }) => known.includes(id));
    return changed.every((document, index) => document === documents[index]) ? documents : changed;
  };
  await withHome(place, (home) => home.changeDocuments(edit, { by: nameActor(place, by) }));
  return listed;
}

/** The same of one document. */
export async function changeDocument(
  place: IndexPlace,
  id: string,
  change: Edit,
  by?: string,
): Promise<DocumentListing> {
  const [document] = await changeEach(place, [id], change, by);
  if (document === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
  return document;
}
