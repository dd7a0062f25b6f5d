/** The rows of the picker: reports, folded, with their chapters and sections within. Pure. */
import { countNoun } from '../../text/count-noun.ts';
import { namePath, pathSeparator } from '../../text/name-path.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { isTwin } from '../library/describe-document.ts';
import type { Choice } from './scope.ts';

export interface PickerRow {
  key: string;
  /** From 1, the outermost. */
  level: number;
  name: string;
  /** "82–91", or the year of a report. */
  note: string;
  /** Null for everything, undefined for a row that only holds others. */
  choice?: Choice | null;
  /** Whether its rows are shown; undefined where it has none. */
  isOpen?: boolean;
  /** Of a report that was found by what stands in it alone. */
  isOnlyAround?: true;
}

import type { Structure } from './load-structure.ts';

export interface PickerState {
  documents: readonly DocumentListing[];
  /** The structures that are known, by document. */
  structures: ReadonlyMap<string, Structure>;
  /** Keys of the rows that are open. */
  opened: ReadonlySet<string>;
  /** What is typed. */
  words: string;
}

/** A part, chapter or section of a document. */
interface Place {
  kind: 'part' | 'chapter' | 'section';
  /** A short name, or the way to it. */
  way: string;
  /** Its own title, without the way to it. */
  title: string;
  page: number;
  note: string;
  /** Of a section: the chapter that it is in, if that is listed. */
  chapter?: string;
}

function structurePlaces(document: DocumentListing, structure: Structure): Place[] {
  const ways = new Set<string>();
  return structure.flatMap(({ kind, path, title, page }) => {
    if (kind === 'chapter' || path === undefined) return [];
    const way = namePath(path);
    // Sections of one title under one heading are searched as one.
    if (ways.has(way)) return [];
    ways.add(way);
    const chapter = document.chapters.find(
      (one) => path.includes(one.title) || path.includes(one.name),
    )?.name;
    return [{ kind, way, title, page, note: String(page), ...(chapter !== undefined && { chapter }) }];
  });
}

/** In reading order; a part before the chapter that begins on its page. */
function placesOf(document: DocumentListing, structure: Structure): Place[] {
  const chapters = document.chapters.map(({ name, page, lastPage }) => ({
    ...{ kind: 'chapter' as const, way: name, title: name, page, note: `${page}–${lastPage}` },
  }));
  const own = structurePlaces(document, structure);
  const outer = [...own.filter(({ kind }) => kind === 'part'), ...chapters];
  return [...outer.sort((a, b) => a.page - b.page), ...own.filter(({ kind }) => kind === 'section')];
}

const keyOf = ({ id }: DocumentListing, { kind, way }: Place) => `${id}/${kind}/${way}`;

/** Words in lower case with a blank before each. */
const spaced = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

const separator = pathSeparator.trim();

/** Whether the steps typed stand in a way in their order, each as a piece of a title: "germany > trends". */
function leadsAlong(way: string, typed: string): boolean {
  const titles = way.toLowerCase().split(separator);
  let at = 0;
  return typed.split(separator).every((step) => {
    const found = titles.slice(at).findIndex((title) => title.includes(step.trim()));
    at += found + 1;
    return found >= 0;
  });
}

/**
 * Whether the words typed lead to a place: all of them in its title or the document's, at least one in its own. Sections are
 * hundreds: the words must begin words of their titles.
 */
function leadsTo({ kind, way, title }: Place, typed: string, document: string): boolean {
  if (typed.includes(separator)) return leadsAlong(way, typed);
  const own = kind === 'section' ? spaced(title) : title.toLowerCase();
  const isOwn = (word: string) => own.includes(kind === 'section' ? spaced(word) : word);
  const words = typed.split(/\s+/);
  return words.some(isOwn) && words.every((word) => isOwn(word) || document.includes(word));
}

/** What a report is found by: title, file name, year and tags. */
const describe = ({ label, id, tags }: DocumentListing) => [label, id, ...tags].join(' ').toLowerCase();

/** How well a report itself goes with the words: 0 where they begin its words, 1 where they stand in them, 2 for chapters alone. */
function rankOf(document: DocumentListing, typed: string): number {
  const description = describe(document);
  const words = typed.split(/\s+/);
  if (words.every((word) => spaced(description).includes(spaced(word)))) return 0;
  return words.every((word) => description.includes(word)) ? 1 : 2;
}

