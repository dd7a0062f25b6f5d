/** Readers without networks: they return what the test sets, and record what they were asked. */
import type { Readers } from '../../core/networks.ts';

export interface FakeReaders extends Readers {
  /** The text and sentence of each call for entailment, in order. */
  readonly calls: { text: string; sentence: string }[];
  /** The words of each gap to fill, in order. */
  readonly gaps: string[];
  /** The question of each passage read for an answer, in order. */
  readonly questions: string[];
}

/**
 * Readers that always give the same.
 * @param logit the entailment of every sentence; by default that of a supported one.
 * @param answers the logit of every sentence and passage that it answers; by default nothing is known.
 * @param denies the logit of every sentence that it denies what a question takes for granted.
 * @param filler the words of the text that fill every gap; by default no mention is read.
 */
export function createFakeReaders(logit = 4, filler?: string, answers = 0, denies = 0): FakeReaders {
  const calls: FakeReaders['calls'] = [];
  const gaps: string[] = [];
  const questions: string[] = [];
  return {
    calls,
    gaps,
    questions,
    entailment: {
      entails: async (text, sentence) => {
        calls.push({ text, sentence });
        return logit;
      },
    },
    answers: {
      readAnswers: async ([, ...sentences], question) => {
        questions.push(question);
        return {
          passage: answers,
          sentences: sentences.map(() => answers),
          denials: sentences.map(() => denies),
        };
      },
    },
    cloze: {
      fill: async (text, mentions, sentence, gap) => {
        gaps.push(sentence.slice(gap.start, gap.end));
        if (filler === undefined) return mentions.map(() => null);
        return mentions.map(({ start, end }) => Number(text.slice(start, end) === filler));
      },
    },
  };
}
