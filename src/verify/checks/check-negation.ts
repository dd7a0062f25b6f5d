/** What the source denies the sentence must not assert, nor the other way. Pure. */

import { stemWord } from '../../language/en/stem-word.ts';
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import type { Doubt, DoubtRule } from '../verification.ts';
import { balanceCues, type CueLists, type Imbalance } from './cue-balance.ts';
import { findInserted, turnLike } from './inserted-cues.ts';
import { type Cues, cuesOf } from './scope.ts';

const stemsOf = (words: string) => words.trim().split(/\s+/).map(stemWord);

const plainNegation = `not, no, never, none, nothing, nobody, neither, nor, without, cannot, no longer, rather than, instead of,
  far from, hardly, nowhere, isn't, isn’t, wasn't, wasn’t, doesn't, doesn’t, didn't, didn’t, don't, don’t, hasn't, hasn’t,
  haven't, haven’t, weren't, aren't, won't, won’t, wouldn't, can't, couldn't, couldn’t`;
const noNegation =
  /^(?:not|no) (?:only|just|merely|least|doubt|matter|new)\b|^no (?:other|less|fewer) than\b|^(?:no|never|nobody) (?:\S+ ){1,2}(?:more|as)\b/;

/** Plain negation. */
const plain = cuesOf(plainNegation, [], noNegation);

/** Those that can mean nothing else. */
const bare = cuesOf(
  "not, never, cannot, no longer, neither, isn’t, isn't, wasn’t, wasn't, doesn’t, doesn't, didn’t, didn't, don’t, don't, hasn’t, hasn't, haven’t, haven't",
  [],
  noNegation,
);

/** Words that turn what follows into its opposite by their meaning. */
const turning = stemsOf(
  `fail failure refuse refusal reject rejection deny lack absent absence prevent avoid abstain abstention exclude exclusion ban
  bar prohibit prohibition forbid block oppose unlikely unable inability unwilling impossible reluctant reluctance doubt cease
  hesitate outlaw decline dismiss unsuccessful`,
);
const turners: Cues = {
  ...cuesOf(
    `${plainNegation}, rule out, rules out, ruled out, ruling out, turn down, turned down, little interest, yet to, shut out,
    pull out, pulled out, falls short, fell short, rarely, seldom, barely, scarcely`,
    turning,
    noNegation,
  ),
};

/** Words that deny or narrow in some way: they excuse a plain negation on the other side. */
const excuses: Cues = {
  phrases: new Set([
    ...turners.phrases,
    ...'little few less only yet alone out away exclusively other than beyond free instead against unlike'.split(
      ' ',
    ),
    'other than',
    'apart from',
    'ahead of',
  ]),
  stems: new Set([
    ...turning,
    ...stemsOf(
      `miss unclear undisclosed unspecified unaware unknown unchanged unconcerned remain stop end halt limit restrict except
      withhold omit drop abandon leave cancel exempt stay insufficient incomplete unaffected unresolved pending still dispute
      cautious cautiously caution warn large high low small escape negligible minimal outlying disengage independent neutral
      reverse lose suspend abolish remove replace stall freeze quit depart exit outside keep oppose against unlike`,
    ),
  ]),
};

const turningLists: CueLists = {
  said: turners,
  given: turners,
  answers: excuses,
  turns: true,
  looksBack: true,
};
const plainLists: CueLists = {
  said: plain,
  given: plain,
  answers: excuses,
  turns: true,
  looksBack: false,
};

function toDoubt(rule: DoubtRule, { strength, text }: Imbalance, reason: string): Doubt[] {
  return strength === 0 ? [] : [{ kind: 'negation', text, reason, rule, isCertain: false, strength }];
}

/** A "not" put in, or left out, among the source's own words. */
function checkInserted({ words, sourceWords, like, matches }: Comparison): Doubt[] {
  // What is left out must be missing where the sentence is at home.
  const homes = matches.map((match) => (match === null ? [] : [match]));
  const given = { words: sourceWords, like: turnLike(homes, sourceWords.length) };
  const found: readonly [Word | undefined, string][] = [
    [findInserted({ words, like }, sourceWords, bare, excuses)[0], 'the passage does not deny it'],
    [findInserted(given, words, bare, excuses)[0], 'the passage denies it'],
  ];
  return found.flatMap(([word, reason]) =>
    word === undefined
      ? []
      : [{ kind: 'negation', text: word.text, reason, rule: 'inserted', isCertain: false, strength: 1 }],
  );
}

export function checkNegation(comparison: Comparison): Doubt[] {
  const bare = balanceCues(comparison, plainLists);
  const turned = balanceCues(comparison, turningLists);
  return [
    ...checkInserted(comparison),
    ...toDoubt('negation-added', bare.added, 'the passage does not deny it'),
    ...toDoubt('negation-dropped', bare.dropped, 'the passage denies it'),
    ...toDoubt('turned-added', turned.added, 'the passage has it the other way'),
    ...toDoubt('turned-dropped', turned.dropped, 'the passage has it the other way'),
  ];
}
