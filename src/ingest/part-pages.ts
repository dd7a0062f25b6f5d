/** Tells apart what stands on a document's pages: tables, contents, notes and text. Pure. */
import type { PageText } from '../core/document-reader.ts';
import { findNotes } from './layout/find-notes.ts';
import type { MarkerSpan } from './layout/loose-markers.ts';
import { takeSlashedNotes } from './layout/slashed-notes.ts';
import { placeFigures, placeTables } from './layout/tables/place-tables.ts';
import type { Line, PageNote } from './page-model.ts';
import { findPrintedContents, type PrintedContents } from './structure/contents-rows.ts';

export interface PageParts {
  contents: PrintedContents[];
  /** The pages of contents, from 1. */
  contentsPages: Set<number>;
  /** Each page's text, with an empty line for each of its tables. */
  texts: Line[][];
  notes: PageNote[][];
  /** Where markers that are plain digits may stand. */
  spans: MarkerSpan[];
}

const isTable = ({ table }: Line): boolean => table !== undefined;

/** @param linesOfPage the lines of each page without running heads, page 1 first. */
export function partPages(pages: readonly PageText[], linesOfPage: readonly (readonly Line[])[]): PageParts {
  // Columns of figures first: they read as the page numbers of contents, and as the numbers of notes.
  const slashed = linesOfPage.map(takeSlashedNotes);
  const figures = placeFigures(
    pages,
    slashed.map(({ lines }) => lines),
  );
  const contents = findPrintedContents(
    figures.linesOfPage.map((lines) => lines.filter((line) => !isTable(line))),
  );
  const contentsPages = new Set(contents.flatMap((each) => each.pages));
  // Then contents and notes, which are set as other tables are.
  const withoutContents = figures.linesOfPage.map((lines, at) =>
    contentsPages.has(at + 1) ? lines.filter(isTable) : lines,
  );
  const { texts, notes, spans } = findNotes(withoutContents);
  const ofTables = slashed.map((own) => own.notes);
  return {
    contents,
    contentsPages,
    texts: placeTables(pages, texts, figures),
    notes: notes.map((own, at) => [...(ofTables[at] ?? []), ...own]),
    spans,
  };
}
