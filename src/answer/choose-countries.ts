/** Comparisons and sweeps: sentences country by country. Pure. */
import { type Candidate, chooseSentences } from './select.ts';
import { choice } from './tuning.ts';

/** The sentences chosen for one country; none where the report does not say. */
export interface CountryChoice {
  label: string;
  chosen: Candidate[];
}

/**
 * For a comparison: up to `maxWordsPerCountry` words for each country asked about.
 * @param candidatesOf the scored sentences of each country's chapter, best first.
 */
export function chooseByCountry(
  candidatesOf: ReadonlyMap<string, readonly Candidate[]>,
  maxWordsPerCountry: number,
): CountryChoice[] {
  const best = Math.max(0, ...[...candidatesOf.values()].map((candidates) => candidates[0]?.score ?? 0));
  return [...candidatesOf].map(([label, candidates]) => {
    const near = (candidates[0]?.score ?? 0) >= best - choice.maxCountryGap;
    const limits = { maxWords: maxWordsPerCountry, maxSentences: 2, maxGap: choice.maxGap };
    return { label, chosen: near ? chooseSentences(candidates, limits) : [] };
  });
}

/** For "which countries …": the best sentence of each chapter that comes near the best of all, best first. */
export function chooseSweep(candidates: readonly Candidate[], maxWords: number): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const ofChapter = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (best - candidate.score > choice.maxSweepGap) break;
    const { chapter } = candidate.passage;
    if (!ofChapter.has(chapter)) ofChapter.set(chapter, candidate);
  }
  const limits = { maxWords, maxSentences: choice.maxSweepSentences, maxGap: choice.maxSweepGap };
  return chooseSentences([...ofChapter.values()], limits);
}
