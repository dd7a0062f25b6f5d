/** The rankings and the relevance judgements as trec_eval and ir_measures read them. Pure. */
import type { QuestionResult } from './ask-question.ts';

/** Fields are parted by blanks. */
const field = (text: string) => text.replace(/\s+/g, '_');

const withEvidence = (questions: readonly QuestionResult[]) =>
  questions.filter(({ evidenceRanks }) => evidenceRanks.length > 0);

/** A run: question, Q0, passage, rank from 1, score, name of the run. Scores fall with the rank, as trec_eval sorts by them. */
export function renderRun(questions: readonly QuestionResult[]): string {
  return withEvidence(questions)
    .flatMap(({ id, ranking }) =>
      ranking.map(
        ({ passageId, score }, index) =>
          `${field(id)} Q0 ${field(passageId)} ${index + 1} ${score.toFixed(6)} verse\n`,
      ),
    )
    .join('');
}

/** Judgements: question, 0, passage, 1 for each passage that holds a snippet of the evidence. */
export function renderQrels(questions: readonly QuestionResult[]): string {
  return withEvidence(questions)
    .flatMap(({ id, relevant }) => relevant.map((passageId) => `${field(id)} 0 ${field(passageId)} 1\n`))
    .join('');
}
