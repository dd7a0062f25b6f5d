/** A summary as the JSON of its file, and counts as a list of pairs: their order is kept. */
import { z } from 'zod';
import type { Counts, Summary } from '../../core/summary.ts';

const countsSchema = z
  .array(z.tuple([z.string(), z.int().positive()]))
  .transform((pairs): Counts => new Map(pairs));

const byChapterSchema = z
  .array(z.tuple([z.string(), countsSchema]))
  .transform((pairs): ReadonlyMap<string, Counts> => new Map(pairs));

const summarySchema = z.strictObject({
  words: countsSchema,
  noteWords: countsSchema,
  names: byChapterSchema,
  chapterCountries: byChapterSchema,
  bodyPassages: z.int().nonnegative(),
  countries: countsSchema,
}) satisfies z.ZodType<Summary>;

/** JSON for `parseCounts`. */
export function writeCounts(counts: Counts): string {
  return JSON.stringify([...counts]);
}

/** @throws Error where it is not what `writeCounts` gave. */
export function parseCounts(json: string): Counts {
  return countsSchema.parse(JSON.parse(json));
}

/** JSON for `parseSummary`. */
export function writeSummary(summary: Summary): string {
  return JSON.stringify(summary, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** @throws Error where it is not what `writeSummary` gave. */
export function parseSummary(json: string): Summary {
  return summarySchema.parse(JSON.parse(json));
}
