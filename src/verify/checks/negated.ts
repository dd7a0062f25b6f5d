/** Whether a word stands under a denial. Pure. */
import type { Word } from '../reading/read-words.ts';

const negation = /^(?:not|no|never|nor|neither|without|hardly|n't|cannot|.+n['’]t)$/;
/** Nouns, verbs and adverbs that deny what follows as well. */
const lacking =
  /^(?:lack\w*|absen\w+|little|less|few|fewer|hardly|barely|scarcely|rarely|seldom|nothing|none|nobody|fail\w*|refus\w+|unlikely|instead|rather|short|far|prevent\w*|avoid\w*|unable)$/;

const before = (words: readonly Word[], at: number, reach: number): Word[] =>
  words.slice(Math.max(0, at - reach), at).filter(({ sentence }) => sentence === words[at]?.sentence);

/** "Does not permit": a denial within four words before it. */
export const isNegated = (words: readonly Word[], at: number): boolean =>
  before(words, at, 4).some(({ lower }) => negation.test(lower));

/** Whether something in the same sentence may deny it, also from afar: "no big rise is likely", "the lack of a strong basis". */
export const mayBeNegated = (words: readonly Word[], at: number): boolean =>
  before(words, at, 10).some(({ lower }) => negation.test(lower) || lacking.test(lower));
