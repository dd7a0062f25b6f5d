/** A question read for what it takes for granted. Pure. */

import type { QuestionAnalysis } from '../question/question.ts';
import { type PremiseText, type PremiseWord, readPremiseText } from './text.ts';

/** A word of the question that a sentence is held against. */
export interface AskedWord {
  word: PremiseWord;
  /** How alike words of sentences are, by their stem: each is compared once a question. */
  likeness: Map<string, number>;
}

export interface PremiseQuestion {
  analysis: QuestionAnalysis;
  read: PremiseText;
  /** Its content words but those that name the place and the matter of the whole report. */
  asked: readonly AskedWord[];
  /** Its names that are not places, in lower case. */
  names: readonly string[];
  /** It asks whether something is so: nothing is taken for granted. */
  isOpen: boolean;
  /** It denies something itself, or says that there is little of it. */
  isNegated: boolean;
  /** It tells itself of a refusal, a failure, a lack. */
  turns: boolean;
  /** It asks for all, or for something altogether. */
  asksForAll: boolean;
}

const frameWords = new Set(
  `why how when which what who whom whose where explains explain happened caused cause made make makes reason reasons come
  came long much many far year years month kind kinds name according report chapter`.split(/\s+/),
);
/** Named on every page of a report on Europe and China. */
export const everywhere: ReadonlySet<string> = new Set('china chinese beijing eu european europe'.split(' '));

const openQuestion =
  /^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b|\bwhether\b/i;
const fewWords = /\b(?:little|few|fewer|less|least|hardly|barely|rarely|seldom)\b/i;
const allWords = new Set(
  'all every each always entire entirely whole altogether completely complete both everywhere'.split(' '),
);

export function readPremiseQuestion(analysis: QuestionAnalysis): PremiseQuestion {
  const { text, chapters } = analysis;
  const read = readPremiseText(text);
  const isTopic = ({ lower, country }: PremiseWord) =>
    everywhere.has(lower) || (country !== undefined && chapters.includes(country));
  const asked = read.words.filter((word) => word.isContent && !frameWords.has(word.lower) && !isTopic(word));
  const has = (kind: string) => read.cues.some((cue) => cue.kind === kind);
  return {
    analysis,
    read,
    asked: asked.map((word) => ({ word, likeness: new Map() })),
    names: asked.flatMap((word) => (word.isName && word.country === undefined ? [word.lower] : [])),
    isOpen: openQuestion.test(text),
    isNegated: analysis.isNegated || has('denial') || fewWords.test(text),
    turns: has('turn'),
    asksForAll: read.words.some(({ lower }) => allWords.has(lower)),
  };
}
