/** A chat model for tests: replies as scripted, records what it was asked, fails at any reply not scripted. */
import type { ChatMessage, ChatModel, TokenUsage } from '../../core/chat-model.ts';

/** The pieces of a reply, then an error, or silence until the caller gives up. */
export interface FakeReply {
  pieces: readonly string[];
  after?: Error | 'silence';
  /** Token counts reported at the end; none by default. */
  usage?: TokenUsage;
}

export interface FakeChatModel extends ChatModel {
  /** The messages of every request, in order. */
  readonly calls: readonly (readonly ChatMessage[])[];
}

/**
 * A fake model.
 * @param replies one for each request in order: a whole text, or one in pieces.
 */
export function createFakeChatModel(...replies: (string | FakeReply)[]): FakeChatModel {
  const calls: (readonly ChatMessage[])[] = [];
  return {
    id: 'fake:chat',
    calls,
    async *reply(messages, signal, onUsage) {
      const reply = replies[calls.length];
      calls.push(messages);
      if (reply === undefined) throw new Error(`The fake chat model has no reply number ${calls.length}.`);
      const { pieces, after, usage }: FakeReply = typeof reply === 'string' ? { pieces: [reply] } : reply;
      for (const piece of pieces) {
        signal.throwIfAborted();
        yield piece;
      }
      if (after instanceof Error) throw after;
      if (after === 'silence') {
        signal.throwIfAborted();
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
      }
      if (usage !== undefined) onUsage?.(usage);
    },
  };
}
