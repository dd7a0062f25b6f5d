/** English names of chapters that sum up others. Pure. */
import type { ChapterNameForms } from '../../core/language.ts';

export const chapterNameForms: ChapterNameForms = {
  summary: /summary|overview/i,
  overview: /summary|introduction|overview|conclusion/i,
};
