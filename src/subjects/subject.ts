/** What a report's chapters are about, and the words that stand for it. Pure. */

/** A union is of countries, and asked about beside them; a body is an agency or the like. */
export type SubjectKind = 'country' | 'union' | 'company' | 'year' | 'body' | 'topic';

export interface Subject {
  kind: SubjectKind;
  /** As the documents print it, or a table has it. */
  name: string;
  /** Words for it in lower case, found in any case; the name first. */
  words: readonly string[];
  /** Words for it that are found with their capitals only, as they mean something else without: "US", "Chad". */
  cased: readonly string[];
  /** As it stands before a noun: "Dutch", "EU"; the name itself where there is no such word. */
  adjective: string;
  /** The part of the world that a country lies in. */
  region?: string;
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A word as a whole, a possessive allowed: "Germany's". */
export function wordPattern(word: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?:['’]s?)?(?![\\p{L}\\p{N}])`, flags);
}

/** Whether a text names the subject. */
export function namesSubject(text: string, subject: Subject): boolean {
  return findWords(subject, text).length > 0;
}

/** Where each of the subject's words stands first in a text. */
export function findWords({ words, cased }: Subject, text: string): number[] {
  const lower = text.toLowerCase();
  // A word that is not there needs no pattern: to compile those of all countries takes a second.
  const places = [
    ...words.filter((word) => lower.includes(word)).map((word) => text.search(wordPattern(word, 'iu'))),
    ...cased.filter((word) => text.includes(word)).map((word) => text.search(wordPattern(word, 'u'))),
  ];
  return places.filter((at) => at >= 0);
}

/** All words for it, in lower case. */
export function lowerWords({ words, cased }: Subject): string[] {
  return [...words, ...cased.map((word) => word.toLowerCase())];
}

/** A text with each word for the subject replaced. */
export function replaceWords({ words, cased }: Subject, text: string, by: string): string {
  const lower = text.toLowerCase();
  const patterns = [
    ...words.filter((word) => lower.includes(word)).map((word) => wordPattern(word, 'giu')),
    ...cased.filter((word) => text.includes(word)).map((word) => wordPattern(word, 'gu')),
  ];
  return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, by), text);
}
