/** What a question follows on: the turns before it, as the server wants them. Pure. */
import type { Turn as EarlierTurn } from '../../wire/types.ts';
import type { Turn } from '../nouns.ts';

/** A follow-up leans on the last few turns; more would only make the request larger. */
const mostSent = 5;

/** The question of a turn in full: a follow-up as it was understood. */
export function fullQuestion({ question, outcome }: Turn): string {
  return outcome.state === 'answered' ? (outcome.answer.resolvedQuestion ?? question) : question;
}

/**
 * The turns that a question asked now follows on, the latest last: those up to the one on show. The start shows none:
 * what is asked there begins anew.
 */
export function historyOf(turns: readonly Turn[], current: string | null): EarlierTurn[] {
  const end = turns.findIndex(({ key }) => key === current) + 1;
  return turns
    .slice(0, end)
    .flatMap((turn) =>
      turn.outcome.state === 'answered'
        ? [{ question: fullQuestion(turn), answer: turn.outcome.answer.answer }]
        : [],
    )
    .slice(-mostSent);
}
