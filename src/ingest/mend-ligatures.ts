/**
 * Mends letters that a font names wrongly or not at all: a ligature that reads as a figure or a sign ("Tes4ng", "Objec&ves"), or
 * one that no word of the document tells. One that stands within words of a font, and with the same letters in its place makes
 * each of them a known word, stands for these. Pure.
 */
import type { PlacedText, TextRun } from '../core/document-reader.ts';
import { chooseLanguage } from '../language/choose-language.ts';
import { countBroken, replaceCharacters, unnamedSigns, wholeWords } from './mend-letters.ts';

/** The letters that fonts join, longest first. */
const ligatures = ['ffi', 'ffl', 'tti', 'ti', 'tt', 'ft', 'fi', 'fl', 'ff', 'fj', 'th', 'ct', 'st'];

const numbers = {
  /** Words of a font that must tell a sign's letters, and the share of those that have it which must agree. */
  words: 3,
  share: 0.9,
  /** The share where the sign has no name, so that it can be nothing else: what disagrees are names and cut words. */
  shareOfUnnamed: 0.5,
  /** Letters that a word has at least besides, to tell anything. */
  letters: 4,
} as const;

/** What a sign may be read as: no letter, blank, hyphen, apostrophe or stop, which words have. */
const sign = String.raw`[\d&#$%*+<=>?@^~!|{}[\]\\";${unnamedSigns}]`;
/** A word with such a sign between its letters, the first behind at least one and before a small letter. */
const brokenWord = new RegExp(`^\\p{L}+${sign}\\p{Ll}[\\p{L}]*(?:${sign}\\p{Ll}+)*$`, 'u');
const anySign = new RegExp(sign, 'g');
const unnamed = new RegExp(`[${unnamedSigns}]`);
/** Links, addresses, file names and formulas, where figures stand between letters. */
const noWord = /:\/\/|www\.|[@/\\_=]|\.\p{L}/u;

/** A piece of a text between blanks, without the marks around it, and where it begins. */
interface Token {
  text: string;
  start: number;
}

const tokensOf = ({ text }: TextRun): Token[] =>
  [...text.matchAll(/\S+/gu)].flatMap(({ 0: whole, index }) =>
    noWord.test(whole)
      ? []
      : [...whole.matchAll(/[^\s.,:;!?()“”"‘’'…–—‐‑-]+/gu)].map((part) => ({
          text: part[0],
          start: index + part.index,
        })),
  );

const keyOf = (font: string, character: string) => `${font}|${character}`;

/** The words of each font that have a sign, by font and sign. */
function brokenWords(runs: readonly TextRun[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const run of runs)
    for (const { text } of tokensOf(run)) {
      const signs = new Set(text.match(anySign) ?? []);
      const [only] = signs;
      if (only === undefined || signs.size > 1) continue;
      if (!unnamed.test(only) && !brokenWord.test(text)) continue;
      const key = keyOf(run.font, only);
      found.set(key, (found.get(key) ?? new Set()).add(text.toLowerCase()));
    }
  return found;
}

type IsWord = (lower: string) => boolean;

const readAs = (word: string, character: string, letters: string) => word.split(character).join(letters);

/** The letters that make known words of all that have a sign, or nearly; undefined where several do, or none. */
function lettersOfSign(words: readonly string[], character: string, isWord: IsWord): string | undefined {
  const telling = words.filter((word) => word.length > numbers.letters);
  if (telling.length < numbers.words) return undefined;
  const counts = ligatures.map((letters) => ({
    letters,
    count: telling.filter((word) => isWord(readAs(word, character, letters))).length,
  }));
  const [best, next] = counts.sort((a, b) => b.count - a.count);
  const share = unnamed.test(character) ? numbers.shareOfUnnamed : numbers.share;
  if (best === undefined || best.count < Math.max(numbers.words, share * telling.length)) return undefined;
  return next !== undefined && next.count * 2 > best.count ? undefined : best.letters;
}

/** The letters that each sign of each font stands for, where that is certain. */
function readSigns(broken: ReadonlyMap<string, ReadonlySet<string>>, isWord: IsWord): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, words] of broken) {
    const letters = lettersOfSign([...words], key.slice(-1), isWord);
    if (letters !== undefined) found.set(key, letters);
  }
  // A cut of the same face that has few words has lost what the others have.
  const lost = [...new Set(found.values())];
  for (const [key, words] of broken) {
    if (found.has(key)) continue;
    const fitting = lost.filter((letters) =>
      [...words].every(
        (word) =>
          (word.length > numbers.letters || unnamed.test(key)) &&
          isWord(readAs(word, key.slice(-1), letters)),
      ),
    );
    if (fitting.length === 1) for (const letters of fitting) found.set(key, letters);
  }
  return found;
}

/** The signs of a word that stand for letters where a figure may be one: by their index in the run, the letters. */
function lettersInWord(
  { text, start }: Token,
  font: string,
  found: ReadonlyMap<string, string>,
  isWord: IsWord,
): Map<number, string> | undefined {
  const readings = new Map<number, string>();
  let word = '';
  for (const [at, character] of text.split('').entries()) {
    const letters = found.get(keyOf(font, character));
    if (letters !== undefined) readings.set(start + at, letters);
    word += letters ?? character;
  }
  if (readings.size === 0 || !/^\p{L}+$/u.test(word) || !/\p{L}/u.test(text)) return undefined;
  // At the edge of a word, or in a short one, a figure may be one: "4th", "2b", "w3w".
  const isWithin = brokenWord.test(text) && text.length > numbers.letters;
  return isWithin || isWord(word.toLowerCase()) ? readings : undefined;
}

/** The signs of a run that stand for letters: by their index, the letters, for each word. What has no name always does. */
function lettersIn(run: TextRun, found: ReadonlyMap<string, string>, isWord: IsWord): Map<number, string>[] {
  const ofSigns = tokensOf(run).flatMap((token) => lettersInWord(token, run.font, found, isWord) ?? []);
  const known = new Set(ofSigns.flatMap((readings) => [...readings.keys()]));
  const ofUnnamed = run.text.split('').flatMap((character, at) => {
    const letters = found.get(keyOf(run.font, character));
    return letters === undefined || !unnamed.test(character) || known.has(at)
      ? []
      : [new Map([[at, letters]])];
  });
  return [...ofSigns, ...ofUnnamed];
}

/** The document with such words mended, which are counted with those that `mendLetters` mends. */
export function mendLigatures(placed: PlacedText): PlacedText {
  const runs = placed.pages.flatMap((page) => page.runs);
  const broken = brokenWords(runs);
  if (broken.size === 0) return placed;
  const known = wholeWords(runs);
  const { isWord: isInDictionary } = chooseLanguage(runs.map(({ text }) => text));
  const isWord: IsWord = (lower) => known.has(lower) || isInDictionary?.(lower) === true;
  const found = readSigns(broken, isWord);
  if (found.size === 0) return placed;
  let mended = 0;
  const pages = placed.pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => {
      const words = lettersIn(run, found, isWord);
      mended += words.length;
      return words.length === 0 ? run : replaceCharacters(run, new Map(words.flatMap((word) => [...word])));
    }),
  }));
  const before = placed.brokenWords?.mended ?? 0;
  return { ...placed, pages, brokenWords: { mended: before + mended, left: countBroken(pages) } };
}
