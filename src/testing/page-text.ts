/**
 * Whether a sentence stands on a page, told by another reader than ours: pdf-parse's getText, which gives the words of a
 * page as they are painted (pull quotes first, note markers glued to words, running heads among them).
 */
import { PDFParse } from 'pdf-parse';
import type { Sentence } from '../types.ts';

/** The letters and digits of a text. Hyphens, blanks and quotation marks depend on where lines break. */
export function lettersAndDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The letters and digits of each page, page 1 first. */
export async function readPageLetters(bytes: Uint8Array): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const { pages } = await parser.getText();
    return pages.map((page) => lettersAndDigits(page.text));
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
 * @param pageLetters as `readPageLetters` gives them.
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
