/** Rankings and relevance judgements in the format of trec_eval and ir_measures. Pure. */
import type { QuestionResult } from '../ask-question.ts';

/** Fields are separated by blanks. */
const field = (text: string) => text.replace(/\s+/g, '_');

const withEvidence = (questions: readonly QuestionResult[]) =>
  questions.filter(({ evidenceRanks }) => evidenceRanks.length > 0);

/** A run: question, Q0, passage, rank from 1, score, run name. Scores fall with rank, since trec_eval sorts by them. */
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

/** Judgements: question, 0, passage, 1 for each passage with a snippet of the evidence. */
export function renderQrels(questions: readonly QuestionResult[]): string {
  return withEvidence(questions)
    .flatMap(({ id, relevant }) => relevant.map((passageId) => `${field(id)} 0 ${field(passageId)} 1\n`))
    .join('');
}
