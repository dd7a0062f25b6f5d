/** Places of a report as writers cite them: "Germany, p. 84", "pp. 84–85", "see Germany, p. 84; Sweden, p. 181". Pure. */
import type { CitingForms } from '../../core/draft-forms.ts';
import { pagePattern } from './citing.ts';

export interface CitedPlace {
  /** The name as written, usually a chapter's. Null for pages without a name. */
  name: string | null;
  /** Page numbers as printed, in order; none for a chapter without pages. */
  pages: string[];
  /** The id of the document that it is of, where that is named by its label. */
  document?: string;
}

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
export function readPages(words: string, { joiner }: CitingForms): string[] {
  const list = words.replace(/^\p{L}+\.?\s*/u, '');
  return list.split(new RegExp(`\\s*(?:,|&|\\b(?:${joiner.source})\\b)\\s*`)).flatMap(readRange);
}

/** The most words in the name of a chapter or report. */
const longestName = 10;

function isName(text: string, { smallWord }: CitingForms): boolean {
  const words = text.split(/[\s,:]+/);
  return (
    words.length <= longestName &&
    words.every((word) => smallWord.test(word) || /^["“‘'(]?[\p{Lu}\p{N}]/u.test(word))
  );
}

/**
 * A place as this program writes it where there are several documents: "Annual Report (2022): Item 1A, p. 12"; undefined for another
 * text.
 * @param labels of the documents, by their ids.
 */
export function readLabelled(
  text: string,
  labels: ReadonlyMap<string, string>,
  forms: CitingForms,
): CitedPlace[] | undefined {
  for (const [document, label] of labels) {
    if (!text.startsWith(`${label}: `)) continue;
    const place = new RegExp(`^(.+), (${pagePattern(forms)})$`, 'u').exec(text.slice(label.length + 2));
    const [, name = '', pages = ''] = place ?? [];
    if (place !== null) return [{ name, pages: readPages(pages, forms), document }];
  }
  return undefined;
}

/** The places in a text of nothing else, such as brackets or a note; undefined if there is other text. */
export function readPlaces(text: string, forms: CitingForms): CitedPlace[] | undefined {
  const openers = new RegExp(`^(?:[\\s;,&]|${forms.opener.source})+`, 'iu');
  const places: CitedPlace[] = [];
  let done = 0;
  for (const match of text.matchAll(new RegExp(pagePattern(forms), 'gu'))) {
    const before = text.slice(done, match.index).replace(openers, '').replace(closers, '');
    done = match.index + match[0].length;
    if (before !== '' && !isName(before, forms)) return undefined;
    places.push({ name: before === '' ? null : before, pages: readPages(match[0], forms) });
  }
  return places.length === 0 ? undefined : places;
}
