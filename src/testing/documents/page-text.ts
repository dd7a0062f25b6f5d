/**
 * Checks that a sentence is on a page, with another reader than the ingest's: pdf-parse's getText, which gives the
 * words of a page in the order in which they are painted (pull quotes first, note markers glued to words, running heads
 * in between).
 */
import { PDFParse } from 'pdf-parse';
import type { Sentence } from '../../core/types.ts';

/**
 * The letters and digits of a text. Hyphens, blanks and quotation marks are left out, as they depend on line breaks.
 */
export function lettersAndDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** All characters of a text except blanks and hyphens, which depend on line breaks. */
function signsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u2010-]/g, '');
}

/** A report as the other reader reads it; page 1 is the first. */
export interface OtherReading {
  /** The letters and digits of each page. */
  letters: string[];
  /** The signs of each page. */
  signs: string[];
}

export async function readPages(bytes: Uint8Array): Promise<OtherReading> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const { pages } = await parser.getText();
    const texts = pages.map((page) => page.text);
    return { letters: texts.map(lettersAndDigits), signs: texts.map(signsOf) };
  } finally {
    await parser.destroy();
  }
}

/** A sentence's letters and digits, and the offsets at which a word ends, where the page may have a note marker. */
interface Letters {
  text: string;
  wordEnds: ReadonlySet<number>;
}

function lettersOf(text: string): Letters {
  const wordEnds = new Set<number>();
  let letters = '';
  for (const word of text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)) {
    letters += word;
    wordEnds.add(letters.length);
  }
  return { text: letters, wordEnds };
}

/**
 * How many of the letters from `from` on are on the page from `at` on, with the numbers of the given markers skipped.
 */
function matchedLetters(
  page: string,
  at: number,
  letters: Letters,
  from: number,
  markers: readonly string[],
): number {
  let matched = from;
  let place = at;
  while (matched < letters.text.length) {
    if (page[place] === letters.text[matched]) {
      place++;
      matched++;
      continue;
    }
    const marker = letters.wordEnds.has(matched) && markers.find((number) => page.startsWith(number, place));
    if (!marker) break;
    place += marker.length;
  }
  return matched;
}

/** The largest number of letters from `from` on that are on the page without a gap. */
function longestMatch(page: string, letters: Letters, from: number, markers: readonly string[]): number {
  const opening = letters.text[from] ?? '';
  let longest = from;
  for (let at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at + 1)) {
    longest = Math.max(longest, matchedLetters(page, at, letters, from, markers));
  }
  return longest;
}

/**
 * Whether a sentence's letters and digits are on its page in order and without a gap. Only the numbers of its own notes
 * may come between them, and only after a word. A sentence on two pages is cut in two at one place, and each part is on
 * its page. A changed, missing or added letter fails, except one that is missing right at the page break, which nothing
 * anchors; the hand-checked pages have such sentences.
 * @param pageLetters as `readPages` gives them.
 */
export function isOnItsPages(
  sentence: Pick<Sentence, 'text' | 'pages' | 'noteIds'>,
  pageLetters: readonly string[],
): boolean {
  const letters = lettersOf(sentence.text);
  const markers = sentence.noteIds
    .map((id) => /\/n(\d+)/.exec(id)?.[1] ?? '')
    .filter((number) => number !== '');
  // Longer numbers first, so that 1 does not match the beginning of 12.
  markers.sort((a, b) => b.length - a.length);
  let starts = [0];
  for (const page of sentence.pages) {
    const text = pageLetters[page - 1] ?? '';
    const ends = starts.map((from) => longestMatch(text, letters, from, markers));
    if (ends.includes(letters.text.length)) return true;
    // The footer may begin with the letters that the next page starts with, so that the cut may be a little earlier.
    starts = ends
      .flatMap((end) => Array.from({ length: 12 }, (_, back) => end - back))
      .filter((start) => start > 0);
  }
  return false;
}

/**
 * How many characters on either side of a marker must match the sentence; on a later page the sentence may have only
 * its last word.
 */
const besideMarker = { before: 10, beforeOnLaterPage: 5, after: 4 };

/**
 * The numbers of several notes after one word, as a page may print them: "32,33", "3233" or "32–33" for notes 32 and
 * 33.
 */
function printedNumbers(numbers: readonly number[]): RegExp['source'] {
  const range = numbers.length > 1 ? `|${numbers[0]}–${numbers.at(-1)}` : '';
  return `(?:${numbers.join('[,;]?')}${range})`;
}

/**
 * The markers of a sentence that are not where they should be on its pages: between the characters before and after
 * them, punctuation included.
 * @param numberOf the number printed before a note.
 * @param pageSigns as `readPages` gives them.
 */
export function misplacedMarkers(
  { text, pages, markers }: Pick<Sentence, 'text' | 'pages' | 'markers'>,
  numberOf: (noteId: string) => number,
  pageSigns: readonly string[],
): number[] {
  const quoteSigns = (signs: string) => signs.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...new Set(markers.map(({ offset }) => offset))].filter((offset) => {
    const numbers = markers.filter((one) => one.offset === offset).map(({ noteId }) => numberOf(noteId));
    const { before: most, beforeOnLaterPage: least } = besideMarker;
    const before = signsOf(text.slice(0, offset)).slice(pages.length > 1 ? -least : -most);
    const after = signsOf(text.slice(offset)).slice(0, besideMarker.after);
    const printed = new RegExp(quoteSigns(before) + printedNumbers(numbers) + quoteSigns(after));
    return !pages.some((page) => printed.test(pageSigns[page - 1] ?? ''));
  });
}
