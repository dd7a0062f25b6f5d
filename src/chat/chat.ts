/** Chat models through LangChain. */
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatMessage, ChatModel, TokenUsage } from '../core/chat-model.ts';
import {
  askedPause,
  brokenOff,
  checkEnding,
  isPassing,
  refusesUsage,
  toChatFailure,
} from './chat-failure.ts';
import type { ChatSettings } from './chat-provider.ts';
import { dropThinking } from './drop-thinking.ts';
import { type ChatChunk, type ImportPackage, loadChatModel, type OpenChat } from './load-chat.ts';
import { type TryAgainOptions, tryAgain } from './try-again.ts';

/** The providers' fields for why a reply ended. */
function endingOf({ message, generationInfo = {} }: ChatChunk): string | undefined {
  const names = ['finish_reason', 'stop_reason', 'done_reason'];
  const { response_metadata: metadata, additional_kwargs: more } = message;
  const value = names
    .map((name) => metadata[name] ?? generationInfo[name] ?? more[name])
    .find((one) => typeof one === 'string');
  return typeof value === 'string' ? value : undefined;
}

async function toLangChain(messages: readonly ChatMessage[]): Promise<BaseMessage[]> {
  const { AIMessage, HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  const classes = { system: SystemMessage, user: HumanMessage, assistant: AIMessage };
  return messages.map(({ role, text }) => new classes[role](text));
}

/** Rejects with the signal's reason when it is aborted, for clients that ignore it. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => undefined);
  return aborted;
}

export interface ChatModelOptions extends Pick<TryAgainOptions, 'pausesMs' | 'wait'> {
  /** Replaced by tests. */
  importPackage?: ImportPackage;
}

/** The model for these settings. Nothing is loaded and no server contacted before the first reply. */
export function createChatModel(
  settings: ChatSettings,
  { importPackage, ...pauses }: ChatModelOptions = {},
): ChatModel {
  let loading: Promise<OpenChat> | undefined;
  /** Not all servers with OpenAI's API accept the request for token counts. */
  let asksUsage = true;

  async function begin(messages: readonly ChatMessage[], signal: AbortSignal) {
    loading ??= loadChatModel(settings, importPackage).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const model = (await loading)(signal, asksUsage);
    const aborted = whenAborted(signal);
    const chunks = model
      ._streamResponseChunks(await toLangChain(messages), { signal })
      [Symbol.asyncIterator]();
    const next = () => Promise.race([chunks.next(), aborted]);
    return { next, first: await next() };
  }

  async function start(messages: readonly ChatMessage[], signal: AbortSignal) {
    try {
      return await begin(messages, signal);
    } catch (error) {
      if (!asksUsage || !refusesUsage(error)) throw error;
      asksUsage = false;
      return begin(messages, signal);
    }
  }

  async function* stream(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    onUsage?: (usage: TokenUsage) => void,
  ): AsyncIterable<string> {
    // Ending the iteration also ends the request.
    const reading = new AbortController();
    const either = AbortSignal.any([signal, reading.signal]);
    const usage = { inputTokens: 0, outputTokens: 0 };
    let hasBegun = false;
    try {
      const options = { signal, isPassing, askedMs: askedPause, ...pauses };
      const { next, first } = await tryAgain(() => start(messages, either), options);
      hasBegun = true;
      let ending: string | undefined;
      for (let chunk = first; chunk.done !== true; chunk = await next()) {
        const { message } = chunk.value;
        ending ??= endingOf(chunk.value);
        usage.inputTokens += message.usage_metadata?.input_tokens ?? 0;
        usage.outputTokens += message.usage_metadata?.output_tokens ?? 0;
        if (message.text !== '') yield message.text;
      }
      signal.throwIfAborted();
      if (usage.inputTokens + usage.outputTokens > 0) onUsage?.(usage);
      checkEnding(ending, settings);
    } catch (error) {
      signal.throwIfAborted();
      throw hasBegun ? brokenOff(settings, error) : toChatFailure(error, settings);
    } finally {
      reading.abort();
    }
  }

  return {
    id: settings.chatModel,
    reply: (messages, signal, onUsage) => dropThinking(stream(messages, signal, onUsage)),
  };
}
