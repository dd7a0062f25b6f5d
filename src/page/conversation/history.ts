/** The turns before a question, as the server expects them. Pure. */
import type { Turn as EarlierTurn } from '../../wire/types.ts';
import type { Turn } from '../nouns.ts';

/** A follow-up depends on the last few turns; more would only enlarge the request. */
const mostSent = 5;

/** The question of a turn in full; for a follow-up, as it was understood. */
export function fullQuestion({ question, outcome }: Turn): string {
  return outcome.state === 'answered' ? (outcome.answer.resolvedQuestion ?? question) : question;
}

/**
 * The turns that the next question follows, latest last: those up to the current one. At the start there are none.
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
