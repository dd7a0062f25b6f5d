/** The name of the chapter that a place is in. Pure. */

export interface NamedChapter {
  chapter: string;
  /** Where the document has no chapters, and `chapter` is the title that is printed. */
  undivided?: true | undefined;
  /** The title as it is, which may be set by hand. */
  documentTitle?: string | undefined;
}

/**
 * "Germany", or with what its document is called "Fragmented Europe (2026): Germany"; the document alone where it has no
 * chapters.
 */
export function nameChapter(place: NamedChapter, document?: string): string {
  const { undivided, chapter, documentTitle = chapter } = place;
  if (undivided) return document ?? documentTitle;
  return document === undefined ? chapter : `${document}: ${chapter}`;
}
