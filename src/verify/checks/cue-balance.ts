/**
 * Words that colour others, such as "not" or "plans to", on both sides: what one side's cue colours and the other side
 * says without any. Pure.
 */

import { areOpposites } from '../../language/en/word-families.ts';
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import { type Cues, cueAt } from './scope.ts';

/** A cue with the content words that it colours first of all, nearest first. */
interface Cue {
  at: number;
  heads: readonly number[];
}

export interface Imbalance {
  /** 0..1 */
  strength: number;
  /** The word of the sentence that tells it best. */
  text: string;
}

export interface Balance {
  added: Imbalance;
  dropped: Imbalance;
}

export interface CueLists {
  /** What the sentence must not have unless the source has it. */
  said: Cues;
  /** What the source must not have unless the sentence has it. */
  given: Cues;
  /** What may stand for a cue on the other side; contains both. */
  answers: Cues;
  /** Whether an opposite stands for a cue: "not above" says what "below" says. */
  turns: boolean;
  /** Whether a cue that is a verb colours what stands before it too: "acquisitions were blocked". */
  looksBack: boolean;
}

const mostHeads = 3;
/** A cue and its answer colour words this near to each other, in places. */
const reach = 16;
const beForms = new Set('is are was were been being be'.split(' '));

/** Names are what is spoken of, and seldom what is said of it. */
const isName = (word: Word) => word.isCapital && !word.opens;

/** The first content words from an index on, in the cue's clause; in the next one where it has none. */
function walk(words: readonly Word[], from: number, step: 1 | -1): number[] {
  const cue = words[from];
  const found: number[] = [];
  let { clause } = cue ?? { clause: 0 };
  for (let at = from + step; found.length < mostHeads; at += step) {
    const word = words[at];
    if (cue === undefined || word === undefined || word.sentence !== cue.sentence) break;
    if (word.clause !== clause) {
      if (found.length > 0 || Math.abs(word.clause - cue.clause) > 1) break;
      clause = word.clause;
    }
    if (word.isContent && !isName(word)) found.push(at);
  }
  return found;
}

function headsOf(words: readonly Word[], at: number, looksBack: boolean): number[] {
  const after = walk(words, at, 1);
  const isPassive = words.slice(Math.max(0, at - 3), at).some(({ lower }) => beForms.has(lower));
  return looksBack && isPassive ? [...walk(words, at, -1), ...after].slice(0, mostHeads) : after;
}

function findCues(words: readonly Word[], cues: Cues, looksBack: boolean): Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.isInDate === true) continue;
    const length = cueAt(words, at, cues);
    if (length === 0) continue;
    found.push({ at, heads: headsOf(words, at + length - 1, looksBack) });
    at += length - 1;
  }
  return found;
}

/** Nearest first counts most. */
function weigh(heads: readonly number[], holds: (at: number) => boolean): number {
  let sum = 0;
  let total = 0;
  heads.forEach((head, index) => {
    const weight = 1 / (index + 1);
    total += weight;
    if (holds(head)) sum += weight;
  });
  return total === 0 ? 0 : sum / total;
}

/** For each sentence of the source the share of the sentence's found words that it has. */
function homesOf({ like, sourceWords }: Comparison): Map<number, number> {
  const found = like.filter((matches) => matches.length > 0);
  const counts = new Map<number, number>();
  for (const matches of found) {
    const sentences = new Set(matches.map(({ at }) => sourceWords[at]?.sentence ?? 0));
    for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1 / found.length);
  }
  return counts;
}

/** A share of the found words from which on a sentence of the source is what the written one is about. */
const wholeHome = 0.65;

/** What the sentence colours and the source does not, and the other way. */
export function balanceCues(comparison: Comparison, lists: CueLists): Balance {
  const { words, sourceWords, like, matches } = comparison;
  const { answers, looksBack } = lists;
  const said = findCues(words, lists.said, looksBack);
  const given = findCues(sourceWords, lists.given, looksBack);
  const saidAnswers = findCues(words, answers, looksBack).map(({ at }) => at);
  const givenAnswers = findCues(sourceWords, answers, looksBack).map(({ at }) => at);
  const homes = homesOf(comparison);
  const homeOf = (at: number) => Math.min(1, (homes.get(sourceWords[at]?.sentence ?? -1) ?? 0) / wholeHome);
  const isNear = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined && one.sentence === other?.sentence && Math.abs(one.place - other.place) <= reach;
  const nothing: Imbalance = { strength: 0, text: '' };

  const saysIndex = (at: number, index: number) => (like[index] ?? []).some((match) => match.at === at);
  // A word that both sides have answers for nothing else that only one side has.
  const isFree = (answer: number, cue: number) => (like[answer] ?? []).length === 0 || saysIndex(cue, answer);
  const isFreeThere = (answer: number, cue: number) => {
    const said = words.flatMap((_, index) => (saysIndex(answer, index) ? [index] : []));
    return said.length === 0 || said.includes(cue);
  };

  let dropped = nothing;
  for (const { at, heads } of given) {
    const isSaid = (head: number) =>
      like.some(
        (places, index) => matches[index]?.at === head || (places.length === 1 && places[0]?.at === head),
      );
    const isAnswered = saidAnswers.some(
      (answer) =>
        isFree(answer, at) &&
        words.some(
          (word, index) =>
            isNear(word, words[answer]) && [at, ...heads].some((head) => saysIndex(head, index)),
        ),
    );
    if (isAnswered || (lists.turns && hasOpposite(sourceWords, heads, words))) continue;
    const strength = weigh(heads, isSaid) * homeOf(at);
    const index = words.findIndex((_, one) => heads.some((head) => saysIndex(head, one)));
    if (strength > dropped.strength) dropped = { strength, text: words[index]?.text ?? '' };
  }

  let added = nothing;
  for (const { at, heads } of said) {
    const isGiven = (head: number) => (like[head] ?? []).length > 0;
    const isAnswered = givenAnswers.some(
      (answer) =>
        isFreeThere(answer, at) &&
        [at, ...heads].some((head) => isNear(sourceWords[matches[head]?.at ?? -1], sourceWords[answer])),
    );
    if (isAnswered || (lists.turns && hasOpposite(words, heads, sourceWords))) continue;
    const strength = weigh(heads, isGiven);
    if (strength > added.strength) added = { strength, text: words[heads[0] ?? at]?.text ?? '' };
  }
  return { added, dropped };
}

/** "Not above" says what "below" says. */
function hasOpposite(words: readonly Word[], heads: readonly number[], others: readonly Word[]): boolean {
  return heads.some((head) => others.some((other) => areOpposites(words[head]?.stem ?? '', other.stem)));
}
