/**
 * Whether a sentence stands on a page, by another reader than ours: pdf-parse's getText, which gives the words of a
 * page as they are painted (pull quotes first, note markers glued to words, running heads among them).
 */
import { PDFParse } from 'pdf-parse';
import type { Sentence } from '../../core/types.ts';

/** The letters and digits of a text. Hyphens, blanks and quotation marks depend on where lines break. */
export function lettersAndDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The signs of a text: all but blanks and hyphens, which depend on where lines break. */
function signsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u2010-]/g, '');
}

/** A report as the other reader has it, page 1 first. */
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

/** A sentence's letters and digits, and after which of them a word ends: there a marker may stand on the page. */
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

/** How many of the letters from `from` on stand on the page from `at` on, the numbers of the given markers left out. */
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

/** The most letters from `from` on that stand on the page without a gap. */
function longestMatch(page: string, letters: Letters, from: number, markers: readonly string[]): number {
  const opening = letters.text[from] ?? '';
  let longest = from;
  for (let at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at + 1)) {
    longest = Math.max(longest, matchedLetters(page, at, letters, from, markers));
  }
  return longest;
}

/**
 * The rule: the sentence's letters and digits, in order and without a gap, are on its page. Nothing may stand between
 * them but the numbers of its own notes, and those only behind a word. A sentence on two pages is cut in two at one
 * place, and each part is on its page. A changed, missing or added letter fails (but for one that is missing right at
 * the page break, which nothing anchors: the hand-checked pages hold such sentences).
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
  // Longer numbers first, so that 1 does not take the place of 12.
  markers.sort((a, b) => b.length - a.length);
  let starts = [0];
  for (const page of sentence.pages) {
    const text = pageLetters[page - 1] ?? '';
    const ends = starts.map((from) => longestMatch(text, letters, from, markers));
    if (ends.includes(letters.text.length)) return true;
    // The footer may begin with the letters that the next page goes on with: the cut may be a little earlier.
    starts = ends
      .flatMap((end) => Array.from({ length: 12 }, (_, back) => end - back))
      .filter((start) => start > 0);
  }
  return false;
}

/** How many signs on either side of a marker must be the sentence's; the last page may hold but its last word. */
const besideMarker = { before: 10, beforeOnLaterPage: 5, after: 4 };

/** "[32, 33]" behind one word as the page may print them: "32,33", "3233", "32–33". */
function printedNumbers(numbers: readonly number[]): RegExp['source'] {
  const range = numbers.length > 1 ? `|${numbers[0]}–${numbers.at(-1)}` : '';
  return `(?:${numbers.join('[,;]?')}${range})`;
}

/**
 * The markers of a sentence that do not stand on its pages where they should: right behind the signs before them, and
 * right before the signs after them, punctuation included.
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
