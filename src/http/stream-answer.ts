/** An answer as events: `hits`, one `sentence` each, then `done` with the whole answer, or `error`. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { AskOptions } from '../assistant/assistant.ts';
import type { Answer, AskRequest } from '../wire/types.ts';
import { respondWithEvents } from './respond/event-stream.ts';
import { toHttpProblem, toProblem } from './respond/problem.ts';

/** Whether a request wants events: `stream` in its body decides, or else the Accept header. */
export function wantsEvents(context: Context, { stream }: Pick<AskRequest, 'stream'>): boolean {
  if (stream !== undefined) return stream;
  const supports = ['application/json', 'text/event-stream'];
  return (
    accepts(context, { header: 'Accept', supports, default: 'application/json' }) === 'text/event-stream'
  );
}

export interface StreamAnswerOptions {
  /** Aborted when the client has gone or the time is up. */
  signal: AbortSignal;
  /** For the `error` event. */
  requestId?: string | undefined;
  /** Called with the error that ends a stream after its first event. */
  onError: (error: unknown) => void;
}

/**
 * Answers as events.
 * @param ask asks the assistant; errors before the first event are thrown.
 */
export function streamAnswer(
  ask: (options: AskOptions) => Promise<Answer>,
  { signal, requestId, onError }: StreamAnswerOptions,
): Promise<Response> {
  return respondWithEvents(
    async (send) => {
      const answer = await ask({
        signal,
        onHits: (event) => send('hits', event),
        onSentence: (event) => send('sentence', event),
      });
      await send('done', answer);
    },
    {
      signal,
      describeError: (error) => {
        onError(error);
        return toProblem(toHttpProblem(error), requestId);
      },
    },
  );
}
