/** A language model that writes, seen from the code that uses it: somebody else's, slow, and of another mind each time. */

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** Tokens, as the provider of a model counts them. */
export interface TokenUsage {
  /** Taken in: what it was asked. */
  inputTokens: number;
  /** Given out: its reply, and what it thought before. */
  outputTokens: number;
}

/** A language model that writes. */
export interface ChatModel {
  /** Provider and model: `openai:gpt-5-mini`. */
  readonly id: string;
  /**
   * The pieces of its reply as they come. Ending without an error means that it has finished.
   * @param onUsage told once at the end of a reply that was read to it, where the provider counts.
   * @throws VerseError `chat-failed` that says why there is no reply or not all of it; the reason of `signal`, once
   * that is aborted.
   */
  reply(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    onUsage?: (usage: TokenUsage) => void,
  ): AsyncIterable<string>;
}
