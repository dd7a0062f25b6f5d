/**
 * Mends typos of a question with the documents' own words: "Dialouge" is read as "Dialogue" because the documents have
 * that word and nobody has the other. Pure.
 */
import type { Language } from '../../core/language.ts';
import { type Counts, countAll, type Summary } from '../../core/summary.ts';
import type { Passage, Warning } from '../../core/types.ts';
import { countries } from '../../subjects/countries.ts';

interface KnownWord {
  /** The form printed most often. */
  form: string;
  count: number;
  /** How often it is printed with a capital. */
  capitals: number;
  /** How often it is printed as `form`. */
  formCount: number;
}

interface Vocabulary {
  /** What a word may be corrected to, by first letter of the folded form. */
  candidates: ReadonlyMap<string, readonly [folded: string, word: KnownWord][]>;
  /** All words of the documents, folded. */
  known: ReadonlySet<string>;
}

type PrintedWords = Pick<Summary, 'words' | 'noteWords'>;

/** The documents' words and common English. */
export interface Spelling {
  /** Built at the first word that is not common English. */
  vocabulary(): Vocabulary;
  /** Whether a lower-case word is common English. */
  isCommon(word: string): boolean;
}

export const wordPattern = /(?<![\p{L}\p{N}@./_])\p{L}[\p{L}’']*(?![\p{N}@_/])/gu;

/** Lower case, accents and possessives off. */
function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/['’]/gu, '');
}

/** Shorter words have too many neighbours. */
const shortest = 4;
/**
 * From this length on two letters of a name may be wrong. Anywhere else two letters make one true word of another
 * ("collider", "consider"; "deceleration", "declaration"): of 6,000 SQuAD questions 1 word was mended and 9 were spoilt
 * from 10 letters on, and no question on the report was mended.
 */
const longEnoughForTwo = 10;
/** Below this length a letter may be missing, or swapped with its neighbour, but not another ("fret" is not "free"). */
const longEnoughForOther = 6;
/** A name is corrected only to what the documents print with a capital at least this often. */
const leastCapitals = 0.1;
/** What the documents print with a capital this often is a name. */
const mostlyCapitals = 0.9;

/** How often each form is printed. */
function countForms(texts: readonly string[]): Map<string, number> {
  return countAll(texts.flatMap((text) => text.match(wordPattern) ?? []));
}

/** The words of headings and text, and those of endnotes, each form by itself. */
export function countSpellings(passages: readonly Passage[]): Record<'words' | 'noteWords', Counts> {
  const textOf = ({ chapter, section, text }: Passage) => `${chapter} ${section ?? ''} ${text}`;
  return {
    words: countForms(passages.filter(({ kind }) => kind !== 'note').map(textOf)),
    noteWords: countForms(passages.filter(({ kind }) => kind === 'note').map(({ text }) => text)),
  };
}

function addForm(words: Map<string, KnownWord>, form: string, times: number): void {
  const folded = fold(form);
  const plain = form.replace(/['’]s?$/u, '');
  const before = words.get(folded) ?? { form: plain, count: 0, capitals: 0, formCount: 0 };
  const isMoreFrequent = times > before.formCount;
  words.set(folded, {
    form: isMoreFrequent ? plain : before.form,
    formCount: Math.max(times, before.formCount),
    count: before.count + times,
    capitals: before.capitals + (/^\p{Lu}/u.test(form) ? times : 0),
  });
}

function buildVocabulary({ words: forms, noteWords }: PrintedWords): Vocabulary {
  const words = new Map<string, KnownWord>();
  for (const [form, times] of forms) addForm(words, form, times);
  for (const word of countries().flatMap((country) => country.words)) {
    if (!word.includes(' ') && !words.has(fold(word)))
      addForm(
        words,
        word.replace(/^./u, (letter) => letter.toUpperCase()),
        1,
      );
  }
  const candidates = new Map<string, [string, KnownWord][]>();
  for (const [folded, word] of words) {
    if (folded.length < shortest) continue;
    const list = candidates.get(folded.charAt(0)) ?? [];
    list.push([folded, word]);
    candidates.set(folded.charAt(0), list);
  }
  // Endnotes hold words of many languages: they are known, but no word is corrected to one.
  return { candidates, known: new Set([...words.keys(), ...[...noteWords.keys()].map(fold)]) };
}

/**
 * @param printed the words of the documents, as ingest has counted them.
 * @param isCommon whether a lower-case word is common English.
 */
export function createSpelling(
  printed: PrintedWords,
  isCommon: (word: string) => boolean = () => false,
): Spelling {
  let vocabulary: Vocabulary | undefined;
  return {
    vocabulary() {
      vocabulary ??= buildVocabulary(printed);
      return vocabulary;
    },
    isCommon,
  };
}

/**
 * Letters to insert, leave out, replace or swap with their neighbour (optimal string alignment, Damerau 1964);
 * anything above `most` comes back as `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

const formsOf = (folded: string, { words }: Language) => [folded, ...(words?.variants(folded) ?? [])];

function isKnown(folded: string, { vocabulary, isCommon }: Spelling, language: Language): boolean {
  if (isCommon(folded)) return true;
  const { known } = vocabulary();
  return formsOf(folded, language).some((word) => known.has(word) || isCommon(word));
}

/** Whether the documents have a word, in this form or another. */
export function isPrinted(word: string, { vocabulary }: Spelling, language: Language): boolean {
  const { known } = vocabulary();
  const folded = fold(word);
  return formsOf(folded, language).some((form) => known.has(form));
}

/** How many letters may be wrong where a word is read as another. */
function mostEdits(folded: string, candidate: string, { capitals, count }: KnownWord): number {
  if (folded.length >= longEnoughForTwo && capitals >= mostlyCapitals * count) return 2;
  if (folded.length >= longEnoughForOther || candidate.length > folded.length) return 1;
  return isSwapped(folded, candidate) ? 1 : 0;
}

/** Whether both have the same letters. */
function isSwapped(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('');
}

/** The documents' word that this one was meant to be, or null. */
function nearestWord(folded: string, isName: boolean, { candidates }: Vocabulary): KnownWord | null {
  let best: KnownWord | null = null;
  let least = folded.length >= longEnoughForTwo ? 2 : 1;
  for (const [candidate, known] of candidates.get(folded.charAt(0)) ?? []) {
    if (isName && known.capitals < leastCapitals * known.count) continue;
    const distance = editDistance(folded, candidate, least);
    if (distance > least || distance > mostEdits(folded, candidate, known)) continue;
    if (distance === least && best !== null && best.count >= known.count) continue;
    best = known;
    least = distance;
  }
  return best;
}

/** Whether the word at an offset is the first of a sentence. */
export const opensSentence = (text: string, at: number) =>
  at === 0 || /[.?!:]\s+["“'‘(]?$/u.test(text.slice(0, at));

/** Reads each word that neither the documents nor common English have as the documents' nearest word, if one is near. */
export function respell(
  text: string,
  spelling: Spelling,
  language: Language,
): { text: string; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const respelled = text.replace(wordPattern, (word: string, at: number) => {
    const folded = fold(word);
    const isAcronym = /\p{Lu}/u.test(word.slice(1));
    const isContraction = /\p{L}['’]\p{L}{2}|n['’]t/u.test(word);
    if (folded.length < shortest || isAcronym || isContraction || isKnown(folded, spelling, language))
      return word;
    const isName = /^\p{Lu}/u.test(word) && !opensSentence(text, at);
    const nearest = nearestWord(folded, isName, spelling.vocabulary());
    if (nearest === null) return word;
    const possessive = /['’]s?$/u.exec(word)?.[0] ?? '';
    const plain = word.slice(0, word.length - possessive.length);
    const form = isName ? nearest.form.replace(/^./u, (letter) => letter.toUpperCase()) : nearest.form;
    warnings.push({ code: 'spelling', message: `Read “${plain}” as “${form}”.` });
    return form + possessive;
  });
  return { text: respelled, warnings };
}
