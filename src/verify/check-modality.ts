/** What the source plans, proposes or deems possible the sentence must not tell as done, nor the other way. Pure. */

import { stemWord } from '../words/stem-word.ts';
import type { Comparison } from './comparison.ts';
import type { Word } from './read-words.ts';
import { cuesOf, markScope } from './scope.ts';
import type { Finding } from './verification.ts';

const stemsOf = (words: string) => words.trim().split(/\s+/).map(stemWord);

/** What is not, or not yet, so. */
const cues = cuesOf(
  `may, might, could, would, should, if, unless, whether, is to, are to, was to, were to, to be, has yet, have yet, yet to, set to,
  possibly, potentially, perhaps, probably, allegedly, reportedly, in principle, in talks, under discussion, under consideration,
  due to be, want to, wants to, wanted to, going to, about to, in favour of, on the table, working on, is working`,
  stemsOf(
    `likely potential plan propose proposal promise pledge consider intend intention expect aim hope seek envisage foresee draft
    possible possibility prospect option negotiate recommend recommendation suggest suggestion predict threaten aspire aspiration
    debate explore contemplate vow`,
  ),
);
/** What may be so: fainter, as nouns and verbs of report stand beside facts too. */
const faint = cuesOf(
  'will, shall, can, by 2030, upcoming, future, offer, offers',
  stemsOf(
    'target goal ambition risk ask call urge prepare await pend forecast announce attempt try discuss interest willing',
  ),
);

const inScope = 0.55;

/** Clauses that hold a cue, by sentence and number. */
function clausesOf(words: readonly Word[], at: readonly number[]): Set<string> {
  return new Set(at.map((index) => `${words[index]?.sentence} ${words[index]?.clause}`));
}

const clauseOf = (word: Word | undefined) => `${word?.sentence} ${word?.clause}`;

interface Tally {
  sum: number;
  word: string;
}

/** The shares of the matched words that one side colours and the other does not. */
export function checkModality({ words, sourceWords, matches }: Comparison): Finding[] {
  const [said, saidFaintly] = [markScope(words, cues), markScope(words, faint)];
  const [given, givenFaintly] = [markScope(sourceWords, cues), markScope(sourceWords, faint)];
  const hedged = clausesOf(sourceWords, given.cues);
  const dropped: Tally = { sum: 0, word: '' };
  const droppedClause: Tally = { sum: 0, word: '' };
  const added: Tally = { sum: 0, word: '' };
  let total = 0;
  const add = (tally: Tally, amount: number, word: Word) => {
    tally.sum += amount;
    tally.word ||= word.text;
  };
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || word === undefined || word.key.startsWith('#')) return;
    total++;
    const there = given.strength[match.at] ?? 0;
    const thereFaintly = Math.max(there, 0.8 * (givenFaintly.strength[match.at] ?? 0));
    if (thereFaintly >= inScope && said.cues.length + saidFaintly.cues.length === 0)
      add(dropped, thereFaintly, word);
    if (hedged.has(clauseOf(sourceWords[match.at])) && said.cues.length === 0) add(droppedClause, 1, word);
    if (
      (said.strength[at] ?? 0) >= inScope &&
      !hedged.has(clauseOf(sourceWords[match.at])) &&
      thereFaintly === 0
    )
      add(added, 1, word);
  });
  const toFinding = (rule: string, { sum, word }: Tally, reason: string): Finding[] =>
    sum === 0
      ? []
      : [{ kind: 'modality', text: word, reason, rule, isCertain: false, strength: sum / total }];
  return [
    ...toFinding('modality-dropped', dropped, 'the passage tells it as planned or possible'),
    ...toFinding('modality-clause', droppedClause, 'the passage tells it as planned or possible'),
    ...toFinding('modality-added', added, 'the passage tells it as a fact'),
  ];
}
