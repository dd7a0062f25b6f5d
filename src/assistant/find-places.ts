/** Finds the parts, chapters and sections of documents by their titles, or by the way to them. Pure. */
import { VerseError } from '../core/errors.ts';
import type { Place } from '../core/passage-store.ts';
import type { Chapter, ReportDocument, StructureEntry } from '../core/types.ts';
import { readTitleNumber } from '../ingest/structure/numbering.ts';
import { shortName } from '../ingest/structure/short-name.ts';
import { namePath, pathSeparator } from '../text/name-path.ts';
import { isSameName, nearNames } from '../text/near-names.ts';

type Document = Pick<ReportDocument, 'id' | 'chapters' | 'structure'>;

/** An entry that can be named, and where its passages stand. */
interface NamedEntry extends Pick<StructureEntry, 'title' | 'kind'> {
  /** Its short name: of a section, the title up to its colon, without its number. */
  name: string;
  path: readonly string[];
  /** The way to it from its chapter on, in short names; the whole titles where another entry has the same. */
  way: string;
  places: Place[];
}

function chapterAt(path: readonly string[], { chapters }: Document): Chapter | undefined {
  return chapters.find(({ title, part }) =>
    part === undefined ? path[0] === title : path[0] === part && path[1] === title,
  );
}

/** The chapters that a part holds: those up to the next entry beside or above it. */
function chaptersIn(part: number, entries: readonly StructureEntry[], document: Document): Chapter[] {
  const level = entries[part]?.level ?? 0;
  const below = entries.slice(part + 1);
  const end = below.findIndex((entry) => entry.kind !== 'section' && entry.level <= level);
  return below
    .slice(0, end < 0 ? below.length : end)
    .flatMap(({ kind, path = [] }) => (kind === 'chapter' ? (chapterAt(path, document) ?? []) : []));
}

function listEntries(document: Document): NamedEntry[] {
  const { structure = [], id: documentId } = document;
  return structure.flatMap(({ title, kind, path }, at): NamedEntry[] => {
    if (path === undefined) return [];
    if (kind === 'part') {
      const chapters = chaptersIn(at, structure, document);
      const places = chapters.map(({ name }) => ({ documentId, chapter: name }));
      return [{ title, kind, name: title, path, way: title, places }];
    }
    const chapter = chapterAt(path, document);
    if (chapter === undefined) return [];
    const place = { documentId, chapter: chapter.name, ...(kind === 'section' && { path }) };
    const below = path.slice(path.indexOf(chapter.title) + 1).map(shortName);
    const steps = [chapter.name, ...below];
    return [{ title, kind, name: steps.at(-1) ?? title, path, way: namePath(steps), places: [place] }];
  });
}

function listAll(documents: readonly Document[]): NamedEntry[] {
  const entries = documents.flatMap(listEntries);
  const paths = new Map<string, Set<string>>();
  for (const { way, path } of entries) paths.set(way, (paths.get(way) ?? new Set()).add(namePath(path)));
  return entries.map((entry) =>
    (paths.get(entry.way)?.size ?? 0) > 1 ? { ...entry, way: namePath(entry.path) } : entry,
  );
}

/** "4.2", "Part II", "Chapter 4" before a title. */
function numberOf(title: string): string {
  return title.slice(0, readTitleNumber(title)?.length ?? 0).replace(/[\s\p{P}]+$/u, '');
}

const isCalled = (title: string, step: string) =>
  [title, shortName(title), numberOf(title)].some((name) => name !== '' && isSameName(name, step));

/** Whether steps lead to an entry: the last one names it, those before it what it stands in, from the outside in. */
function leadsTo(steps: readonly string[], { name, path }: NamedEntry): boolean {
  const last = steps.at(-1) ?? '';
  const own = path.at(-1) ?? '';
  if (!isCalled(own, last) && !isSameName(name, last)) return false;
  let at = 0;
  return steps.slice(0, -1).every((step) => {
    const found = path.slice(at, -1).findIndex((title) => isCalled(title, step));
    at += found + 1;
    return found >= 0;
  });
}

/** Those of the outermost kind: a part or chapter before the sections of its name; and of the whole title before others. */
function preferOuter(found: readonly NamedEntry[], wanted: string): NamedEntry[] {
  const ofKind = (['chapter', 'part', 'section'] as const).map((kind) =>
    found.filter((one) => one.kind === kind),
  );
  const outer = ofKind.find((entries) => entries.length > 0) ?? [];
  const exact = outer.filter(({ title, path }) =>
    [title, namePath(path)].some((name) => isSameName(name, wanted)),
  );
  return exact.length > 0 ? exact : outer;
}

