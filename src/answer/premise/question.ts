/** Reads what a question takes for granted. Pure. */

import type { QuestionAnalysis } from '../question/question.ts';
import { type PremiseText, type PremiseWord, readPremiseText } from './text.ts';

/** A word of the question that sentences are compared with. */
export interface AskedWord {
  word: PremiseWord;
  /** Cached likeness to words of sentences, by their stem. */
  likeness: Map<string, number>;
}

export interface PremiseQuestion {
  analysis: QuestionAnalysis;
  read: PremiseText;
  /** Its content words, except those for the place and the report's whole subject. */
  asked: readonly AskedWord[];
  /** Its names that are not places, in lower case. */
  names: readonly string[];
  /** Whether it asks if something is so, taking nothing for granted. */
  isOpen: boolean;
  /** Whether it contains a denial itself, or says that there is little of something. */
  isNegated: boolean;
  /** Whether it mentions a refusal, failure or lack itself. */
  turns: boolean;
  /** Whether it asks for all or for a total. */
  asksForAll: boolean;
}

export function readPremiseQuestion(analysis: QuestionAnalysis): PremiseQuestion {
  const { text, chapters, language } = analysis;
  const { premises, questions } = language;
  const read = readPremiseText(text, language);
  const isTopic = ({ lower, country }: PremiseWord) =>
    analysis.subjects.throughout.has(lower) || (country !== undefined && chapters.includes(country));
  const asked = read.words.filter(
    (word) => word.isContent && premises?.frameWords.has(word.lower) !== true && !isTopic(word),
  );
  const has = (kind: string) => read.cues.some((cue) => cue.kind === kind);
  return {
    analysis,
    read,
    asked: asked.map((word) => ({ word, likeness: new Map() })),
    names: asked.flatMap((word) => (word.isName && word.country === undefined ? [word.lower] : [])),
    isOpen: questions?.yesOrNo.test(text) === true,
    isNegated: analysis.isNegated || has('denial') || premises?.few.test(text) === true,
    turns: has('turn'),
    asksForAll: read.words.some(({ lower }) => premises?.allWords.has(lower) === true),
  };
}
