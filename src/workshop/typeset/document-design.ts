/** What a document is set from (evals/kinds-of-document.jsonl), and what must be read of it. Imports no code. */
import type { PassageKind } from '../../core/types.ts';
import type { Face } from './make-pdf.ts';

/** A text with note markers in braces: "The fee rose.{3}". */
export type MarkedText = string;

/** Sizes are in points. */
export interface Heading {
  /** The part, the chapter, or a section by its level from 2 on. */
  heading: 'part' | 'chapter' | number;
  text: string;
  size: number;
  face?: Face;
  /** Whether it opens a page. */
  opens?: true;
}

export interface Paragraph {
  sentences: MarkedText[];
  /** A bullet, which is not read. */
  bullet?: string;
  /** The notes at the foot of the column by their markers. */
  notes?: Record<string, string>;
  size?: number;
  face?: Face;
}

/** Lines of a list of notes, each with its marker. */
export interface NoteList {
  endnotes: [label: string, text: string][];
}

export interface Table {
  caption: MarkedText;
  unit: string;
  /** The left edge of the first column and the right edges of the others, from the left margin. */
  edges: number[];
  heads: string[];
  /** A row of cells, or the label of the rows below it. */
  rows: (string[] | string)[];
  isRuled?: true;
  /** Notes right below it, by their markers. */
  notes?: Record<string, string>;
}

/** Lines that are no sentences: figures, covers, pull quotes, captions. */
export interface Drawing {
  /** Text, points from the left margin, points below the last line, size, face. */
  lines: [text: string, x: number, down: number, size: number, face?: Face][];
  /** Whether it is a cover, of whose page nothing is asked. */
  isCover?: true;
  /** Points that it takes. */
  height: number;
}

export type Piece =
  | Heading
  | Paragraph
  | NoteList
  | Table
  | Drawing
  | { contents: 1 | 2; leaders?: true }
  /** From here on, at most so many points deep on this page. */
  | { columns: 1 | 2; depth?: number }
  | { newPage: true };

export interface DocumentDesign {
  /** What kind of document it is. */
  kind: string;
  /** What makes it worth reading. */
  shows: string;
  title: string;
  /** Width and height in points. */
  page: [number, number];
  size: number;
  /** The running head: its text, or "chapter" for the chapter's title. */
  head?: string;
  /** Where page numbers stand, and the first page's. */
  numbers?: { at: 'head' | 'foot'; first: number };
  hasOutline?: true;
  /** Whether markers are digits of the text's own size and height. */
  hasLooseMarkers?: true;
  content: Piece[];
  /** What is known to be read wrong so far, as `findDifferences` gives it, and in which part of reading. */
  gaps?: { of: string; differences: string[] }[];
}

/** What must be read of a document. */
export interface KnownDocument {
  title: string;
  chapters: { title: string; page: number }[];
  passages: { kind: PassageKind; path: string[]; sentences: KnownSentence[] }[];
  notes: KnownNote[];
  /** Pages of which nothing is asked: covers, contents. */
  unjudged: number[];
}

export interface KnownSentence {
  text: string;
  pages: number[];
  markers: { noteId: string; offset: number }[];
  /** Of a row: what stands over it, from the outermost on, and over each of its cells. */
  row?: { caption: string; unit: string; under: string[]; heads: string[] };
}

export interface KnownNote {
  id: string;
  label: string;
  text: string;
  pages: number[];
}
