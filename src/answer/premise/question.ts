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

/** Named on every page of a report on Europe and China. */
export const everywhere: ReadonlySet<string> = new Set('china chinese beijing eu european europe'.split(' '));

export function readPremiseQuestion(analysis: QuestionAnalysis): PremiseQuestion {
  const { text, chapters, language } = analysis;
  const { premises, questions } = language;
  const read = readPremiseText(text, language);
  const isTopic = ({ lower, country }: PremiseWord) =>
    everywhere.has(lower) || (country !== undefined && chapters.includes(country));
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
