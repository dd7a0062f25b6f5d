/** Reads a chat model's reply to its end. */
import type { ChatMessage, ChatModel, TokenUsage } from '../../core/chat-model.ts';

/** The pieces of a reply, the token counts that the model reported, and the error that ended it, if one did. */
export interface CollectedReply {
  pieces: string[];
  used: TokenUsage[];
  error: unknown;
}

/**
 * Asks a model and collects its reply, an error included.
 * @param signal one that never aborts by default.
 */
export async function collectReply(
  model: ChatModel,
  messages: readonly ChatMessage[],
  signal: AbortSignal = new AbortController().signal,
): Promise<CollectedReply> {
  const collected: CollectedReply = { pieces: [], used: [], error: undefined };
  try {
    const reply = model.reply(messages, signal, (usage) => collected.used.push({ ...usage }));
    for await (const piece of reply) collected.pieces.push(piece);
  } catch (error) {
    collected.error = error;
  }
  return collected;
}
