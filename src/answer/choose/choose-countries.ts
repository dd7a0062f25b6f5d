/** Chooses the sentences of a comparison, country by country. Pure. */

import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import { sigmoid } from './linear-model.ts';
import { type Candidate, keyOf, orderForReading, predecessor } from './select.ts';

/** The sentences chosen for one country; none where the report does not say. */
export interface CountryChoice {
  label: string;
  chosen: Candidate[];
}

/** A country while words are being shared out among all. */
interface Share extends CountryChoice {
  /** The sentences that may be quoted for it, best first. */
  quotable: readonly Candidate[];
  /** All its sentences: a quoted one may need its neighbour. */
  candidates: readonly Candidate[];
  /** The probability that none of the chosen sentences holds the answer. */
  missed: number;
}

/** A sentence to add, with the one before it if it needs that to be understood. */
interface Offer {
  share: Share;
  sentences: Candidate[];
  words: number;
  /**
   * How much it raises the probability that the country's answer is among the chosen, relative to the cost of its
   * words.
   */
  gain: number;
}

/** How well the best sentence, with its neighbours, matches the question's words, 0..1. */
export function coverageOfMatter(candidates: readonly Candidate[]): number {
  const best = candidates.slice(0, choice.sentencesOnMatter);
  return Math.max(0, ...best.map(({ features }) => features.windowCoverage));
}

/**
 * Whether a chapter has anything on what is asked. Where no chapter matches the question's words well, it must match
 * them nearly as well as the best.
 */
function speaksOfMatter(candidates: readonly Candidate[], anywhere: number): boolean {
  const coverage = coverageOfMatter(candidates);
  if (coverage < choice.leastCountryCoverage) return false;
  return coverage >= choice.sureCountryCoverage || coverage >= choice.leastShareOfCoverage * anywhere;
}

function toShare(label: string, candidates: readonly Candidate[], anywhere: number): Share {
  const [best] = candidates;
  const isNear = (one: Candidate) => best !== undefined && best.score - one.score <= choice.maxGap;
  // The announcement of a list says nothing by itself, nor does a heading or a byline.
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

/** All sentences that could be added for a country within the words left. */
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
 * Chooses the sentences of a comparison. There are `maxWordsPerCountry` words for each country that has an answer,
 * which go where they help most: a country with a clear short answer leaves words to one whose answer may be in any of
 * three sentences.
 * @param candidatesOf the scored sentences of each country's chapter, best first.
 * @param anywhere how well the best sentences of all chapters match the question (`coverageOfMatter`).
 * @returns each country's sentences in reading order, none where its chapter says nothing.
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
    // An answer too long for any share is quoted over the limit rather than reported as not stated.
    const sentences = chosen.length > 0 ? chosen : quotable.slice(0, 1);
    return { label, chosen: orderForReading(sentences) };
  });
}
