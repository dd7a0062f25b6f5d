/** Makes designs of a document that was read: the text of its chapters, as other printers would set it. Pure. */
import type { Chapter, Note, Passage, ReportDocument, Sentence } from '../../../core/types.ts';
import type { DocumentDesign, Heading, MarkedText, Piece } from '../../typeset/document-design.ts';
import { lineHeight, margin } from '../../typeset/page-filler.ts';
import { toPrintable } from '../../typeset/printable.ts';
import { insertLabels, wrapText } from '../../typeset/set-lines.ts';

/** What is set. */
export interface ReadText {
  document: Pick<ReportDocument, 'title' | 'chapters'>;
  /** In reading order. */
  passages: readonly Passage[];
  /** By their ids. */
  notes: ReadonlyMap<string, Pick<Note, 'text'>>;
}

/** How it is set. */
export interface Typesetting {
  name: string;
  columns: 1 | 2;
  /** Where notes stand: at the foot of the column that names them, or behind their chapter. */
  notesAt: 'foot' | 'chapter end';
}

export const typesettings: readonly Typesetting[] = [
  { name: 'foot-notes', columns: 1, notesAt: 'foot' },
  { name: 'two-columns-foot', columns: 2, notesAt: 'foot' },
  { name: 'two-columns', columns: 2, notesAt: 'chapter end' },
];

/** A4, and sizes, in points. */
const page: [number, number] = [595, 842];
const size = { text: 10, cover: 24, title: 20, section: 13, leastSection: 11 } as const;
const coverTop = 120;

/** Braces are for markers alone. */
const withoutBraces = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');

const toPlain = (text: string): string => toPrintable(withoutBraces(text));

/** @param toLabel what is printed for a note, by its id; undefined for one that is not known. */
function toMarked({ text, markers }: Sentence, toLabel: (noteId: string) => string | undefined): MarkedText {
  const labels = markers.flatMap(({ noteId, offset }) => {
    const label = toLabel(noteId);
    return label === undefined ? [] : [{ label, offset }];
  });
  return toPrintable(insertLabels(withoutBraces(text), labels));
}

/** The headings above a passage that did not stand above the one before. Levels count from 2, below the chapter. */
function openSections(way: readonly string[], open: readonly string[]): Heading[] {
  const first = way.findIndex((title, depth) => title !== open[depth]);
  if (first < 0) return [];
  return way.slice(first).map((title, index) => ({
    heading: 2 + first + index,
    text: toPlain(title),
    size: Math.max(size.leastSection, size.section - first - index),
  }));
}

/** A chapter with its notes numbered from 1, each as often as it is named. */
function setChapter(
  { title }: Chapter,
  passages: readonly Passage[],
  notes: ReadText['notes'],
  { columns, notesAt }: Typesetting,
): Piece[] {
  const named: [label: string, text: string][] = [];
  const nameNote = (id: string): string | undefined => {
    const note = notes.get(id);
    if (note === undefined) return undefined;
    const label = String(named.length + 1);
    named.push([label, toPlain(note.text)]);
    return label;
  };
  let open: readonly string[] = [];
  const text = passages.flatMap(({ path = [], sentences }): Piece[] => {
    const way = path.slice(path.indexOf(title) + 1);
    const headings = openSections(way, open);
    open = way;
    const before = named.length;
    const marked = sentences.map((sentence) => toMarked(sentence, nameNote));
    const own = notesAt === 'foot' ? named.slice(before) : [];
    return [...headings, { sentences: marked, notes: Object.fromEntries(own) }];
  });
  const behind: Piece[] =
    notesAt === 'foot' || named.length === 0
      ? []
      : [{ heading: 2, text: 'Endnotes', size: size.section }, { endnotes: named }];
  return [
    { columns: 1 },
    { heading: 'chapter', text: toPlain(title), size: size.title, opens: true },
    { columns },
    ...text,
    ...behind,
  ];
}

function setCover(title: string): Piece {
  const look = { size: size.cover, face: 'bold' } as const;
  const lines = wrapText(title, page[0] - 2 * margin.side, look);
  const place = (index: number) => coverTop + index * lineHeight(size.cover);
  return {
    lines: lines.map((line, index) => [line, 0, place(index), size.cover, 'bold']),
    height: place(lines.length),
    isCover: true,
  };
}

/**
 * The design of a document: a cover, contents, its chapters with sections, text and notes. Tables, and what stands before and
 * behind the chapters, are left out.
 */
export function designAnew(
  { document, passages, notes }: ReadText,
  typesetting: Typesetting,
): DocumentDesign {
  const title = toPlain(document.title);
  const chapters = document.chapters.flatMap((chapter) => {
    const own = passages.filter((passage) => passage.kind === 'body' && passage.chapter === chapter.name);
    return chapter.kind !== 'chapter' || own.length === 0 ? [] : setChapter(chapter, own, notes, typesetting);
  });
  return {
    kind: typesetting.name,
    shows: 'what an index holds of a document',
    title,
    page,
    size: size.text,
    head: 'chapter',
    // None on the cover.
    numbers: { at: 'foot', first: 0 },
    content: [
      setCover(title),
      { newPage: true },
      { lines: [['Contents', 0, 30, 18, 'bold']], height: 44 },
      { contents: typesetting.columns },
      ...chapters,
    ],
  };
}
