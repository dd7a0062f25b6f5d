/** Compares a sentence with the words of a question: which of them it has, and what is near those. Pure. */
import type { Language } from '../../core/language.ts';
import type { Candidate } from '../choose/candidate.ts';
import type { AskedWord, PremiseQuestion } from './question.ts';
import { type PremiseText, type PremiseWord, readPremiseText } from './text.ts';
import { areAllied, areOpposed, type CueKind, takesSide } from './words.ts';

/** The word of a sentence most similar to a word of the question. */
interface Match {
  at: number;
  /** 0..1; 0 if there is none. */
  likeness: number;
}

/** A sentence of the documents, matched with the words of a question. */
export interface MatchedCandidate {
  candidate: Candidate;
  text: PremiseText;
  /** One for each word of the question. */
  matches: readonly Match[];
  /** The share of the question's words that the sentence has, 0..1. */
  share: number;
}

/** From this likeness on words say the same. */
export const same = 0.7;

const read = new WeakMap<object, PremiseText>();

function readSentence({ sentence, language }: Candidate): PremiseText {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const text = readPremiseText(sentence.text, language);
  read.set(sentence, text);
  return text;
}

function likenessOf({ word, likeness }: AskedWord, other: PremiseWord, { meanings }: Language): number {
  const known = likeness.get(other.stem);
  if (known !== undefined) return known;
  const measured = meanings?.likeness(word, other) ?? (word.stem === other.stem ? 1 : 0);
  likeness.set(other.stem, measured);
  return measured;
}

function matchWord(asked: AskedWord, text: PremiseText, language: Language): Match {
  let match: Match = { at: -1, likeness: 0 };
  text.words.forEach((other, at) => {
    const likeness = other.isContent ? likenessOf(asked, other, language) : 0;
    if (likeness > match.likeness) match = { at, likeness };
  });
  return match;
}

export function matchCandidate(question: PremiseQuestion, candidate: Candidate): MatchedCandidate {
  const text = readSentence(candidate);
  const matches = question.asked.map((asked) => matchWord(asked, text, candidate.language));
  const met = matches.reduce((sum, { likeness }) => sum + likeness, 0);
  return { candidate, text, matches, share: met / Math.max(1, matches.length) };
}

/** Distance within which words count fully; five more halve the weight. */
const nearby = 2;
const fading = 5;
/** Weights of words before a cue, and in another clause. */
const before = 0.7;
const otherClause = 0.4;

/** The share of the question that is near some words of the sentence. */
function weightNear(from: number, to: number, { text, matches }: MatchedCandidate): number {
  const clause = text.words[from]?.clause;
  let sum = 0;
  for (const { at, likeness } of matches) {
    const word = text.words[at];
    if (word === undefined || (at >= from && at < to)) continue;
    const distance = at >= to ? at - to : from - at - 1;
    const weight = (at >= to ? 1 : before) * (word.clause === clause ? 1 : otherClause);
    sum += (likeness * weight) / (1 + Math.max(0, distance - nearby) / fading);
  }
  return sum / Math.max(1, matches.length);
}

/** A denial: the words of the sentence, and the word of the question that they deny. */
export interface Contradiction {
  /** 0..1. */
  strength: number;
  /** Indices of the sentence's words, end exclusive; `from` is -1 if there are none. */
  from: number;
  to: number;
  asked?: PremiseWord;
}

const nowhere: Contradiction = { strength: 0, from: -1, to: -1 };

/** The cue of a kind with the most of the question near it; cues that the question has too do not count. */
export function strongestCue(kind: CueKind, matched: MatchedCandidate): Contradiction {
  let strongest = nowhere;
  for (const { kind: own, from, to } of matched.text.cues) {
    const isAsked = matched.matches.some(({ at, likeness }) => at >= from && at < to && likeness >= same);
    if (own !== kind || isAsked) continue;
    const strength = weightNear(from, to, matched);
    if (strength >= strongest.strength) strongest = { strength, from, to };
  }
  return strongest;
}

/** The opposite of a word of the question; its strength is the share of the other words that the sentence has. */
export function strongestOpposite({ asked }: PremiseQuestion, matched: MatchedCandidate): Contradiction {
  const { text, matches, share, candidate } = matched;
  const { language } = candidate;
  const isMet = (at: number) => matches.some((match) => match.at === at && match.likeness >= same);
  let strongest = nowhere;
  asked.forEach(({ word }, index) => {
    const { likeness = 0 } = matches[index] ?? {};
    if (likeness >= same || !takesSide(word.stem, language)) return;
    if (text.words.some((other) => other.isContent && areAllied(word.stem, other.stem, language))) return;
    const at = text.words.findIndex(
      (other, place) =>
        (other.isContent || language.premises?.sideWords.has(other.lower) === true) &&
        !isMet(place) &&
        areOpposed(word.stem, other.stem, language),
    );
    const strength = (share * matches.length - likeness) / Math.max(1, matches.length - 1);
    if (at >= 0 && strength > strongest.strength) strongest = { strength, from: at, to: at + 1, asked: word };
  });
  return strongest;
}
