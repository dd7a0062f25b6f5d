/**
 * The name of what a document is about as a whole: a question names it, and every passage is of it, so that the name says
 * nothing of where the answer stands. Pure.
 */
import type { Summary } from '../../core/summary.ts';
import { findCountries } from '../../subjects/countries.ts';
import { legalForm } from '../../subjects/kinds.ts';
import { wordPattern } from '../../subjects/subject.ts';

const anyLegalForm = new RegExp(legalForm.source, `${legalForm.flags}i`);

/** What is written with a capital this often is a name: "Costco" is one, "Best" and "General" are not. */
const mostlyCapitals = 0.95;

/** How often a word is printed, and with a capital in it. */
function countCapitals(word: string, { words }: Pick<Summary, 'words'>): { count: number; capitals: number } {
  const lower = word.toLowerCase();
  let count = 0;
  let capitals = 0;
  for (const [form, times] of words) {
    if (form.toLowerCase().replace(/['’]s?$/u, '') !== lower) continue;
    count += times;
    if (/\p{Lu}/u.test(form)) capitals += times;
  }
  return { count, capitals };
}

function isName(word: string, summary: Pick<Summary, 'words'>): boolean {
  const { count, capitals } = countCapitals(word, summary);
  return count > 0 && capitals >= mostlyCapitals * count && findCountries(word).length === 0;
}

/** The company whose report it is: "COSTCO WHOLESALE" of "COSTCO WHOLESALE CORPORATION: Form 10-K …". */
function companyOf(title: string): string | undefined {
  const [name = ''] = title.split(/:\s/);
  const plain = name.trim().replace(anyLegalForm, '').replace(/^the\s+/i, '');
  return plain === name.trim() || plain === '' ? undefined : plain;
}

/**
 * The names under which questions speak of the company whose report a document is, the longest first; none where its title
 * names no company.
 * @param summary of the document.
 */
export function findOwnNames(title: string, summary: Pick<Summary, 'words'>): string[] {
  const company = companyOf(title);
  if (company === undefined) return [];
  const [first = '', second] = company.split(/\s+/);
  return second === undefined || !isName(first, summary) ? [company] : [company, first];
}

/** A question without the names, in any case, nor what makes them possessives. */
export function withoutNames(text: string, names: readonly string[]): string {
  const rest = names.reduce((left, name) => left.replaceAll(wordPattern(name, 'giu'), ' '), text);
  return rest === text ? text : rest.replace(/\s+/g, ' ').trim();
}
