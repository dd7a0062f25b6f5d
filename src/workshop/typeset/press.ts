/** A document while it is set: its pages, and what has to be read of them so far. */

import type { DocumentDesign, Heading, KnownDocument, KnownNote } from './document-design.ts';
import { createPageFiller, type FootLine, lineHeight, noteSizeOf, type PageFiller } from './page-filler.ts';
import { breakLines, type Look, setLine, toWords } from './set-lines.ts';

export interface Press {
  design: DocumentDesign;
  filler: PageFiller;
  known: KnownDocument;
  /** The headings that the text is under, outermost first. */
  path: { level: number; text: string }[];
  /** All of them, with their pages, as the contents have them. */
  entries: ContentsEntry[];
}

export interface ContentsEntry extends Pick<Heading, 'heading' | 'text'> {
  page: number;
}

export function openPress(design: DocumentDesign): Press {
  const known: KnownDocument = { title: design.title, chapters: [], passages: [], notes: [], unjudged: [] };
  return { design, filler: createPageFiller(design), known, path: [], entries: [] };
}

/** The id of a note in the list or below the table of the chapter that is open. */
export const noteId = ({ known }: Press, label: string): string => `${known.chapters.length}/n${label}`;

/** Adds what is read of a paragraph or a table. */
export function addPassage(
  { known, path }: Press,
  passage: Omit<KnownDocument['passages'][number], 'path'>,
): void {
  known.passages.push({ ...passage, path: path.map(({ text }) => text) });
}

interface TextLook extends Look {
  /** Points from the column's left edge. */
  indent?: number;
  /** By the markers that name them. */
  notes?: ReadonlyMap<string, FootLine[]>;
}

/** Sets sentences line by line, with the notes that they name at the foot. @returns the pages of each. */
export function setText({ filler }: Press, sentences: readonly string[], look: TextLook): number[][] {
  const { indent = 0, notes = new Map<string, FootLine[]>(), face } = look;
  const pages = sentences.map(() => new Set<number>());
  const measure = filler.measure() - indent;
  for (const line of breakLines(toWords(sentences), measure, look)) {
    const markers = line.words.flatMap(({ fragments }) => fragments.filter(({ isMarker }) => isMarker));
    const foot = markers.flatMap(({ text }) => text.split(',').flatMap((label) => notes.get(label) ?? []));
    const y = filler.down(lineHeight(look.size), foot);
    filler.add(...setLine(line, filler.left() + indent, y, face === undefined ? measure : null, look));
    for (const { sentence } of line.words) pages[sentence]?.add(filler.page());
  }
  return pages.map((own) => [...own]);
}

/** Lays a note out for the foot of a column, and adds it to those that must be read. */
export function layFootNote(
  { design, filler, known }: Press,
  label: string,
  text: string,
): { note: KnownNote; lines: FootLine[] } {
  const note: KnownNote = { id: `foot/n${known.notes.length}`, label, text, pages: [] };
  known.notes.push(note);
  const look = { size: noteSizeOf(design) };
  const lines = breakLines(toWords([`{${label}} ${text}`]), filler.measure(), look).map(
    (line): FootLine => ({
      set: (x, y) => setLine(line, x, y, null, look),
      onPage: (page) => {
        if (!note.pages.includes(page)) note.pages.push(page);
      },
    }),
  );
  return { note, lines };
}
