/** What the source denies the sentence must not assert, nor the other way. Pure. */
import type { Comparison } from './comparison.ts';
import { type Cues, cuesOf, markScope } from './scope.ts';
import { stemWord } from './stem-word.ts';
import type { Finding } from './verification.ts';

const stemsOf = (words: string) => words.trim().split(/\s+/).map(stemWord);

/** Plain negation. */
const strong = cuesOf(
  `not, no, never, none, nothing, nobody, neither, nor, without, cannot, no longer, rather than, instead of, far from,
  hardly, nowhere, isn't, isn’t, wasn't, wasn’t, doesn't, doesn’t, didn't, didn’t, don't, don’t, hasn't, hasn’t, haven't,
  haven’t, weren't, aren't, won't, won’t, wouldn't, can't, couldn't, couldn’t`,
  [],
  /^(?:not|no) (?:only|just|merely|least|doubt|matter)\b|^no (?:other|less|fewer) than\b/,
);
/** Words that deny by their meaning: they excuse a plain negation on the other side. */
const weak: Cues = {
  phrases: new Set([
    ...strong.phrases,
    'rarely',
    'seldom',
    'barely',
    'scarcely',
    'little',
    'few',
    'less',
    'only',
    'yet',
    'but',
    'other than',
    'apart from',
    'beyond',
    'free of',
    'unlike',
  ]),
  stems: new Set(
    stemsOf(
      `fail refuse reject deny lack absent absence miss prevent avoid abstain exclude ban bar prohibit forbid block
      oppose unlikely unable unwilling impossible unclear undisclosed unspecified unaware unknown unchanged unconcerned
      remain stop end cease halt limit restrict except decline withhold omit drop abandon leave cancel exempt stay reluctant
      insufficient incomplete unaffected unresolved pending still doubt dispute cautious cautiously hesitate`,
    ),
  ),
};

/** Below this a word is at the edge of a scope. */
const inScope = 0.5;

/** Shares of the content words in a negation's scope that the other side asserts plainly. */
export function checkNegation({ words, sourceWords, matches }: Comparison): Finding[] {
  const said = markScope(words, strong);
  const saidWeakly = markScope(words, weak);
  const given = markScope(sourceWords, strong);
  const givenWeakly = markScope(sourceWords, weak);
  const givenClauses = new Set(
    givenWeakly.cues.map((at) => `${sourceWords[at]?.sentence} ${sourceWords[at]?.clause}`),
  );
  let mostAdded = 0;
  let mostDropped = 0;
  let added = '';
  let dropped = '';
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || word === undefined || match.likeness < 0.7 || word.key.startsWith('#')) return;
    const other = sourceWords[match.at];
    const denied = said.strength[at] ?? 0;
    const deniedThere = given.strength[match.at] ?? 0;
    const isDeniedThere = givenClauses.has(`${other?.sentence} ${other?.clause}`);
    if (denied >= inScope && !isDeniedThere && denied > mostAdded) {
      mostAdded = denied;
      added = word.text;
    }
    if (deniedThere >= inScope && saidWeakly.cues.length === 0 && deniedThere > mostDropped) {
      mostDropped = deniedThere;
      dropped = word.text;
    }
  });
  return [
    ...(mostAdded > 0 ? [finding('negation-added', added, 'the passage does not deny it', mostAdded)] : []),
    ...(mostDropped > 0 ? [finding('negation-dropped', dropped, 'the passage denies it', mostDropped)] : []),
  ];
}

function finding(rule: string, text: string, reason: string, strength: number): Finding {
  return { kind: 'negation', text, reason, rule, isCertain: false, strength };
}
