/** The interface of a language model that writes: slow, third-party and not deterministic. */

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** Tokens, as counted by the model's provider. */
export interface TokenUsage {
  /** Tokens of the request. */
  inputTokens: number;
  /** Tokens of the reply, including its thinking. */
  outputTokens: number;
}

/** A language model that writes. */
export interface ChatModel {
  /** Provider and model: `openai:gpt-5-mini`. */
  readonly id: string;
  /**
   * The pieces of its reply as they come. Ending without an error means that it has finished.
   * @param onUsage called once at the end of a reply that was read to its end, if the provider counts.
   * @throws VerseError `chat-failed` saying why there is no complete reply; the reason of `signal`.
   */
  reply(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    onUsage?: (usage: TokenUsage) => void,
  ): AsyncIterable<string>;
}
