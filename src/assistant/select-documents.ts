/** The documents that a request is about: those that it names, of its tags and of its years. Pure. */
import { VerseError } from '../core/errors.ts';
import { joinNames } from '../text/join-names.ts';
import { isSameName, nearNames } from '../text/near-names.ts';
import type { AskRequest } from '../wire/types.ts';
import { resolveNames } from './resolve-names.ts';

/** What narrows a request to some documents. An empty list does not. */
export type DocumentScope = Pick<AskRequest, 'documents' | 'tags' | 'years'>;

interface Document {
  id: string;
  year?: number | undefined;
  tags?: readonly string[] | undefined;
}

const hasTag = ({ tags = [] }: Document, wanted: readonly string[]) =>
  tags.some((tag) => wanted.some((one) => isSameName(one, tag)));

const quoteAll = (names: readonly string[]) => names.map((name) => `“${name}”`);

/** Each tag of the documents once, in alphabetical order. */
export function tagsOf(documents: readonly Document[]): string[] {
  const tags = documents.flatMap((document) => document.tags ?? []);
  const unique = tags.filter((tag, index) => tags.findIndex((one) => isSameName(one, tag)) === index);
  return unique.sort((one, other) => one.localeCompare(other, 'en'));
}

/** @throws VerseError `unknown-document` for the first tag that no document has. */
function checkTags(wanted: readonly string[], documents: readonly Document[]): void {
  const known = tagsOf(documents);
  const unknown = wanted.find((tag) => !known.some((one) => isSameName(one, tag)));
  if (unknown === undefined) return;
  const near = nearNames(unknown, known);
  const hint =
    known.length === 0
      ? 'None has a tag: verse tag sets them.'
      : near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `The tags are: ${known.join(', ')}.`;
  throw new VerseError('unknown-document', `No document is tagged “${unknown}”.`, hint);
}

/** @throws VerseError `unknown-document` where no document is of any of these years. */
function checkYears(wanted: readonly number[], documents: readonly Document[]): void {
  const known = [...new Set(documents.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  if (wanted.some((year) => known.includes(year))) return;
  const hint =
    known.length === 0
      ? 'No year is known of any: verse year sets it.'
      : `They are of ${joinNames(known.map(String))}.`;
  throw new VerseError('unknown-document', `No document is of ${namesOfYears(wanted)}.`, hint);
}

/** "2022", "2019 or 2022", "2015 to 2022". */
function namesOfYears(years: readonly number[]): string {
  const [first = 0] = years;
  const isRun = years.length > 2 && years.every((year, index) => year === first + index);
  return isRun ? `${first} to ${first + years.length - 1}` : years.join(' or ');
}

/**
 * The ids of the documents that a request is about: with any of its tags, of any of its years and, where it names some, among
 * those.
 * @param documents all of the index.
 * @returns undefined where it narrows nothing.
 * @throws VerseError `unknown-document`, which says what there is.
 */
export function selectDocuments(
  { documents: named = [], tags = [], years = [] }: DocumentScope,
  documents: readonly Document[],
): string[] | undefined {
  if (named.length === 0 && tags.length === 0 && years.length === 0) return undefined;
  const all = documents.map(({ id }) => id);
  const ids = named.length === 0 ? all : resolveNames('document', named, all);
  if (tags.length > 0) checkTags(tags, documents);
  if (years.length > 0) checkYears(years, documents);
  const selected = ids.filter((id) =>
    documents.some(
      (document) =>
        document.id === id &&
        (tags.length === 0 || hasTag(document, tags)) &&
        (years.length === 0 || (document.year !== undefined && years.includes(document.year))),
    ),
  );
  if (selected.length > 0) return selected;
  const limits = [
    ...(named.length === 0 ? [] : [`called ${quoteAll(named).join(' or ')}`]),
    ...(tags.length === 0 ? [] : [`tagged ${quoteAll(tags).join(' or ')}`]),
    ...(years.length === 0 ? [] : [`of ${namesOfYears(years)}`]),
  ];
  throw new VerseError(
    'unknown-document',
    `No document is ${joinNames(limits)} at once.`,
    'verse list shows what they are.',
  );
}
