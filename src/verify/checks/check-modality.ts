/** What the source plans, proposes or deems possible the sentence must not tell as done, nor the other way. Pure. */

import { stemWord } from '../../language/en/stem-word.ts';
import type { Comparison } from '../comparison.ts';
import type { Doubt, DoubtRule } from '../verification.ts';
import { balanceCues, type CueLists, type Imbalance } from './cue-balance.ts';
import { type Cues, cuesOf } from './scope.ts';

const stemsOf = (words: string) => words.trim().split(/\s+/).map(stemWord);

/** What a sentence makes of a fact where it should not: "may have banned". */
const hedges = cuesOf(
  `may, might, could, possibly, potentially, perhaps, probably, allegedly, in talks, under discussion, under consideration,
  considering, is considering, are considering, thinking of, thinking about, weighing, mulling, toying with, going to, set to,
  about to, wants to, want to, hopes to, hope to, yet to, on the table, in the pipeline, looking into, worth considering`,
  stemsOf(
    `plan propose proposal intend intention envisage foresee contemplate negotiate possible possibility prospect draft hypothetical`,
  ),
  /^(?:may|might|could) not\b/,
);
/** What is not, or not yet, so. */
const open: Cues = {
  phrases: new Set([
    ...hedges.phrases,
    ...cuesOf(
      `would, should, if, unless, whether, is to, are to, was to, were to, to be, has yet, have yet, due to be, wanted to,
      in principle, reportedly, working on, is working, was promised, were promised`,
    ).phrases,
  ]),
  stems: new Set([
    ...hedges.stems,
    ...stemsOf(
      `likely potential promise pledge expect aim hope seek option recommend recommendation suggest suggestion predict threaten aspire
      aspiration vow scenario projection`,
    ),
  ]),
};
/** Nouns of purpose and verbs of wish, which stand beside facts too. */
const faint = cuesOf(
  'will, shall, can, upcoming, future, in favour of, demand, calls for, called for, push for, pushes for',
  stemsOf(
    'target goal ambition objective risk ask call urge prepare await pend forecast announce attempt try discuss interest willing effort request consider debate explore',
  ),
);
const answers: Cues = {
  phrases: new Set([...open.phrases, ...faint.phrases]),
  stems: new Set([...open.stems, ...faint.stems]),
};

const lists: CueLists = { said: hedges, given: open, answers, turns: false, looksBack: true };
const faintLists: CueLists = { ...lists, said: cuesOf(''), given: faint };

/** Words that tell a thing as done: "has been expanded", "already". */
const done = /\b(?:has|have|had) (?:\w+ly )?(?:been )?\w+(?:ed|en|wn|ne|de|t)\b|\b(?:already|now|by now)\b/i;

function toDoubt(rule: DoubtRule, { strength, text }: Imbalance, reason: string): Doubt[] {
  return strength === 0 ? [] : [{ kind: 'modality', text, reason, rule, isCertain: false, strength }];
}

export function checkModality(comparison: Comparison): Doubt[] {
  const { added, dropped } = balanceCues(comparison, lists);
  const faintly = balanceCues(comparison, faintLists).dropped;
  const isDone = done.test(comparison.sentence);
  const reason = 'the passage tells it as planned or possible';
  return [
    ...toDoubt(isDone ? 'modality-done' : 'modality-dropped', dropped, reason),
    ...(isDone ? toDoubt('modality-faint', faintly, reason) : []),
    ...toDoubt('modality-added', added, 'the passage tells it as a fact'),
  ];
}
