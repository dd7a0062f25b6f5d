/** Resolves note markers to their notes and their positions in sentences. Pure. */
import type { Chapter, Note, NoteMarker, PlacedWord } from '../../core/types.ts';
import { lettersOf } from '../page-model.ts';
import { unreadMarker } from './markers.ts';
import type { ChapterNotes, NoteList } from './notes.ts';
import type { PlacedMarker } from './paragraphs.ts';

export type NamingMarker = Pick<PlacedMarker, 'labels' | 'page' | 'y'>;

export interface MarkerResolver {
  /** How many labels were found, and how many have a note. */
  readonly count: { found: number; resolved: number };
  /** The labels without a note. */
  readonly loose: readonly PlacedWord[];
  /** The ids of the notes that a marker names, which is counted once; labels without a note are skipped. */
  resolve(marker: NamingMarker): readonly string[];
}

const byLabel = (notes: readonly Note[]) => {
  const groups = new Map<string, Note[]>();
  for (const note of notes) groups.set(note.label, [...(groups.get(note.label) ?? []), note]);
  return groups;
};

/** A chapter with its notes. */
export interface NotedChapter {
  chapter: Pick<Chapter, 'name' | 'title' | 'kind'>;
  notes: ChapterNotes;
}

/** The list for each chapter among the notes at the book's end: the one whose heading names it, else by their order. */
function bookLists(chapters: readonly NotedChapter[]): Map<NotedChapter, NoteList> {
  const books = chapters.filter(({ notes }) => notes.end.length > 1);
  const lists = books.at(-1)?.notes.end ?? [];
  const numbered = chapters.filter(
    ({ chapter, notes }) => chapter.kind === 'chapter' && notes.end.length === 0,
  );
  const found = new Map<NotedChapter, NoteList>();
  for (const [index, own] of numbered.entries()) {
    const [name, title] = [lettersOf(own.chapter.name), lettersOf(own.chapter.title)];
    const named = lists.find((list) => {
      const heading = lettersOf(list.title ?? '');
      return heading !== '' && (heading.includes(name) || title.startsWith(heading));
    });
    const list = named ?? (lists.length === numbered.length ? lists[index] : undefined);
    if (list !== undefined) found.set(own, list);
  }
  return found;
}

/** Lists for the text before them, whatever its chapters: the references of a paper, or of each of several. */
function listsBehind(chapters: readonly NotedChapter[]): NoteList[] {
  const lists = chapters.flatMap(({ notes }) => notes.end);
  if (lists.length === 1) return lists;
  return chapters.flatMap(({ chapter, notes }) =>
    chapter.kind === 'back' && notes.end.length === 1 ? notes.end : [],
  );
}

/**
 * A resolver for the markers of each chapter. A marker's note is below it on its page, the nearest where several tables have
 * notes, or at the foot of the next, where it may be pushed, else among the notes at the end of its chapter, where numbers that
 * start anew belong to the text before them, else in the chapter's list at the end of the book, or in the next one behind it
 * that is of no chapter.
 */
export function createMarkerResolvers(chapters: readonly NotedChapter[]): MarkerResolver[] {
  const foot = byLabel(chapters.flatMap(({ notes }) => notes.foot));
  const tops = new Map(chapters.flatMap(({ notes }) => [...notes.tops]));
  const topOf = ({ id }: Note) => tops.get(id) ?? 0;
  const onPage = (notes: readonly Note[], { page, y }: NamingMarker) => {
    const own = notes.filter((note) => note.page === page);
    const below = own.filter((note) => topOf(note) < y);
    return below.sort((a, b) => topOf(b) - topOf(a))[0] ?? own[0];
  };
  const lists = bookLists(chapters);
  const behind = byLabel(listsBehind(chapters).flatMap(({ notes }) => notes));
  return chapters.map((own) => {
    const end = byLabel(own.notes.end.flatMap(({ notes }) => notes));
    const book = byLabel(lists.get(own)?.notes ?? []);
    const find = (label: string, marker: NamingMarker): Note | undefined => {
      const { page } = marker;
      const atFoot = foot.get(label) ?? [];
      const atEnd = end.get(label) ?? [];
      return (
        onPage(atFoot, marker) ??
        atFoot.find((note) => note.page === page + 1) ??
        atEnd.find((note) => note.page >= page) ??
        atEnd[0] ??
        book.get(label)?.[0] ??
        behind.get(label)?.find((note) => note.page >= page)
      );
    };
    return createResolver(find);
  });
}

function createResolver(find: (label: string, marker: NamingMarker) => Note | undefined): MarkerResolver {
  const count = { found: 0, resolved: 0 };
  const loose: PlacedWord[] = [];
  /** "45" after a word, where there are notes 4 and 5 but no 45, is two adjacent markers. */
  const splitGlued = (label: string, marker: NamingMarker): string[] => {
    if (find(label, marker) !== undefined) return [label];
    for (let at = 1; at < label.length; at++) {
      const [first, second] = [label.slice(0, at), label.slice(at)];
      const isNext = Number(second) === Number(first) + 1;
      if (isNext && find(first, marker) !== undefined && find(second, marker) !== undefined)
        return [first, second];
    }
    return [label];
  };
  const known = new Map<NamingMarker, string[]>();
  const idsOf = (marker: NamingMarker): string[] =>
    marker.labels
      .filter((label) => label !== unreadMarker)
      .flatMap((label) => splitGlued(label, marker))
      .flatMap((label) => {
        count.found++;
        const note = find(label, marker);
        if (note !== undefined) count.resolved++;
        else loose.push({ text: label, page: marker.page });
        return note === undefined ? [] : [note.id];
      });
  return {
    count,
    loose,
    resolve(marker) {
      const ids = known.get(marker) ?? idsOf(marker);
      known.set(marker, ids);
      return ids;
    },
  };
}

/** A marker belongs to the word before it, even if a line break separates them. */
function behindWord(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

/**
 * A marker's position in a part of a text.
 * @param start where the part starts, in the text of `marker.offset`.
 */
export function placeMarker(
  marker: PlacedMarker,
  text: string,
  start: number,
  resolver: MarkerResolver,
): NoteMarker[] {
  const offset = behindWord(text, Math.min(Math.max(0, marker.offset - start), text.length));
  return resolver.resolve(marker).map((noteId) => ({ noteId, offset }));
}

/** The notes that markers name, each once. */
export function notesOf(markers: readonly NoteMarker[]): string[] {
  return [...new Set(markers.map(({ noteId }) => noteId))];
}
