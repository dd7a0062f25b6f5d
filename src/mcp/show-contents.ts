/** A document's table of contents as text. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { formatPages } from '../text/format-pages.ts';
import type { DocumentListing } from '../wire/types.ts';

type ListedChapter = DocumentListing['chapters'][number];

export function pagesOf({ page, lastPage }: Pick<ListedChapter, 'page' | 'lastPage'>): string {
  return formatPages(Array.from({ length: lastPage - page + 1 }, (_, index) => page + index));
}

/** "Annual Report (document annual-report, 2022, tagged 10-K, 84 pages)". */
function headingOf({ id, title, year, tags, pages }: DocumentListing): string {
  const details = [
    `document ${id}`,
    ...(year === undefined ? [] : [String(year)]),
    ...(tags.length === 0 ? [] : [`tagged ${tags.join(', ')}`]),
    countNoun(pages, 'page'),
  ];
  return `${title} (${details.join(', ')})`;
}

/** As `showContents`, with a line for each part, chapter and section, set in by its level: "- Financing, p. 84". */
export function showStructure(document: DocumentListing): string {
  const { structure } = document;
  if (structure === undefined) return showContents(document);
  const lines = structure.map(
    ({ title, level, page }) => `${'  '.repeat(level - 1)}- ${title}, ${formatPages([page])}`,
  );
  return [headingOf(document), ...lines].join('\n');
}

/** Title, id and pages, then a line per chapter: "- Germany, pp. 82–91", with its title if that says more. */
export function showContents(document: DocumentListing): string {
  const lines = document.chapters.map((chapter) => {
    const heading = chapter.title === chapter.name ? '' : ` — ${chapter.title}`;
    return `- ${chapter.name}, ${pagesOf(chapter)}${heading}`;
  });
  return [headingOf(document), ...lines].join('\n');
}
