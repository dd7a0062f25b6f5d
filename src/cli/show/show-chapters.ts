/** Documents and their chapters as tables. Pure. */

import { columnsOf, padLeft, padRight } from '../../text/columns.ts';
import { countNoun } from '../../text/count-noun.ts';
import { formatNumbers } from '../../text/format-pages.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';

/** The part of the title that is not in the chapter's name. */
function subtitleOf({ name, title }: DocumentListing['chapters'][number]): string {
  const at = title.indexOf(name);
  // Before the name stand its number and its article.
  return at < 0 ? title : title.slice(at + name.length).replace(/^[:\s]+/, '');
}

function pagesOf({ page, lastPage }: DocumentListing['chapters'][number]): string {
  return formatNumbers(Array.from({ length: lastPage - page + 1 }, (_, index) => page + index));
}

/** The least width for a title beside name and pages. */
const leastTitleWidth = 24;

/** The chapters with their parts above them. */
function rowsOf(document: DocumentListing, width: number): string[] {
  const rows = chapterRows(document, width);
  return document.chapters.flatMap(({ part }, index) => {
    const isNew = part !== document.chapters[index - 1]?.part;
    return [...(part !== undefined && isNew ? [wrapText(part, width)] : []), ...(rows[index] ?? [])];
  });
}

/** Each chapter's name, pages and title side by side; with long names, the title on the next line. */
function chapterRows({ chapters }: DocumentListing, width: number): string[][] {
  const nameWidth = Math.max(0, ...chapters.map((chapter) => columnsOf(chapter.name)));
  const pagesWidth = Math.max(0, ...chapters.map((chapter) => columnsOf(pagesOf(chapter))));
  const beside = nameWidth + pagesWidth + 6;
  if (beside + leastTitleWidth <= width) {
    return chapters.map((chapter) => {
      const start = `  ${padRight(chapter.name, nameWidth)}  ${padLeft(pagesOf(chapter), pagesWidth)}  `;
      return [wrapText(subtitleOf(chapter), width, ' '.repeat(beside), start).trimEnd()];
    });
  }
  const indent = ' '.repeat(pagesWidth + 4);
  return chapters.map((chapter) => {
    const name = wrapText(chapter.name, width, indent, `  ${padLeft(pagesOf(chapter), pagesWidth)}  `);
    const subtitle = subtitleOf(chapter);
    return subtitle === '' ? [name] : [name, wrapText(subtitle, width, indent, indent)];
  });
}

function showDocument(document: DocumentListing, { width, paint }: Screen): string {
  const { id, title, pages, passages, chapters } = document;
  const rows = rowsOf(document, width);
  const counts = [
    countNoun(pages, 'page'),
    countNoun(chapters.length, 'chapter'),
    countNoun(passages, 'passage'),
  ];
  return [
    paint('bold', wrapText(title, width)),
    wrapText(`${id}: ${counts.join(', ')}`, width),
    '',
    ...rows,
  ].join('\n');
}

/** Each document with its chapters. */
export function showChapters(documents: readonly DocumentListing[], screen: Screen): string {
  return `${documents.map((document) => showDocument(document, screen)).join('\n\n')}\n`;
}
