/** Comparisons and sweeps: sentences country by country. Pure. */
import { type Candidate, chooseSentences } from './select.ts';
import { countWords } from './sentence-form.ts';
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
  const limits = { maxWords: maxWordsPerCountry, maxSentences: 3, maxGap: choice.maxGap };
  return [...candidatesOf].map(([label, candidates]) => {
    const near = (candidates[0]?.score ?? -Infinity) >= choice.leastCountryScore;
    return { label, chosen: near ? chooseSentences(candidates, limits) : [] };
  });
}

/** For "which countries …": the best sentence of each chapter that comes near the best of all, best first. */
export function chooseSweep(candidates: readonly Candidate[], maxWordsPerCountry: number): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const ofChapter = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (best - candidate.score > choice.maxSweepGap) break;
    const { chapter } = candidate.passage;
    if (!ofChapter.has(chapter)) ofChapter.set(chapter, candidate);
  }
  const chosen = [...ofChapter.values()].filter((one) => countWords(one.sentence.text) <= maxWordsPerCountry);
  return chosen.slice(0, choice.maxSweepSentences);
}
