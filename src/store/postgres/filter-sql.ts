/** A filter as SQL. Pure. */
import type { PassageFilter } from '../../core/passage-store.ts';
import type { ListedDocument } from './list-documents.ts';

/** The values of a statement, which are numbered as they are added. */
export interface Values {
  readonly list: unknown[];
  /** Adds a value and gives its place: "$3". */
  add(value: unknown): string;
}

export function startValues(): Values {
  const list: unknown[] = [];
  return { list, add: (value) => `$${list.push(value)}` };
}

/** The editions that a filter may let something of through, in reading order. */
export function editionsOf(
  listed: readonly ListedDocument[],
  { documents, places }: PassageFilter,
): ListedDocument[] {
  return listed.filter(
    ({ document: { id } }) =>
      (documents?.includes(id) ?? true) && (places?.some(({ documentId }) => documentId === id) ?? true),
  );
}

/** Whether a filter looks at passages themselves, beyond the editions that they are of. */
export function looksAtPassages({ chapters, places, kinds }: PassageFilter): boolean {
  return chapters !== undefined || places !== undefined || kinds !== undefined;
}

/** The condition that a passage `p` fits a filter, but for the filter's documents; "true" where all do. */
export function passageCondition(
  { chapters, places, kinds }: PassageFilter,
  listed: readonly ListedDocument[],
  values: Values,
): string {
  const conditions: string[] = [];
  if (chapters !== undefined) conditions.push(`p.chapter = any(${values.add(chapters)}::text[])`);
  if (kinds !== undefined) conditions.push(`p.kind = any(${values.add(kinds)}::text[])`);
  if (places !== undefined) {
    const some = places.flatMap(({ documentId, chapter, path }) => {
      const edition = listed.find(({ document }) => document.id === documentId)?.edition;
      if (edition === undefined) return [];
      const isThere = `p.edition = ${values.add(edition)}::integer and p.chapter = ${values.add(chapter)}::text`;
      const begins =
        path === undefined || path.length === 0
          ? ''
          : ` and p.path[1:${path.length}] = ${values.add(path)}::text[]`;
      return [`(${isThere}${begins})`];
    });
    conditions.push(some.length === 0 ? 'false' : `(${some.join(' or ')})`);
  }
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/** The same for a row of another table, called `alias`, that has the edition and the ordinal of a passage; "" where all do. */
export function alsoAllowed(
  alias: string,
  filter: PassageFilter,
  listed: readonly ListedDocument[],
  values: Values,
): string {
  if (!looksAtPassages(filter)) return '';
  const isPassage = `p.edition = ${alias}.edition and p.ordinal = ${alias}.ordinal`;
  return `and exists (select from passages p where ${isPassage} and ${passageCondition(filter, listed, values)})`;
}
