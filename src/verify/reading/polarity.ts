/** Whether words stand under a denial: the only place in this folder that knows how English denies. Pure. */
import { stemWord } from '../../language/en/stem-word.ts';
import type { Word } from './read-words.ts';

/** Those that can mean nothing else, and those that may belong to a phrase. */
const bare = /^(?:not|never|cannot|neither|(?:is|was|does|did|do|has|have)n['’]t)$/;
const plain = /^(?:no|nor|without|hardly|none|nothing|nobody|nowhere|n't|.+n['’]t)$/;
/** "Not only", "no doubt", "no less than", "never more": no denial. */
const noDenial =
  /^(?:not|no) (?:only|just|merely|least|doubt|matter|new)\b|^no (?:other|less|fewer) than\b|^(?:no|never|nobody) (?:\S+ ){1,2}(?:more|as)\b/;

/** Words by which a text may deny or narrow what stands by them, in any of their forms. */
const weak: ReadonlySet<string> = new Set(
  `fail failure refuse refusal reject rejection deny lack absent absence prevent avoid abstain abstention exclude exclusion ban
  bar prohibit prohibition forbid block oppose unlikely unable inability unwilling impossible reluctant reluctance doubt cease
  hesitate outlaw decline dismiss unsuccessful rarely seldom barely scarcely little few less fewer only yet alone out away
  exclusively beyond free instead rather far short against unlike apart
  miss unclear undisclosed unspecified unaware unknown unchanged unconcerned remain stop end halt limit restrict except
  withhold omit drop abandon leave cancel exempt stay insufficient incomplete unaffected unresolved pending still dispute
  cautious cautiously caution warn large high low small escape negligible minimal outlying disengage independent neutral
  reverse lose suspend abolish remove replace stall freeze quit depart exit outside keep`
    .split(/\s+/)
    .map(stemWord),
);
/** Of these the ones that turn a word into its opposite from afar: "the lack of a strong basis". */
const lacking =
  /^(?:lack\w*|absen\w+|little|less|few|fewer|barely|scarcely|rarely|seldom|fail\w*|refus\w+|unlikely|instead|rather|short|far|prevent\w*|avoid\w*|unable)$/;

const denies = ({ lower }: Word) => bare.test(lower) || plain.test(lower);

/** How many words from `at` on deny what follows and can mean nothing else: 2 for "no longer", 0 for none. */
export function bareDenialAt(words: readonly Word[], at: number): 0 | 1 | 2 {
  const next = words.slice(at, at + 4).map(({ lower }) => lower);
  if (noDenial.test(next.join(' '))) return 0;
  if (next[0] === 'no' && next[1] === 'longer') return 2;
  return bare.test(next[0] ?? '') ? 1 : 0;
}

/** Whether a word may deny or narrow what stands by it, in whatever way. */
export const mayDeny = (word: Word): boolean => denies(word) || weak.has(word.stem);

const before = (words: readonly Word[], at: number, reach: number): Word[] =>
  words.slice(Math.max(0, at - reach), at).filter(({ sentence }) => sentence === words[at]?.sentence);

/** "Does not permit": a denial within four words before it. */
export const isNegated = (words: readonly Word[], at: number): boolean => before(words, at, 4).some(denies);

/** Whether something in the same sentence may deny it, also from afar: "no big rise is likely", "the lack of a strong basis". */
export const mayBeNegated = (words: readonly Word[], at: number): boolean =>
  before(words, at, 10).some((word) => denies(word) || lacking.test(word.lower));
