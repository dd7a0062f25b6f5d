/** Places of a report as writers cite them: "Germany, p. 84", "pp. 84–85", "see Germany, p. 84; Sweden, p. 181". Pure. */

export interface CitedPlace {
  /** The name as written, usually a chapter's. Null for pages without a name. */
  name: string | null;
  /** Page numbers as printed, in order; none for a chapter without pages. */
  pages: string[];
}

const page = String.raw`(?:\d{1,4}|[ivxl]{1,6})(?![\p{L}\p{N}])`;
const range = String.raw`${page}(?:\s*[-–—]\s*${page}|\s*ff?(?:\.|\b))?`;
/** Only "pp." starts a list, as a number after "p. 84," may be a year. */
export const pageWords = String.raw`(?<![\p{L}\p{N}])(?:(?:[Pp]p\.?|[Pp]ages)\s*${range}(?:\s*(?:,|&|and)\s*${range}){0,100}|(?:[Pp]\.?|[Pp]age)\s*${range})`;

const openers = /^(?:[\s;,&]|(?:and|see|also|cf\.?|e\.g\.|ibid\.?|in|on|at|from)(?![\p{L}]))+/iu;
const closers = /[\s,:;–—-]+$/;

/** The longest range of pages; of a longer one, which is a slip, only the ends count. */
const longestRange = 60;

function readRange(text: string): string[] {
  const [first = '', last] = text.split(/\s*[-–—]\s*/);
  const follows = /^(.*?)\s*ff?\.?$/.exec(first);
  const from = Number(follows?.[1] ?? first);
  if (follows !== null) return [String(from), String(from + 1)];
  if (last === undefined) return [first];
  // "184–85" is 184–185.
  const to = Number(last.length < first.length ? first.slice(0, -last.length) + last : last);
  if (!(from < to && to - from <= longestRange)) return [first, last];
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

/** The pages of "pp. 84–86, 90". */
export function readPages(words: string): string[] {
  const list = words.replace(/^p[a-z]*\.?\s*/i, '');
  return list.split(/\s*(?:,|&|\band\b)\s*/).flatMap(readRange);
}

/** The most words in the name of a chapter or report. */
const longestName = 10;
/** Lower-case words in names. */
const small = /^(?:the|chapter|section|report|study|on|of|and|in|for|a)$/;

function isName(text: string): boolean {
  const words = text.split(/[\s,:]+/);
  return (
    words.length <= longestName &&
    words.every((word) => small.test(word) || /^["“‘'(]?[\p{Lu}\p{N}]/u.test(word))
  );
}

/** The places in a text of nothing else, such as brackets or a note; undefined if there is other text. */
export function readPlaces(text: string): CitedPlace[] | undefined {
  const places: CitedPlace[] = [];
  let done = 0;
  for (const match of text.matchAll(new RegExp(pageWords, 'gu'))) {
    const before = text.slice(done, match.index).replace(openers, '').replace(closers, '');
    done = match.index + match[0].length;
    if (before !== '' && !isName(before)) return undefined;
    places.push({ name: before === '' ? null : before, pages: readPages(match[0]) });
  }
  return places.length === 0 ? undefined : places;
}
