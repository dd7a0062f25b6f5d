/** A completion in chunks: unnamed server-sent events, then `[DONE]`. */
import type { Answer } from '../../wire/types.ts';
import { respondWithEvents } from '../respond/event-stream.ts';
import { toHttpProblem } from '../respond/problem.ts';
import type { ChatText } from './chat-text.ts';
import { annotate, type Heading, toChunk, toUsageChunk, type Usage } from './completion.ts';
import { toOpenAiError } from './openai-error.ts';

export interface StreamCompletionOptions {
  heading: Heading;
  /** Of this server, as the client reaches it. */
  origin: string;
  /** Aborted when the client has gone or the time is up. */
  signal: AbortSignal;
  /** Counts the tokens of the whole, if the client asked for counts. */
  countUsage: ((answer: Answer) => Usage) | undefined;
  /** Called with the error that ends a stream after its first chunk. */
  onError: (error: unknown) => void;
}

/**
 * Sends each sentence in a chunk as soon as it is ready.
 * @param ask asks the assistant and passes on the text that each sentence adds; errors before the first one are thrown.
 */
export function streamCompletion(
  ask: (onSentence: (added: string) => Promise<void>) => Promise<Answer>,
  message: ChatText,
  { heading, origin, signal, countUsage, onError }: StreamCompletionOptions,
): Promise<Response> {
  return respondWithEvents(
    async (send) => {
      let begun = false;
      const counts = countUsage === undefined ? {} : { usage: null };
      const sendText = async (content: string) => {
        await send(null, toChunk(heading, begun ? { content } : { role: 'assistant', content }, counts));
        begun = true;
      };
      const answer = await ask(sendText);
      await sendText(message.finish(answer));
      const annotations = annotate(message.spans(), origin);
      await send(
        null,
        toChunk(heading, annotations.length === 0 ? {} : { annotations }, { isLast: true, ...counts }),
      );
      if (countUsage !== undefined) await send(null, toUsageChunk(heading, countUsage(answer)));
      await send(null, '[DONE]');
    },
    {
      signal,
      errorEvent: null,
      describeError: (error) => {
        onError(error);
        return toOpenAiError(toHttpProblem(error));
      },
    },
  );
}
