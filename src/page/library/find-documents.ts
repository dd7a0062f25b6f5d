/** Which reports of the library a search finds, and in which order they stand. Pure. */
import type { DocumentListing } from '../../wire/types.ts';

type Chapter = DocumentListing['chapters'][number];

export interface FoundDocument {
  document: DocumentListing;
  /** Those that were found by their titles; none where the report itself was. */
  chapters: readonly Chapter[];
}

const describe = ({ label, printedTitle = '', id, tags, year }: DocumentListing) =>
  [label, printedTitle, id, ...tags, year ?? ''].join(' ').toLowerCase();

/** Reports with all words in title, file name, year or tags, or with chapters that have those which these lack. */
export function findDocuments(documents: readonly DocumentListing[], typed: string): FoundDocument[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return documents.flatMap((document) => {
    const description = describe(document);
    const missing = words.filter((word) => !description.includes(word));
    if (missing.length === 0) return [{ document, chapters: [] }];
    const chapters = document.chapters.filter(({ name, title }) => {
      const own = `${name} ${title}`.toLowerCase();
      return missing.every((word) => own.includes(word));
    });
    return chapters.length > 0 ? [{ document, chapters }] : [];
  });
}

export type SortKey = 'title' | 'year' | 'pages' | 'chapters' | 'added';

export interface Sorting {
  key: SortKey;
  isDescending: boolean;
}

/** The direction that is wanted first: titles from A on, the rest from the latest or largest on. */
export const firstSorting = (key: SortKey): Sorting => ({ key, isDescending: key !== 'title' });

const numberOf: Record<Exclude<SortKey, 'title'>, (document: DocumentListing) => number | undefined> = {
  year: ({ year }) => year,
  pages: ({ pages }) => pages,
  chapters: ({ chapters }) => chapters.length,
  added: ({ ingestedAt }) => Date.parse(ingestedAt),
};

const { compare: compareText } = new Intl.Collator('en', { numeric: true });
const compareTitles = (a: DocumentListing, b: DocumentListing) => compareText(a.label, b.label);

/** Reports without a year come last, whichever the direction; equals stand by title. */
export function sortDocuments(
  documents: readonly DocumentListing[],
  { key, isDescending }: Sorting,
): DocumentListing[] {
  const sign = isDescending ? -1 : 1;
  if (key === 'title') return documents.toSorted((a, b) => sign * compareTitles(a, b));
  const numberIn = numberOf[key];
  return documents.toSorted((a, b) => {
    const [one, other] = [numberIn(a), numberIn(b)];
    if (one === other) return compareTitles(a, b);
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return sign * (one - other);
  });
}
