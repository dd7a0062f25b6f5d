/** Comparisons: sentences country by country. Pure. */

import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import { sigmoid } from './linear-model.ts';
import { type Candidate, keyOf, orderForReading, predecessor } from './select.ts';

/** The sentences chosen for one country; none where the report does not say. */
export interface CountryChoice {
  label: string;
  chosen: Candidate[];
}

/** A country while words are being allotted. */
interface Share extends CountryChoice {
  /** What may be quoted of it, best first. */
  quotable: readonly Candidate[];
  /** All its sentences: a quoted one may need its neighbour. */
  candidates: readonly Candidate[];
  /** The chance that none of the chosen holds the answer. */
  missed: number;
}

/** A sentence with the one that it needs to be understood. */
interface Offer {
  share: Share;
  sentences: Candidate[];
  words: number;
  /** By how much it raises the chance that the country's answer is among the chosen, for the cost of its words. */
  gain: number;
}

/** How well the best sentences meet the question's words, their neighbours included: 0..1. */
export function coverageOfMatter(candidates: readonly Candidate[]): number {
  const best = candidates.slice(0, choice.sentencesOnMatter);
  return Math.max(0, ...best.map(({ features }) => features.windowCoverage));
}

/** Whether a chapter speaks of the matter at all: where the question's words are rare in all chapters, nearly as much as any. */
function speaksOfMatter(candidates: readonly Candidate[], anywhere: number): boolean {
  const coverage = coverageOfMatter(candidates);
  if (coverage < choice.leastCountryCoverage) return false;
  return coverage >= choice.sureCountryCoverage || coverage >= choice.leastShareOfCoverage * anywhere;
}

function toShare(label: string, candidates: readonly Candidate[], anywhere: number): Share {
  const [best] = candidates;
  const isNear = (one: Candidate) => best !== undefined && best.score - one.score <= choice.maxGap;
  // What announces a list says nothing by itself, nor does a heading or a byline.
  const says = ({ sentence, features }: Candidate) =>
    !sentence.text.endsWith(':') && features.noSentence === 0;
  const quotable = candidates.filter((one) => isNear(one) && says(one));
  return {
    label,
    quotable: speaksOfMatter(candidates, anywhere) ? quotable : [],
    candidates,
    chosen: [],
    missed: 1,
  };
}

function wordsIn(sentences: readonly Candidate[]): number {
  return sentences.reduce((sum, one) => sum + countWords(one.sentence.text), 0);
}

function chanceOf(sentences: readonly Candidate[]): number {
  return 1 - sentences.reduce((missed, one) => missed * (1 - sigmoid(one.score)), 1);
}

/** All that could be added for a country within some words. */
function offersOf(share: Share, wordsLeft: number): Offer[] {
  const taken = new Set(share.chosen.map((one) => keyOf(one.sentence.text)));
  return share.quotable.flatMap((candidate): Offer[] => {
    if (taken.has(keyOf(candidate.sentence.text))) return [];
    const before = predecessor(candidate, share.candidates);
    const needsBefore = before !== undefined && !taken.has(keyOf(before.sentence.text));
    const sentences = needsBefore ? [before, candidate] : [candidate];
    const words = wordsIn(sentences);
    if (words > wordsLeft) return [];
    return [
      { share, sentences, words, gain: (share.missed * chanceOf(sentences)) / words ** choice.wordCost },
    ];
  });
}

function bestOffer(shares: readonly Share[], wordsLeft: number): Offer | undefined {
  const waiting = shares.filter((share) => share.chosen.length === 0 && share.quotable.length > 0);
  const open = shares.filter((share) => share.chosen.length < choice.maxSentencesPerCountry);
  const offers = [waiting, open].map((some) => some.flatMap((share) => offersOf(share, wordsLeft)));
  // No country gets a second sentence before each has its first.
  return offers.find((some) => some.length > 0)?.sort((a, b) => b.gain - a.gain)[0];
}

/**
 * For a comparison: `maxWordsPerCountry` words for each country asked about, dealt out where they help most. A country
 * with a clear short answer leaves words to one where the answer may stand in any of three sentences.
 * @param candidatesOf the scored sentences of each country's chapter, best first.
 * @param anywhere how well the matter is met by the best sentences of all chapters; see `coverageOfMatter`.
 */
export function chooseByCountry(
  candidatesOf: ReadonlyMap<string, readonly Candidate[]>,
  maxWordsPerCountry: number,
  anywhere: number,
): CountryChoice[] {
  const shares = [...candidatesOf].map(([label, candidates]) => toShare(label, candidates, anywhere));
  let wordsLeft = maxWordsPerCountry * shares.filter(({ quotable }) => quotable.length > 0).length;
  for (;;) {
    const offer = bestOffer(shares, wordsLeft);
    if (offer === undefined) break;
    offer.share.chosen.push(...offer.sentences);
    offer.share.missed *= 1 - chanceOf(offer.sentences);
    wordsLeft -= offer.words;
  }
  return shares.map(({ label, chosen, quotable }) => {
    // Too long for any share, yet an answer: better over the cap than "not stated".
    const sentences = chosen.length > 0 ? chosen : quotable.slice(0, 1);
    return { label, chosen: orderForReading(sentences) };
  });
}
