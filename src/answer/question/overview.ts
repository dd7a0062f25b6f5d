import type { Language } from '../../core/language.ts';

/** Whether a chapter of that name says what the others say as well, such as a summary. Pure. */
export function isOverview(chapter: string, { chapterNames }: Pick<Language, 'chapterNames'>): boolean {
  return chapterNames?.overview.test(chapter) === true;
}
