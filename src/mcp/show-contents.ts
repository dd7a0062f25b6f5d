/** A document's table of contents as text. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { formatPages } from '../wire/places.ts';
import type { DocumentListing } from '../wire/types.ts';

type ListedChapter = DocumentListing['chapters'][number];

export function pagesOf({ page, lastPage }: Pick<ListedChapter, 'page' | 'lastPage'>): string {
  return formatPages(Array.from({ length: lastPage - page + 1 }, (_, index) => page + index));
}

/** Title, id and pages, then a line per chapter: "- Germany, pp. 82–91", with its title if that says more. */
export function showContents({ id, title, pages, chapters }: DocumentListing): string {
  const lines = chapters.map((chapter) => {
    const heading = chapter.title === chapter.name ? '' : ` — ${chapter.title}`;
    return `- ${chapter.name}, ${pagesOf(chapter)}${heading}`;
  });
  return [`${title} (document ${id}, ${countNoun(pages, 'page')})`, ...lines].join('\n');
}
