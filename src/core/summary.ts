/**
 * What is counted of documents at ingest, so that nobody has to read them whole to know what they speak of. There are
 * counts alone in it: those of two sets of documents add up to those of both.
 */
import type { IngestedDocument } from './types.ts';

/** How often each of some texts occurs, 1 or more, in the order in which they were first met. */
export type Counts = ReadonlyMap<string, number>;

export interface Summary {
  /** How often each word is printed in this form, in headings and text. */
  words: Counts;
  /** The same of endnotes and footnotes. */
  noteWords: Counts;
  /** By the short name of a chapter: how often its text has each word that looks like a name, in lower case. */
  names: ReadonlyMap<string, Counts>;
  /** By the short name of a chapter: in how many passages of its text each country is named. */
  chapterCountries: ReadonlyMap<string, Counts>;
  /** By the short name of a chapter: what its subject is called besides, as in "Federal Trade Commission (FTC)". */
  otherNames: ReadonlyMap<string, Counts>;
  /** By the short name of a chapter: what kind of subject its text says that it is about, "company". */
  chapterKinds: ReadonlyMap<string, Counts>;
  /** Passages of body text. */
  bodyPassages: number;
  /** In how many of them each country is named. */
  countries: Counts;
}

/** Counts what a document holds. */
export interface Summarizer {
  /** Raised with every change to what is counted: a summary made by other rules is made anew. */
  readonly rules: number;
  summarize(document: Pick<IngestedDocument, 'passages'>): Summary;
}

export const emptySummary: Summary = {
  words: new Map(),
  noteWords: new Map(),
  names: new Map(),
  chapterCountries: new Map(),
  otherNames: new Map(),
  chapterKinds: new Map(),
  bodyPassages: 0,
  countries: new Map(),
};

/** How often each text is given. */
export function countAll(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Adds up, in place. */
function addTo(sum: Map<string, number>, counts: Counts): void {
  for (const [text, count] of counts) sum.set(text, (sum.get(text) ?? 0) + count);
}

/** The counts of several, in the order in which each text is first met. */
export function addCounts(all: readonly Counts[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) addTo(sum, counts);
  return sum;
}

function addByChapter(all: readonly ReadonlyMap<string, Counts>[]): Map<string, Counts> {
  const sums = new Map<string, Map<string, number>>();
  for (const [chapter, counts] of all.flatMap((byChapter) => [...byChapter])) {
    const sum = sums.get(chapter) ?? new Map<string, number>();
    addTo(sum, counts);
    sums.set(chapter, sum);
  }
  return sums;
}

/** The summary of several documents, in reading order. */
export function addSummaries(summaries: readonly Summary[]): Summary {
  return {
    words: addCounts(summaries.map(({ words }) => words)),
    noteWords: addCounts(summaries.map(({ noteWords }) => noteWords)),
    names: addByChapter(summaries.map(({ names }) => names)),
    chapterCountries: addByChapter(summaries.map(({ chapterCountries }) => chapterCountries)),
    otherNames: addByChapter(summaries.map(({ otherNames }) => otherNames)),
    chapterKinds: addByChapter(summaries.map(({ chapterKinds }) => chapterKinds)),
    bodyPassages: summaries.reduce((total, { bodyPassages }) => total + bodyPassages, 0),
    countries: addCounts(summaries.map(({ countries }) => countries)),
  };
}
