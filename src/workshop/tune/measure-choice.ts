/** The quality of chosen sentences on unseen chapters: facts held and words used. Pure. */

import { choice } from '../../answer/answer-numbers.ts';
import { rankSentences, type SentenceModels } from '../../answer/choose/rank-sentences.ts';
import { type ChoiceLimits, chooseSentences, limitsFor } from '../../answer/choose/select.ts';
import { countWords } from '../../text/count-words.ts';
import { factsFound } from '../evaluate/score/scorers.ts';
import { fitSentenceModels, isSingleAnswered } from './fit-models.ts';
import type { LabelledQuestion } from './labelled.ts';

const folds = 7;

/**
 * Splits questions into folds, so that none is both fitted on and scored: those of one report by chapter, those of others
 * by report; questions without a chapter in turn.
 */
export function splitByChapter(
  questions: readonly LabelledQuestion[],
): { training: LabelledQuestion[]; out: LabelledQuestion[] }[] {
  const [own] = questions;
  const groupOf = ({ report, question }: LabelledQuestion) =>
    report === own?.report ? question.chapters[0] : report;
  const groups = [...new Set(questions.map((labelled) => groupOf(labelled) ?? ''))].sort();
  const foldOf = (labelled: LabelledQuestion, index: number) => {
    const group = groupOf(labelled);
    return (group === undefined ? index : groups.indexOf(group)) % folds;
  };
  return Array.from({ length: folds }, (_, fold) => ({
    training: questions.filter((labelled, index) => foldOf(labelled, index) !== fold),
    out: questions.filter((labelled, index) => foldOf(labelled, index) === fold),
  }));
}

/** Whether the chosen sentences hold all facts, and in how many words. */
export interface ScoredChoice {
  holdsAll: boolean;
  words: number;
}

/** Chooses among a question's sentences and scores what was chosen. */
export function scoreChoice(
  labelled: LabelledQuestion,
  models: SentenceModels,
  limits: ChoiceLimits,
): ScoredChoice {
  const text = chooseSentences(rankSentences(labelled.sentences, models), limits)
    .map((one) => one.sentence.text)
    .join(' ');
  return { holdsAll: factsFound(text, labelled.question).every(Boolean), words: countWords(text) };
}

/** Share of answers that hold all facts, and their mean length in words. */
export function averageChoice(choices: readonly ScoredChoice[]): { facts: number; words: number } {
  return {
    facts: choices.filter(({ holdsAll }) => holdsAll).length / choices.length,
    words: choices.reduce((sum, { words }) => sum + words, 0) / choices.length,
  };
}

const gaps = [2, 2.5, choice.maxTypedGap, 3, 4, choice.maxGap, 5, 6];

/** The results of each gap to the best sentence, for questions answered by one sentence and for others. */
export interface GapScore {
  kind: 'typed' | 'other';
  gap: number;
  facts: number;
  words: number;
}

/** Tries each gap on questions of chapters that the sentence model was not fitted on. */
export function measureGaps(questions: readonly LabelledQuestion[], maxWords: number): GapScore[] {
  const choices = new Map<string, { kind: GapScore['kind']; gap: number; scored: ScoredChoice[] }>();
  for (const { training, out } of splitByChapter(questions)) {
    const models = fitSentenceModels(training);
    for (const labelled of out.filter(isSingleAnswered)) {
      const limits = limitsFor(labelled.analysis, maxWords);
      const kind = limits.maxGap === choice.maxTypedGap ? 'typed' : 'other';
      for (const gap of gaps) {
        const entry = choices.get(`${kind} ${gap}`) ?? { kind, gap, scored: [] };
        entry.scored.push(scoreChoice(labelled, models, { ...limits, maxGap: gap }));
        choices.set(`${kind} ${gap}`, entry);
      }
    }
  }
  return [...choices.values()]
    .map(({ kind, gap, scored }) => ({ kind, gap, ...averageChoice(scored) }))
    .sort((a, b) => b.kind.localeCompare(a.kind) || a.gap - b.gap);
}

/** For the terminal, marking the current gaps. */
export function formatGaps(scores: readonly GapScore[]): string {
  const rows = scores.map(({ kind, gap, facts, words }) => {
    const stands = gap === (kind === 'typed' ? choice.maxTypedGap : choice.maxGap);
    return `  ${kind.padEnd(6)} ${String(gap).padStart(3)}  ${facts.toFixed(3)} in ${words.toFixed(0).padStart(3)} words${stands ? '  *' : ''}`;
  });
  return `gap to the best sentence, facts held (* those that are set)\n${rows.join('\n')}\n`;
}
