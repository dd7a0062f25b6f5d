/**
 * The names of companies whose reports documents are: a question names one, and every passage is of it, so that the name says
 * which document is meant and nothing of where in it the answer stands. Pure.
 */
import type { Language } from '../../core/language.ts';
import type { Summary } from '../../core/summary.ts';
import type { ReportDocument } from '../../core/types.ts';
import { languageCalled } from '../../language/choose-language.ts';
import { withoutArticle } from '../../language/without-article.ts';
import { findCountries } from '../../subjects/countries.ts';
import { legalForm } from '../../subjects/kinds.ts';
import { wordPattern } from '../../subjects/subject.ts';

const anyLegalForm = new RegExp(legalForm.source, `${legalForm.flags}i`);

/** What is written with a capital this often is a name: "Costco" is one, "Best" and "General" are not. */
const mostlyCapitals = 0.95;

/** The names of each company whose report a document is, by the document's id, the longest first. */
export type Companies = ReadonlyMap<string, readonly string[]>;

/** The words, in lower case, that are printed as names. */
function findNames(
  words: ReadonlySet<string>,
  { words: forms }: Pick<Summary, 'words'>,
): ReadonlySet<string> {
  const printed = new Map<string, { count: number; capitals: number }>();
  for (const [form, times] of words.size === 0 ? [] : forms) {
    const lower = form.toLowerCase().replace(/['’]s?$/u, '');
    if (!words.has(lower)) continue;
    const { count, capitals } = printed.get(lower) ?? { count: 0, capitals: 0 };
    const isCapital = /\p{Lu}/u.test(form);
    printed.set(lower, { count: count + times, capitals: capitals + (isCapital ? times : 0) });
  }
  const names = [...printed].filter(([, { count, capitals }]) => capitals >= mostlyCapitals * count);
  return new Set(names.map(([word]) => word).filter((word) => findCountries(word).length === 0));
}

/** The company whose report it is: "COSTCO WHOLESALE" of "COSTCO WHOLESALE CORPORATION: Form 10-K …". */
function companyOf(title: string, language: Pick<Language, 'words'>): string | undefined {
  const [name = ''] = title.split(/:\s/);
  const plain = name.trim().replace(anyLegalForm, '');
  return plain === name.trim() || plain === '' ? undefined : withoutArticle(plain, language);
}

/**
 * Finds the documents that are reports of companies, by their titles, and the names under which questions speak of these: in
 * full, and by the first word where the documents print that as a name.
 * @param summary of the documents.
 */
export function findCompanies(
  documents: readonly Pick<ReportDocument, 'id' | 'title' | 'language'>[],
  summary: Pick<Summary, 'words'>,
): Companies {
  const companies = documents.flatMap(({ id, title, language }) => {
    const company = companyOf(title, languageCalled(language));
    return company === undefined ? [] : [{ id, company, words: company.split(/\s+/) }];
  });
  const firstOf = (words: readonly string[]) => (words.length > 1 ? (words[0] ?? '').toLowerCase() : '');
  const names = findNames(new Set(companies.map(({ words }) => firstOf(words))), summary);
  return new Map(
    companies.map(({ id, company, words }) => [
      id,
      names.has(firstOf(words)) ? [company, words[0] ?? ''] : [company],
    ]),
  );
}

/** Whether a text has one of the names. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => wordPattern(name, 'iu').test(text));

/** A question without the names, in any case, nor what makes them possessives. */
export function withoutNames(text: string, names: readonly string[]): string {
  const rest = names.reduce((left, name) => left.replaceAll(wordPattern(name, 'giu'), ' '), text);
  return rest === text ? text : rest.replace(/\s+/g, ' ').trim();
}