/** Short names of all chapters, front and back matter too, each once. */
export function namesOfChapters(documents: readonly Document[]): string[] {
  return [...new Set(documents.flatMap(({ chapters }) => chapters.map(({ name }) => name)))];
}

const quoteAll = (names: readonly string[]) => names.map((name) => `“${name}”`);

/** How many ways a refusal names. */
const mostNamed = 4;

function ambiguous(wanted: string, ways: readonly string[]): VerseError {
  const named = quoteAll(ways.slice(0, mostNamed));
  const others = ways.length - named.length;
  const all = others > 0 ? `${named.join(', ')} and ${others} others` : named.join(' or ');
  return new VerseError(
    'unknown-chapter',
    `“${wanted}” is the title of ${ways.length} sections.`,
    `Name one by the way to it: ${all}.`,
  );
}

/** How many chapters a refusal lists; more are read in columns. */
const mostListed = 12;

function listChapters(chapters: readonly string[]): string {
  const others = chapters.length - mostListed;
  if (others > 0) {
    return `There are: ${chapters.slice(0, mostListed).join(', ')} and ${others} others, which verse chapters lists.`;
  }
  return `There ${chapters.length === 1 ? 'is' : 'are'}: ${chapters.join(', ')}.`;
}

/** Refuses a title: near are those of chapters, else of sections, else there is a list of the chapters. */
function unknownTitle(
  wanted: string,
  chapters: readonly string[],
  entries: readonly NamedEntry[],
): VerseError {
  const near = nearNames(wanted, chapters);
  const ways = near.length > 0 ? near : quoteAll(nearWays(wanted, entries));
  const hint = ways.length > 0 ? `Did you mean ${ways.join(' or ')}?` : listChapters(chapters);
  return new VerseError('unknown-chapter', `No chapter is called “${wanted}”.`, hint);
}

/** Refuses a way: near are the titles below those of its steps that are known. */
function unknownWay(wanted: string, steps: readonly string[], entries: readonly NamedEntry[]): VerseError {
  const above = steps.slice(0, -1);
  const homes = entries.filter((entry) => leadsTo(above, entry));
  const inside = entries.filter(({ path }) =>
    homes.some(
      (home) => path.length === home.path.length + 1 && home.path.every((title, at) => title === path[at]),
    ),
  );
  const ways = nearWays(steps.at(-1) ?? '', inside.length > 0 ? inside : entries);
  const names = [...new Set(inside.map(({ name }) => name))];
  const hint =
    ways.length > 0
      ? `Did you mean ${quoteAll(ways).join(' or ')}?`
      : names.length > 0
        ? `In “${above.join(pathSeparator)}” there are: ${names.join(', ')}.`
        : homes.length > 0
          ? `“${above.join(pathSeparator)}” has no sections.`
          : 'verse chapters --json lists the ways there are.';
  return new VerseError('unknown-chapter', `No section is called “${wanted}”.`, hint);
}

/** The ways to what has a title or short name near to this one. */
function nearWays(wanted: string, entries: readonly NamedEntry[]): string[] {
  const near = nearNames(wanted, [...new Set(entries.flatMap(({ title, name }) => [title, name]))]);
  const ways = near.flatMap((known) =>
    entries.filter(({ title, name }) => title === known || name === known).map(({ way }) => way),
  );
  return [...new Set(ways)].slice(0, mostNamed);
}

/**
 * The places that a title names ("Financing"), or a way ("Part II > 4 Germany > Financing"), whose steps may be left out but
 * for the last. Case, accents and numbers before titles do not matter; where documents have the same way, each is meant.
 * @throws VerseError `unknown-chapter`: none is called so, naming near ones, or several are, naming the ways to them.
 */
export function findPlaces(wanted: string, documents: readonly Document[]): Place[] {
  const entries = listAll(documents);
  const steps = wanted
    .split(pathSeparator.trim())
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const found = preferOuter(
    entries.filter((entry) => isSameName(entry.title, wanted) || leadsTo(steps, entry)),
    wanted,
  );
  const ways = [...new Set(found.map(({ way }) => way))];
  if (ways.length === 1) return found.flatMap(({ places }) => places);
  if (ways.length > 1) throw ambiguous(wanted, ways);
  throw steps.length > 1
    ? unknownWay(wanted, steps, entries)
    : unknownTitle(wanted, namesOfChapters(documents), entries);
}
