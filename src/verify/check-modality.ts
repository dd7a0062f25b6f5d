/** What the source plans, proposes or deems possible the sentence must not tell as done, nor the other way. Pure. */
import type { Comparison } from './comparison.ts';
import { cuesOf, markScope } from './scope.ts';
import { stemWord } from './stem-word.ts';
import type { Finding } from './verification.ts';

const cues = cuesOf(
  `may, might, could, would, should, can, if, unless, whether, is to, are to, was to, were to, to be, has yet, have yet, set to,
  likely, possibly, potentially, potential, perhaps, probably, allegedly, reportedly, in principle, in talks, under discussion,
  under consideration, due to be, want to, wants to, wanted to, is expected, are expected`,
  `plan propose proposal promise pledge consider intend intention expect aim hope seek envisage foresee project draft
  discuss announce target goal ambition risk possible possibility prospect option negotiate attempt try ask call urge recommend
  prepare await pend suggest forecast predict threaten offer aspire`
    .split(/\s+/)
    .map(stemWord),
);

/** Cues that the future or a will alone gives: weaker, as much of what will be is settled. */
const future = cuesOf('will, shall, going to, about to, by 2030, upcoming, future', []);

const inScope = 0.55;

/** The share of the matched words that one side colours and the other does not. */
export function checkModality({ words, sourceWords, matches }: Comparison): Finding[] {
  const said = markScope(words, cues);
  const saidFuture = markScope(words, future);
  const given = markScope(sourceWords, cues);
  const givenFuture = markScope(sourceWords, future);
  const isHedged = said.cues.length > 0 || saidFuture.cues.length > 0;
  let dropped = 0;
  let added = 0;
  let total = 0;
  let droppedWord = '';
  let addedWord = '';
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || word === undefined || word.key.startsWith('#')) return;
    total++;
    const there = Math.max(given.strength[match.at] ?? 0, 0.8 * (givenFuture.strength[match.at] ?? 0));
    const here = Math.max(said.strength[at] ?? 0, 0.8 * (saidFuture.strength[at] ?? 0));
    if (there >= inScope && !isHedged) {
      dropped += there;
      droppedWord ||= word.text;
    }
    if (here >= inScope && there === 0) {
      added += here;
      addedWord ||= word.text;
    }
  });
  const share = (sum: number) => (total === 0 ? 0 : sum / total);
  return [
    ...(dropped > 0
      ? [
          makeFinding(
            'modality-dropped',
            droppedWord,
            'the passage tells it as planned or possible',
            share(dropped),
          ),
        ]
      : []),
    ...(added > 0
      ? [makeFinding('modality-added', addedWord, 'the passage tells it as a fact', share(added))]
      : []),
  ];
}

function makeFinding(rule: string, text: string, reason: string, strength: number): Finding {
  return { kind: 'modality', text, reason, rule, isCertain: false, strength };
}
