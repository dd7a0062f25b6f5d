/** Other names that chapters have for their subjects, and what kind of thing they say these are. Run at ingest. Pure. */
import { type Counts, countAll } from '../core/summary.ts';
import { kindNouns, legalForm } from './kinds.ts';
import { isAbbreviation, kindOfName, plainNames, readCountry } from './name-forms.ts';
import { escapePattern, type SubjectKind } from './subject.ts';

/** A chapter and its text without notes. */
export interface ChapterText {
  name: string;
  text: string;
}

/** By the chapter's name. */
export interface OtherNames {
  otherNames: ReadonlyMap<string, Counts>;
  chapterKinds: ReadonlyMap<string, Counts>;
}

/** Small words that an abbreviation leaves out: "Bureau of Labor Statistics". */
const isSmall = (word: string) => /^\p{Ll}/u.test(word);

/** The last words before an abbreviation that it is short for: "Federal Trade Commission" of FTC. */
function spellOut(before: string, short: string): string | null {
  const words = before.trim().split(/[\s-]+/);
  let left = short.length;
  for (let at = words.length - 1; at >= 0 && left > 0; at--) {
    const word = words[at] ?? '';
    if (word.charAt(0).toUpperCase() === short.charAt(left - 1).toUpperCase()) left--;
    else if (!isSmall(word)) return null;
    if (left === 0) return words.slice(at).join(' ');
  }
  return null;
}

/** What the text puts in brackets behind a name: its abbreviation, or a shorter name in quotation marks. */
function shortFormsOf(name: string, text: string): string[] {
  const behind = new RegExp(
    `${escapePattern(name)}\\s+\\((?:the |hereafter |“|"|‘|')*([\\p{Lu}][^()“”"‘’']{1,30})(”|"|’|')?\\)`,
    'gu',
  );
  return [...text.matchAll(behind)].flatMap(([, short = '', quoted]) =>
    quoted !== undefined || (isAbbreviation(short) && spellOut(name, short) !== null) ? [short] : [],
  );
}

/** What the text spells an abbreviation out as. */
function longFormsOf(short: string, text: string): string[] {
  const before = new RegExp(`([^().;:]{4,100}?)\\s+\\(${escapePattern(short)}\\)`, 'gu');
  return [...text.matchAll(before)].flatMap(([, long = '']) => spellOut(long, short) ?? []);
}

/** The first word of a name where the text uses it alone: "Nordwind" of "Nordwind Energy". */
function firstWordAlone(name: string, text: string): string[] {
  const [first = '', second] = name.split(' ');
  if (second === undefined || first.length < 4 || !/^\p{Lu}/u.test(first)) return [];
  const alone = new RegExp(
    `(?<=[\\p{L}\\p{N},;]\\s)${escapePattern(first)}(?!\\s+\\p{Lu})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (text.match(alone)?.length ?? 0) > 0 ? [first] : [];
}

/** "Nordwind is a utility": what its chapter says that it is. */
function kindInText(names: readonly string[], text: string): SubjectKind | undefined {
  for (const kind of ['company', 'body'] as const) {
    const nouns = kindNouns[kind].map(([one]) => one).join('|');
    const says = new RegExp(
      `(?:${names.map(escapePattern).join('|')})(?: \\([^()]*\\))?,? (?:is|was|remains|became)? ?(?:an?|the|one of the) (?:[\\p{L}\\p{N}-]+ ){0,4}?(?:${nouns})\\b`,
      'u',
    );
    if (says.test(text)) return kind;
  }
  return undefined;
}

/** Other names for each chapter's subject, and the kind that the chapter says it is of. */
export function findOtherNames(chapters: readonly ChapterText[]): OtherNames {
  const all = chapters.map(({ text }) => text).join('\n');
  const otherNames = new Map<string, Counts>();
  const chapterKinds = new Map<string, Counts>();
  for (const { name, text } of chapters) {
    // The table of countries has their other names.
    if (readCountry(name) !== undefined) continue;
    const names = plainNames(name);
    const said = kindInText(names, text);
    const kind = kindOfName(name) ?? said;
    const others = [
      ...names.flatMap((one) => shortFormsOf(one, all)),
      ...(isAbbreviation(name) ? longFormsOf(name, all) : []),
      ...(kind === 'company' ? firstWordAlone(name.replace(legalForm, ''), text) : []),
    ];
    if (others.length > 0) otherNames.set(name, countAll(others));
    if (said !== undefined) chapterKinds.set(name, countAll([said]));
  }
  return { otherNames, chapterKinds };
}
