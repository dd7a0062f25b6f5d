/** Summaries, and counts, as JSON: texts and numbers in two lists each, which is read in a third of the time of pairs. */
import { z } from 'zod';
import type { Counts, Summary } from '../core/summary.ts';

interface CountLists {
  texts: string[];
  counts: number[];
}

/** The lists were written by this program, so their members need no look; it would take longer than reading them. */
const isList = (value: unknown): boolean => Array.isArray(value);
const countsSchema = z
  .strictObject({ texts: z.custom<string[]>(isList), counts: z.custom<number[]>(isList) })
  .refine(({ texts, counts }) => texts.length === counts.length, 'a count is missing')
  .transform(toCounts);
const byChapterSchema = z
  .array(z.tuple([z.string(), countsSchema]))
  .transform((pairs): ReadonlyMap<string, Counts> => new Map(pairs));

const summarySchema = z.strictObject({
  words: countsSchema,
  noteWords: countsSchema,
  names: byChapterSchema,
  chapterCountries: byChapterSchema,
  otherNames: byChapterSchema,
  chapterKinds: byChapterSchema,
  bodyPassages: z.int().nonnegative(),
  countries: countsSchema,
}) satisfies z.ZodType<Summary>;

function toLists(counts: Counts): CountLists {
  return { texts: [...counts.keys()], counts: [...counts.values()] };
}

function toCounts({ texts, counts }: CountLists): Counts {
  return new Map(texts.map((text, index) => [text, counts[index] ?? 0]));
}

function listChapters(byChapter: ReadonlyMap<string, Counts>): [string, CountLists][] {
  return [...byChapter].map(([chapter, counts]) => [chapter, toLists(counts)]);
}

/** JSON for `parseCounts`. */
export function writeCounts(counts: Counts): string {
  return JSON.stringify(toLists(counts));
}

/** @throws Error where it is not what `writeCounts` gave. */
export function parseCounts(json: string): Counts {
  return countsSchema.parse(JSON.parse(json));
}

function listSummary(summary: Summary): Record<keyof Summary, unknown> {
  return {
    words: toLists(summary.words),
    noteWords: toLists(summary.noteWords),
    names: listChapters(summary.names),
    chapterCountries: listChapters(summary.chapterCountries),
    otherNames: listChapters(summary.otherNames),
    chapterKinds: listChapters(summary.chapterKinds),
    bodyPassages: summary.bodyPassages,
    countries: toLists(summary.countries),
  };
}

/** JSON for `parseSummary`. */
export function writeSummary(summary: Summary): string {
  return JSON.stringify(listSummary(summary));
}

/** @throws Error where it is not what `writeSummary` gave. */
export function parseSummary(json: string): Summary {
  return summarySchema.parse(JSON.parse(json));
}
