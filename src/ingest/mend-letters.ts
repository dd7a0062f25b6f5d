/**
 * Mends letters that a font draws and does not name ("Administra\u0000ve", "con\ufffdict"), mostly ligatures: the document's
 * other words tell what a sign stands for. Pure.
 */
import type { PlacedText, TextRun } from '../core/document-reader.ts';
import type { ExtractionReport } from '../core/types.ts';

/** Control characters, the replacement character and private ones. */
export const unnamedSigns = '\\0-\\x08\\x0e-\\x1f\\x7f-\\x9f\\ufffd\\ue000-\\uf8ff';
const unnamed = new RegExp(`[${unnamedSigns}]`);
const allUnnamed = new RegExp(`[${unnamedSigns}]`, 'g');
const anyWord = new RegExp(`[\\p{L}${unnamedSigns}]+`, 'gu');
const wholeWord = /\p{L}{3,}/gu;

const numbers = {
  /** Letters that a broken word has at least besides, for its neighbours to tell anything. */
  letters: 3,
  /** Letters that a sign may stand for. */
  longest: 3,
  /** Words in which the document has a reading, for it to be one of the sign's. */
  words: 2,
  /** Words that must all agree, for words that are printed nowhere else to be mended too. */
  unanimous: 3,
  /** Signs of a word that are tried in all their readings. */
  signs: 3,
} as const;

/** A sign is asked for by its font: ligatures of one font may share a sign, and those of others have other signs. */
const keyOf = (font: string, sign: string) => `${font}|${sign}`;

interface SignReadings {
  /** What it may stand for. */
  readings: string[];
  /** What it stands for in every word that tells; undefined if they differ. */
  always: string | undefined;
}

/** The words of a document that have all their letters, in lower case. */
export function wholeWords(runs: readonly TextRun[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of runs) for (const [word] of text.matchAll(wholeWord)) words.add(word.toLowerCase());
  return words;
}

/** What the sign may stand for in a word, by the words that are like it else. */
function readingsOf(word: string, sign: string, known: ReadonlySet<string>): Set<string> {
  const [start = '', end = ''] = word.toLowerCase().split(sign);
  const least = start.length + end.length + 1;
  const readings = new Set<string>();
  for (const whole of known)
    if (whole.length >= least && whole.length < least + numbers.longest)
      if (whole.startsWith(start) && whole.endsWith(end))
        readings.add(whole.slice(start.length, whole.length - end.length));
  return readings;
}

function readSign(words: ReadonlySet<string>, sign: string, known: ReadonlySet<string>): SignReadings {
  const votes = new Map<string, number>();
  let voters = 0;
  for (const word of words) {
    const isTold = word.split(sign).length === 2 && word.length > numbers.letters;
    const readings = isTold ? readingsOf(word, sign, known) : new Set<string>();
    if (readings.size > 0) voters++;
    for (const reading of readings) votes.set(reading, (votes.get(reading) ?? 0) + 1);
  }
  const sorted = [...votes].filter(([, count]) => count >= numbers.words).sort((a, b) => b[1] - a[1]);
  const [best] = sorted;
  const isAlways = best !== undefined && best[1] === voters && voters >= numbers.unanimous;
  return { readings: sorted.map(([reading]) => reading), always: isAlways ? best[0] : undefined };
}

/** What each sign of a word stands for; undefined where that is not certain. */
function readWord(
  word: string,
  font: string,
  signs: ReadonlyMap<string, SignReadings>,
  known: ReadonlySet<string>,
): string[] | undefined {
  const own = word.split('').filter((character) => unnamed.test(character));
  const choices = own.map((sign) => signs.get(keyOf(font, sign)));
  const fill = (readings: readonly string[]) => {
    let at = 0;
    return word.replace(allUnnamed, () => readings[at++] ?? '');
  };
  const all = choices
    .slice(0, numbers.signs)
    .reduce<string[][]>(
      (found, choice) =>
        found.flatMap((before) => (choice?.readings ?? []).map((reading) => [...before, reading])),
      [[]],
    );
  const fitting = own.length > numbers.signs ? [] : all.filter((each) => known.has(fill(each).toLowerCase()));
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  const always = choices.flatMap((choice) => choice?.always ?? []);
  return always.length === own.length ? always : undefined;
}