/** The reports that go best with the words first; those that go equally well stay in their order. */
function rankDocuments({ documents, words }: PickerState): readonly DocumentListing[] {
  const typed = words.trim().toLowerCase();
  if (typed === '') return documents;
  const ranks = new Map(documents.map((document) => [document, rankOf(document, typed)]));
  return documents.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function placeRow(document: DocumentListing, place: Place, level: number, name: string): PickerRow {
  return {
    key: keyOf(document, place),
    level,
    name,
    note: place.note,
    choice: { kind: 'chapter', document: document.id, chapter: place.way },
  };
}

/** A place that stands alone: a section with its chapter, "Germany > Recent trends". */
const nameFound = ({ kind, way, title, chapter }: Place) =>
  kind !== 'section' ? title : chapter === undefined ? way : namePath([chapter, title]);

/** Chapters and parts; within a chapter that is open, its sections. */
function placeRows(document: DocumentListing, places: readonly Place[], level: number, state: PickerState) {
  return places.flatMap((place): PickerRow[] => {
    if (place.kind === 'section') return [];
    const row = placeRow(document, place, level, place.title);
    const sections = places.filter(
      ({ kind, chapter }) => kind === 'section' && place.kind === 'chapter' && chapter === place.way,
    );
    if (sections.length === 0) return [row];
    const isOpen = state.opened.has(row.key);
    const inner = isOpen ? sections.map((one) => placeRow(document, one, level + 1, one.title)) : [];
    return [{ ...row, isOpen }, ...inner];
  });
}

function documentRows(document: DocumentListing, level: number, state: PickerState): PickerRow[] {
  const { id, title, year, chapters } = document;
  const typed = state.words.trim().toLowerCase();
  const structure = state.structures.get(id) ?? [];
  const isOnly = state.documents.length === 1;
  const description = describe(document);
  const row: PickerRow = {
    key: id,
    level,
    name: title,
    note: [year ?? [], isTwin(document) ? id : []].flat().join(', '),
    choice: { kind: 'document', document: id },
  };
  if (typed === '') {
    const isOpen = isOnly || state.opened.has(id);
    const own = isOpen
      ? placeRows(document, placesOf(document, structure), isOnly ? 1 : level + 1, state)
      : [];
    return isOnly ? own : [{ ...row, ...(chapters.length > 0 && { isOpen }) }, ...own];
  }
  const found = placesOf(document, structure).filter((place) => leadsTo(place, typed, description));
  const own = found.map((place) => placeRow(document, place, isOnly ? 1 : level + 1, nameFound(place)));
  if (isOnly) return own;
  const isFound = rankOf(document, typed) < 2;
  if (own.length > 0) return [{ ...row, isOpen: true, ...(!isFound && { isOnlyAround: true }) }, ...own];
  return isFound ? [row] : [];
}

/** How many reports each tag, or each year, has. */
function countBy<Name>(
  documents: readonly DocumentListing[],
  namesOf: (one: DocumentListing) => readonly Name[],
) {
  const counts = new Map<Name, number>();
  for (const name of documents.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
}

/** Tags by name and years from the latest on, each under a row of their own until something is typed. */
function groupRows({ documents, opened, words }: PickerState): PickerRow[] {
  const typed = words.trim().toLowerCase();
  const tags = countBy(documents, (one) => one.tags).sort(([a], [b]) => a.localeCompare(b));
  const years = countBy(documents, ({ year }) => (year === undefined ? [] : [year])).sort(
    ([a], [b]) => b - a,
  );
  const level = typed === '' ? 2 : 1;
  const row = (name: string, count: number, choice: Choice): PickerRow => {
    const note = `${typed === '' ? '' : `${choice.kind}, `}${countNoun(count, 'report')}`;
    return { key: `${choice.kind} ${name}`, level, name, note, choice };
  };
  const groups = [
    { key: 'tags', name: 'Tags', rows: tags.map(([tag, count]) => row(tag, count, { kind: 'tag', tag })) },
    {
      key: 'years',
      name: 'Years',
      rows: years.map(([year, count]) => row(String(year), count, { kind: 'year', year })),
    },
  ];
  return groups.flatMap(({ key, name, rows }): PickerRow[] => {
    if (rows.length === 0) return [];
    if (typed !== '') return rows.filter((one) => one.name.toLowerCase().includes(typed));
    const isOpen = opened.has(key);
    return [{ key, level: 1, name, note: String(rows.length), isOpen }, ...(isOpen ? rows : [])];
  });
}

/** The rows to show: everything, then tags and years, then the reports by title. */
export function pickerRows(state: PickerState): PickerRow[] {
  const { documents, words } = state;
  const isOnly = documents.length === 1;
  const typed = words.trim().toLowerCase();
  const everything = isOnly ? 'All chapters' : 'All reports';
  const count = isOnly ? (documents[0]?.chapters.length ?? 0) : documents.length;
  const all: PickerRow = {
    key: '',
    level: 1,
    name: everything,
    note: count.toLocaleString('en'),
    choice: null,
  };
  return [
    ...(everything.toLowerCase().includes(typed) ? [all] : []),
    ...(isOnly ? [] : groupRows(state)),
    ...rankDocuments(state).flatMap((document) => documentRows(document, 1, state)),
  ];
}

/** A row's place among those beside it, from 1, and how many these are; only some of them are drawn. */
export interface Siblings {
  position: number;
  /** One object for all of them. */
  group: { size: number };
}

export function siblingsOf(rows: readonly PickerRow[]): Siblings[] {
  const open: Siblings['group'][] = [];
  return rows.map(({ level }) => {
    // Those deeper than this row end with it.
    open.length = Math.min(open.length, level);
    const group = open[level - 1] ?? { size: 0 };
    open[level - 1] = group;
    group.size += 1;
    return { position: group.size, group };
  });
}
