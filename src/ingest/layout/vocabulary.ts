/** Joins words broken at line ends, by the document's own vocabulary, else by a dictionary of its language. Pure. */
import type { Language } from '../../core/language.ts';
import { joinsCompounds } from '../../language/compound-joiners.ts';
import type { Line } from '../page-model.ts';

/** Counts the words inside lines; those at line ends may be halves. */
export interface Vocabulary {
  count(word: string): number;
  /** Whether the document uses soft hyphens (U+2010, U+00AD), so that a plain '-' at a line end is a real hyphen. */
  marksSoftHyphens: boolean;
  /** By the dictionary of the document's language; absent where there is none. */
  isListed?: Language['isListed'];
}

const softHyphen = /[\u2010\u00ad]$/;
const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export function buildVocabulary(
  lines: readonly Line[],
  { isListed }: Pick<Language, 'isListed'> = {},
): Vocabulary {
  const counts = new Map<string, number>();
  let soft = 0;
  for (const line of lines) {
    if (softHyphen.test(line.text)) soft++;
    const words = line.text.match(wordPattern) ?? [];
    for (const word of words.slice(1, -1)) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return {
    count: (word) => counts.get(word.toLowerCase()) ?? 0,
    marksSoftHyphens: soft >= 3,
    ...(isListed && { isListed }),
  };
}

/** How to join two lines: what to cut from the end of the first, and what to insert. */
export interface Seam {
  cut: number;
  glue: '' | ' ';
}

const cjk = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const hyphenated = /([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)-$/u;

/** How often the document must have a word for two halves that it has nowhere else to be that word: "ordi" + "nance". */
const certainCount = 2;

/** Whether a line ends inside a word whose hyphen the text layer has lost. */
function isBroken(end: string, start: string, vocabulary: Vocabulary): boolean {
  const first = /\p{L}{2,}$/u.exec(end)?.[0];
  const second = /^\p{Ll}{2,}/u.exec(start)?.[0];
  if (first === undefined || second === undefined) return false;
  const isUnknown = (half: string) => vocabulary.count(half) === 0;
  return isUnknown(first) && isUnknown(second) && vocabulary.count(first + second) >= certainCount;
}

/**
 * Whether a dictionary tells that two halves are one word ("house", "hold") or two joined by a hyphen, of which the document has
 * one ("oil", "displacing"). Of some 130 seams on 29 reports, books and filings where this differs from what their words alone
 * tell, nearly all are right by it; the others are words that are spelt in both ways ("co-existence", "time-consuming").
 * @param first as far as it has no hyphen.
 * @returns undefined where it does not tell.
 */
function isOneWord(
  first: string,
  second: string,
  isCompound: boolean,
  { count, isListed }: Vocabulary,
): boolean | undefined {
  if (isListed === undefined) return undefined;
  // "easy-to" and "use" are not "touse", which the list has too.
  if (isListed((first + second).toLowerCase())) return isCompound ? undefined : true;
  const isWord = (half: string) => half.length > 1 && isListed(half);
  const areWords = isWord(first) && isWord(second) && count(first) + count(second) > 0;
  return areWords ? false : undefined;
}

/** A link that goes on behind its hyphen, which is its own. */
const brokenLink = /(?:https?:\/\/|www\.)\S*-$/;

/** Decides how to join one line with the next. */
export function mendLineEnd(end: string, start: string, vocabulary: Vocabulary): Seam {
  if (softHyphen.test(end)) return { cut: 1, glue: '' };
  if (cjk.test(end.slice(-1)) && cjk.test(start.slice(0, 1))) return { cut: 0, glue: '' };
  if (brokenLink.test(end)) return { cut: 0, glue: '' };
  const first = hyphenated.exec(end)?.[1];
  if (first === undefined && isBroken(end, start, vocabulary)) return { cut: 0, glue: '' };
  // A line may also break before the dash: "ready to engage" / "—with openness".
  const isDashed = /\p{L}[–—/]$/u.test(end) || (/\p{L}$/u.test(end) && /^—\p{L}/u.test(start));
  if (first === undefined) return { cut: 0, glue: isDashed ? '' : ' ' };
  if (joinsCompounds.test(start)) return { cut: 0, glue: ' ' };
  const second = /^[\p{L}\p{N}]+/u.exec(start)?.[0] ?? '';
  if (vocabulary.marksSoftHyphens || second === '' || !/^\p{Ll}/u.test(second)) return { cut: 0, glue: '' };
  const kept = vocabulary.count(`${first}-${second}`);
  const mended = vocabulary.count(first + second);
  if (kept !== mended) return { cut: kept > mended ? 0 : 1, glue: '' };
  const firstTail = first.split('-').at(-1) ?? first;
  if (/^\p{Lu}+$|\d/u.test(firstTail)) return { cut: 0, glue: '' };
  const isTold = isOneWord(firstTail, second, firstTail !== first, vocabulary);
  const bothAreWords = vocabulary.count(firstTail) > 0 && vocabulary.count(second) > 0;
  return { cut: (isTold ?? !bothAreWords) ? 1 : 0, glue: '' };
}