type ReadWord = (word: string, font: string) => string[] | undefined;

/** The words of a run that have a sign among their letters. */
function brokenIn({ text }: TextRun): { word: string; index: number }[] {
  if (!unnamed.test(text)) return [];
  return [...text.matchAll(anyWord)]
    .map(({ 0: word, index }) => ({ word, index }))
    .filter(({ word }) => unnamed.test(word) && /\p{L}/u.test(word));
}

/** How many words have a sign among their letters. */
export function countBroken(pages: PlacedText['pages']): number {
  return pages.reduce((sum, { runs }) => sum + runs.reduce((own, run) => own + brokenIn(run).length, 0), 0);
}

/** A run with characters replaced; the letters that one stands for part its width evenly. @param readings by index. */
export function replaceCharacters(run: TextRun, readings: ReadonlyMap<number, string>): TextRun {
  let text = '';
  const edges: number[] = [];
  for (const [at, character] of run.text.split('').entries()) {
    const reading = readings.get(at) ?? character;
    const [left = run.x, right = left] = run.edges.slice(at, at + 2);
    for (let index = 0; index < reading.length; index++)
      edges.push(left + ((right - left) * index) / reading.length);
    text += reading;
  }
  return { ...run, text, edges: [...edges, run.edges.at(-1) ?? run.x + run.width] };
}

/** A run with the signs of its broken words replaced. */
function mendRun(run: TextRun, read: ReadWord): TextRun {
  const readings = new Map<number, string>();
  for (const { word, index } of brokenIn(run)) {
    const found = read(word, run.font);
    let sign = 0;
    word.split('').forEach((character, at) => {
      if (unnamed.test(character)) readings.set(index + at, found?.[sign++] ?? character);
    });
  }
  return replaceCharacters(run, readings);
}

/** How many words of a document were broken, and their share of all. */
export function reportBrokenWords({ pages, brokenWords }: PlacedText): Pick<ExtractionReport, 'brokenWords'> {
  if (brokenWords === undefined) return {};
  const words = pages.reduce(
    (sum, { runs }) => sum + runs.reduce((own, { text }) => own + (text.match(/\p{L}+/gu)?.length ?? 0), 0),
    0,
  );
  const share = (brokenWords.mended + brokenWords.left) / Math.max(1, words);
  return { brokenWords: { ...brokenWords, share: Math.round(share * 10_000) / 10_000 } };
}

/** The document with its broken words mended where that is certain, and how many there were. */
export function mendLetters(placed: PlacedText): PlacedText {
  const runs = placed.pages.flatMap((page) => page.runs);
  const broken = runs.flatMap((run) => brokenIn(run).map(({ word }) => ({ word, font: run.font })));
  if (broken.length === 0) return placed;
  const wordsOfSign = new Map<string, Set<string>>();
  for (const { word, font } of broken)
    for (const sign of word.split('').filter((character) => unnamed.test(character))) {
      const key = keyOf(font, sign);
      wordsOfSign.set(key, (wordsOfSign.get(key) ?? new Set()).add(word));
    }
  const known = wholeWords(runs.filter(({ text }) => !unnamed.test(text)));
  const signs = new Map([...wordsOfSign].map(([key, words]) => [key, readSign(words, key.slice(-1), known)]));
  const read: ReadWord = (word, font) => readWord(word, font, signs, known);
  const pages = placed.pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => (unnamed.test(run.text) ? mendRun(run, read) : run)),
  }));
  const left = countBroken(pages);
  return { ...placed, pages, brokenWords: { mended: broken.length - left, left } };
}
