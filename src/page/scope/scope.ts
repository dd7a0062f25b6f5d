/** Where to search: choosing places, and naming what is chosen. Pure. */

import { reportName } from '../../cite/place-names.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Scope } from '../nouns.ts';

/** What can be chosen to search in. */
export type Choice =
  | { kind: 'document'; document: string }
  | { kind: 'chapter'; document: string; chapter: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'year'; year: number };

export function isEverything({ documents = [], tags = [], years = [], chapters = [] }: Scope): boolean {
  return documents.length + tags.length + years.length + chapters.length === 0;
}

/** The scope without empty lists, which narrow nothing. */
function compact(scope: Scope): Scope {
  return Object.fromEntries(Object.entries(scope).filter(([, names = []]) => names.length > 0));
}

export function scopeOf(choice: Choice): Scope {
  switch (choice.kind) {
    case 'document':
      return { documents: [choice.document] };
    case 'chapter':
      return { documents: [choice.document], chapters: [choice.chapter] };
    case 'tag':
      return { tags: [choice.tag] };
    case 'year':
      return { years: [choice.year] };
  }
}

/** Whether it is chosen itself; a chapter without a document is that of any. */
export function isChosen(
  { documents = [], tags = [], years = [], chapters = [] }: Scope,
  choice: Choice,
): boolean {
  switch (choice.kind) {
    case 'document':
      return chapters.length === 0 && documents.includes(choice.document);
    case 'chapter':
      return (
        chapters.includes(choice.chapter) && (documents.length === 0 || documents.includes(choice.document))
      );
    case 'tag':
      return tags.includes(choice.tag);
    case 'year':
      return years.includes(choice.year);
  }
}

function toggle<Name>(names: readonly Name[] = [], name: Name): Name[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
}

/**
 * The scope with one choice more, or less if it is chosen. Since the lists narrow each other, only documents join
 * documents, chapters those of their document, and tags and years each other; anything else begins anew.
 */
export function toggleChoice(scope: Scope, choice: Choice): Scope {
  const { documents, tags, years, chapters = [] } = scope;
  switch (choice.kind) {
    case 'document':
      if (chapters.length > 0 || tags || years) return scopeOf(choice);
      return compact({ documents: toggle(documents, choice.document) });
    case 'chapter': {
      const isOwn = documents?.length === 1 && documents[0] === choice.document;
      if (!isOwn || tags || years) return isChosen(scope, choice) ? {} : scopeOf(choice);
      const left = toggle(chapters, choice.chapter);
      return left.length === 0 ? {} : { documents, chapters: left };
    }
    case 'tag':
      return compact({ tags: toggle(tags, choice.tag), years: years ?? [] });
    case 'year':
      return compact({ tags: tags ?? [], years: toggle(years, choice.year) });
  }
}

/** The scope without documents that are gone; the same object where none is. */
export function withoutGone(scope: Scope, documents: readonly DocumentListing[]): Scope {
  const known = scope.documents?.filter((id) => documents.some((document) => document.id === id)) ?? [];
  if (known.length === (scope.documents?.length ?? 0)) return scope;
  return known.length === 0 ? {} : { ...scope, documents: known };
}

/** A part of the scope in a few words, and the scope without it. */
export interface Chip {
  key: string;
  name: string;
  /** In full. */
  title: string;
  without: Scope;
}

const labelOf = (documents: readonly DocumentListing[], id: string) =>
  documents.find((document) => document.id === id)?.label ?? id;

/** " in Fragmented Europe": where chapters stand, if there are several reports. */
function inReports(ids: readonly string[], documents: readonly DocumentListing[]): string {
  const [first] = ids;
  if (first === undefined || documents.length < 2) return '';
  return ids.length > 1 ? ` in ${countNoun(ids.length, 'report')}` : ` in ${reportName(first, documents)}`;
}

/** Chapters that are named one by one. */
const mostNamed = 2;

function chapterChips(scope: Scope, documents: readonly DocumentListing[]): Chip[] {
  const { documents: ids = [], chapters = [] } = scope;
  const where = inReports(ids, documents);
  if (chapters.length > mostNamed) {
    const name = `${countNoun(chapters.length, 'chapter')}${where}`;
    return [{ key: 'chapters', name, title: chapters.join(', '), without: {} }];
  }
  return chapters.map((chapter) => {
    const left = chapters.filter((one) => one !== chapter);
    return {
      key: `chapter ${chapter}`,
      name: `${chapter}${where}`,
      title: `${chapter}${where}`,
      without: left.length === 0 ? {} : { ...scope, chapters: left },
    };
  });
}

function documentChips(scope: Scope, documents: readonly DocumentListing[]): Chip[] {
  const { documents: ids = [], chapters = [] } = scope;
  const [first] = ids;
  if (first === undefined || chapters.length > 0) return [];
  const { documents: _, ...without } = scope;
  const titles = ids.map((id) => labelOf(documents, id));
  const name = ids.length > 1 ? countNoun(ids.length, 'report') : reportName(first, documents);
  return [{ key: 'documents', name, title: titles.join('\n'), without }];
}

/** The scope in parts that can be taken away; none for everywhere. */
export function scopeChips(scope: Scope, documents: readonly DocumentListing[]): Chip[] {
  const { tags = [], years = [] } = scope;
  return [
    ...chapterChips(scope, documents),
    ...documentChips(scope, documents),
    ...tags.map((tag) => ({
      key: `tag ${tag}`,
      name: tag,
      title: `Reports with the tag ${tag}`,
      without: toggleChoice(scope, { kind: 'tag', tag }),
    })),
    ...years.map((year) => ({
      key: `year ${year}`,
      name: String(year),
      title: `Reports of ${year}`,
      without: toggleChoice(scope, { kind: 'year', year }),
    })),
  ];
}

/** "Germany in Fragmented Europe, Spain in Fragmented Europe"; empty for everywhere. */
export function nameScope(scope: Scope, documents: readonly DocumentListing[]): string {
  return scopeChips(scope, documents)
    .map(({ name }) => name)
    .join(', ');
}
