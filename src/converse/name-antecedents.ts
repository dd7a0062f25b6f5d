/** Finds the people and things that a turn named, by capital letters. Pure. */
import type { FollowUpForms, FollowUpNames } from '../core/follow-up-forms.ts';
import { countries } from '../subjects/countries.ts';
import { regionWords } from '../subjects/kinds.ts';
import { lowerWords } from '../subjects/subject.ts';
import { withoutLeadingGrammar } from './words.ts';

let placeWords: ReadonlySet<string> | undefined;
/** Whether a name is that of a country or of a part of the world. */
export const isPlace = (name: string): boolean => isPlaceWord(name.toLowerCase());

function isPlaceWord(lower: string): boolean {
  placeWords ??= new Set([...countries().flatMap(lowerWords), ...Object.values(regionWords).flat()]);
  return placeWords.has(lower);
}

const namePart = "\\p{Lu}[\\p{L}\\p{N}&’'-]*(?:\\.[\\p{L}\\p{N}]+)*";
const nameRun = ({ joiner }: FollowUpNames) =>
  new RegExp(`${namePart}(?:\\s(?:(?:${joiner.source})\\s)*${namePart})*`, 'gu');

/** Runs of capitalised words: "Erik Kurzweil", "Government Guidance Fund", "CALB Group". */
function namesIn(text: string, forms: FollowUpForms): string[] {
  return (text.match(nameRun(forms.names)) ?? []).map((name) =>
    withoutLeadingGrammar(name, forms).replace(/['’]s?$|[.-]+$/u, ''),
  );
}

/** A capital at the start of a sentence only counts if the name continues or is all capitals. */
function opensSentence(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return (at <= 0 || /[.?!:]\s*["“‘']?$/.test(text.slice(0, at))) && !/\s\p{Lu}|\p{Lu}.*\p{Lu}/u.test(name);
}

function isName(
  name: string,
  throughout: ReadonlySet<string>,
  { months, plainCapitals }: FollowUpNames,
): boolean {
  const lower = name.toLowerCase();
  const isPlain = [lower, lower.replace(/s$/, '')].some(
    (one) => plainCapitals.has(one) || throughout.has(one),
  );
  return name.length > 1 && !isPlain && !months.test(name);
}

/** What a text names after its first word, but for what all chapters speak of. */
export function namesWithin(text: string, throughout: ReadonlySet<string>, forms: FollowUpForms): string[] {
  const begun = text.replace(/^\p{Lu}(?=\p{Ll}*\b)/u, (letter) => letter.toLowerCase());
  return findNames(`a ${begun}`, throughout, forms);
}

/**
 * The names in a text, including places, each once; without months and currencies.
 * @param throughout words for what all chapters speak of, which are left out too (`Subjects.throughout`).
 */
export function findNames(text: string, throughout: ReadonlySet<string>, forms: FollowUpForms): string[] {
  const names = namesIn(text, forms).filter(
    (name) => isName(name, throughout, forms.names) && !opensSentence(text, name),
  );
  return [...new Set(names)];
}

/** Whether a name looks like a person's: up to four words that belong to no place or organisation. */
function isPerson(name: string, { organisationWords }: FollowUpNames): boolean {
  return (
    /^\p{Lu}\p{Ll}[\p{L}’']*(?:[\s-]\p{Lu}\p{Ll}[\p{L}’']*){0,3}$/u.test(name) &&
    !/['’]s\b/.test(name) &&
    !organisationWords.test(name) &&
    !name.split(/[ -]/).some((word) => isPlaceWord(word.toLowerCase()))
  );
}

/** The people in a text, without titles: first those with a title or who say something. */
export function findPeople(text: string, throughout: ReadonlySet<string>, forms: FollowUpForms): string[] {
  const { titles, speaks } = forms.names;
  const people = findNames(text, throughout, forms).flatMap((run) => {
    const name = run.split(titles).at(-1) ?? run;
    const behind = text.slice(text.indexOf(run) + run.length);
    const hasTitle = name !== run;
    // "Minister Karremans" is a person; "Nexperia" alone may be anything.
    const isOne = isPerson(name, forms.names) && (hasTitle || /[\s-]/.test(name));
    return isOne ? [{ name, isSure: hasTitle || speaks.test(behind) }] : [];
  });
  return [...people.filter(({ isSure }) => isSure), ...people.filter(({ isSure }) => !isSure)].map(
    ({ name }) => name,
  );
}
