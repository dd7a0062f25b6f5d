/** How places are cited in the language of a draft. Pure. */
import type { CitingForms } from '../../core/draft-forms.ts';
import type { Language } from '../../core/language.ts';

const never = /(?!)/;

/** Where nothing is known of the language: most have "p." for a page. */
const inAnyLanguage: CitingForms = {
  page: /[Pp]\.?/,
  pages: /[Pp]p\.?/,
  joiner: never,
  lead: never,
  noName: never,
  opener: never,
  refers: never,
  smallWord: never,
  chapter: never,
};

export function citingIn({ drafts }: Pick<Language, 'drafts'>): CitingForms {
  return drafts?.citing ?? inAnyLanguage;
}

const page = String.raw`(?:\d{1,4}|[ivxl]{1,6})(?![\p{L}\p{N}])`;
const range = String.raw`${page}(?:\s*[-–—]\s*${page}|\s*ff?(?:\.|\b))?`;

/** The pattern of cited pages. Only "pp." starts a list, as a number after "p. 84," may be a year. */
export function pagePattern(forms: CitingForms): string {
  const list = String.raw`${range}(?:\s*(?:,|&|${forms.joiner.source})\s*${range}){0,100}`;
  const [several, one] = [forms.pages.source, forms.page.source];
  return String.raw`(?<![\p{L}\p{N}])(?:(?:${several})\s*${list}|(?:${one})\s*${range})`;
}

/** "Germany" of "the chapter on Germany" and "Germany chapter". */
export function chapterCalled(text: string, { chapter }: CitingForms): string {
  const { after, before } = chapter.exec(text)?.groups ?? {};
  return (after ?? before ?? text).trim();
}
