/** What the form of a chapter's name says of its subject. Pure. */
import { countryOf, findCountries } from './countries.ts';
import { bodyWord, companyWord, legalForm } from './kinds.ts';
import type { Subject, SubjectKind } from './subject.ts';

export const isAbbreviation = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&.-]{1,7}$/u.test(text);

/** "Federal Trade Commission (FTC)": the name and what stands for it. */
export function splitBrackets(name: string): { full: string; short?: string } {
  const [, full, short] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  return full === undefined || short === undefined ? { full: name } : { full, short };
}

/** The name as it is spoken, with its legal form and without. */
export function plainNames(name: string): string[] {
  const { full } = splitBrackets(name);
  return [...new Set([full, full.replace(legalForm, '')])];
}

/** The kind that the name itself shows. */
export function kindOfName(name: string): SubjectKind | undefined {
  const { full } = splitBrackets(name);
  if (legalForm.test(full) || companyWord.test(full)) return 'company';
  return bodyWord.test(full) ? 'body' : undefined;
}

/** A country under the name that the chapter has for it: "Türkiye", "the Czech Republic". */
export function readCountry(name: string): Subject | undefined {
  const [mention] = findCountries(name);
  const isWhole = mention?.at === 0 && mention.length === name.length;
  const country = isWhole ? countryOf(mention.name) : undefined;
  return country && { ...country, name };
}
