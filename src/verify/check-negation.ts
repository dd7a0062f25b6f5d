/** What the source denies the sentence must not assert, nor the other way. Pure. */

import { stemWord } from '../words/stem-word.ts';
import type { Comparison } from './comparison.ts';
import type { Word } from './read-words.ts';
import { type Cues, cuesOf, markScope } from './scope.ts';
import type { Finding } from './verification.ts';

const stemsOf = (words: string) => words.trim().split(/\s+/).map(stemWord);

const plainNegation = `not, no, never, none, nothing, nobody, neither, nor, without, cannot, no longer, rather than, instead of,
  far from, hardly, nowhere, isn't, isn’t, wasn't, wasn’t, doesn't, doesn’t, didn't, didn’t, don't, don’t, hasn't, hasn’t,
  haven't, haven’t, weren't, aren't, won't, won’t, wouldn't, can't, couldn't, couldn’t`;
const noNegation = /^(?:not|no) (?:only|just|merely|least|doubt|matter)\b|^no (?:other|less|fewer) than\b/;

/** Plain negation. */
const plain = cuesOf(plainNegation, [], noNegation);

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
    ...'little few less only yet but alone first exclusively other than beyond free instead against unlike until before'.split(
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
      reverse lose suspend abolish remove replace`,
    ),
  ]),
};

/** Below this a word is at the edge of a scope. */
const inScope = 0.5;

function isPlainWord(word: Word | undefined): word is Word {
  return word !== undefined && word.kind === 'word' && !word.key.startsWith('#');
}

/** Plain negations that the other side does not have in any form. */
function checkPlain({ words, sourceWords, matches }: Comparison): Finding[] {
  const said = markScope(words, plain);
  const given = markScope(sourceWords, plain);
  const isExcused = markScope(words, excuses).cues.length > 0;
  const excused = markScope(sourceWords, excuses).cues.map((at) => sourceWords[at]);
  const strongest = { added: { strength: 0, text: '' }, dropped: { strength: 0, text: '' } };
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || !isPlainWord(word) || match.likeness < 0.7) return;
    const other = sourceWords[match.at];
    const denied = said.strength[at] ?? 0;
    const deniedThere = given.strength[match.at] ?? 0;
    const isDeniedThere = excused.some((cue) => cue?.sentence === other?.sentence);
    if (denied >= inScope && !isDeniedThere && denied > strongest.added.strength)
      strongest.added = { strength: denied, text: word.text };
    if (deniedThere >= inScope && !isExcused && deniedThere > strongest.dropped.strength)
      strongest.dropped = { strength: deniedThere, text: word.text };
  });
  return [
    ...toFinding('negation-added', strongest.added, 'the passage does not deny it'),
    ...toFinding('negation-dropped', strongest.dropped, 'the passage denies it'),
  ];
}

/** Whether each word is turned into its opposite: stands behind an odd number of turning words within its clause. */
function readPolarity(words: readonly Word[]): { isTurned: boolean[]; isNear: boolean[] } {
  const { cues } = markScope(words, turners);
  const behind = words.map((word, at) =>
    cues.filter((cue) => {
      const turner = words[cue];
      return (
        cue <= at &&
        turner?.sentence === word.sentence &&
        word.place - turner.place <= 8 &&
        word.clause - turner.clause <= 1
      );
    }),
  );
  return {
    isTurned: behind.map((list) => list.length % 2 === 1),
    isNear: behind.map((list) => list.length > 0),
  };
}

/** The share of the matched words near a turning word that one side turns and the other does not. */
function checkPolarity({ words, sourceWords, matches }: Comparison): Finding[] {
  const said = readPolarity(words);
  const given = readPolarity(sourceWords);
  let turned = 0;
  let kept = 0;
  let text = '';
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || !isPlainWord(word) || word.isCapital) return;
    if (!said.isNear[at] && !given.isNear[match.at]) return;
    if (said.isTurned[at] === given.isTurned[match.at]) kept++;
    else {
      turned++;
      text ||= word.text;
    }
  });
  if (turned === 0) return [];
  return toFinding(
    'polarity',
    { strength: turned / (turned + kept + 1), text },
    'the passage has it the other way',
  );
}

function toFinding(
  rule: string,
  { strength, text }: { strength: number; text: string },
  reason: string,
): Finding[] {
  return strength === 0 ? [] : [{ kind: 'negation', text, reason, rule, isCertain: false, strength }];
}

export function checkNegation(comparison: Comparison): Finding[] {
  return [...checkPlain(comparison), ...checkPolarity(comparison)];
}
