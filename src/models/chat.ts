/** Chat models through LangChain, by name. The only importer of it. */
import { silenceTracing } from '../config.ts';
import { VerseError } from '../errors.ts';
import type { ChatMessage, ChatModel } from '../seams.ts';
import { askedPause, brokenOff, isConnectionError, isPassing, toChatFailure } from './chat-failure.ts';
import { type ChatSettings, splitChatName, toParameters } from './chat-provider.ts';
import { dropThinking } from './drop-thinking.ts';
import { type TryAgainOptions, tryAgain } from './try-again.ts';

/** What of LangChain is used, whichever class stands behind it. */
interface Streaming {
  stream(
    messages: { role: string; content: string }[],
    options: { signal: AbortSignal },
  ): Promise<AsyncIterable<Chunk>>;
}

interface Chunk {
  text: string;
  response_metadata: Record<string, unknown>;
  additional_kwargs: Record<string, unknown>;
}

/** A way through LangSmith's servers, which keep what passes. */
const refusedProvider = 'langsmith';

/**
 * Loads LangChain's class for the provider, once something is to be written: it takes a moment.
 * @throws VerseError `chat-failed` where there is no such provider, its package or its key is missing.
 */
export async function loadChatModel(settings: ChatSettings): Promise<Streaming> {
  const { provider, model } = splitChatName(settings.chatModel);
  const parameters = toParameters(settings);
  silenceTracing();
  const { initChatModel, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  const providers: Record<string, { package: string }> = { ...MODEL_PROVIDER_CONFIG };
  delete providers[refusedProvider];
  const known = providers[provider];
  if (known === undefined) {
    const hint = `There are: ${Object.keys(providers).join(', ')}.`;
    throw new VerseError('chat-failed', `No provider of chat models is called “${provider}”.`, hint);
  }
  try {
    return await initChatModel(model, { modelProvider: provider, maxRetries: 0, ...parameters });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('npm install')) throw error;
    const problem = `${settings.chatModel} needs the package ${known.package}, which is not installed.`;
    throw new VerseError('chat-failed', problem, `Run \`npm install ${known.package}\`.`);
  }
}

/** Why a reply ended, under each provider's name for it. */
function endingOf({ response_metadata: metadata, additional_kwargs: more }: Chunk): string | undefined {
  const names = ['finish_reason', 'stop_reason', 'done_reason'];
  const value = names.map((name) => metadata[name] ?? more[name]).find((one) => typeof one === 'string');
  return typeof value === 'string' ? value : undefined;
}

/** @throws VerseError `chat-failed` where a reply ended before it was whole. */
function checkEnding(ending: string | undefined, settings: ChatSettings): void {
  const { chatModel } = settings;
  if (ending === 'length' || ending === 'max_tokens') {
    throw new VerseError('chat-failed', `${chatModel} reached its limit of length before it had finished.`);
  }
  if (ending === 'content_filter') {
    throw new VerseError('chat-failed', `The provider of ${chatModel} held the answer back.`);
  }
  // OpenAI's protocol always gives a reason.
  if (ending === undefined && splitChatName(chatModel).provider === 'openai') throw brokenOff(settings);
}

/** The model of these settings; nothing is loaded and no server asked before the first reply. */
export function createChatModel(
  settings: ChatSettings,
  pauses: Pick<TryAgainOptions, 'pausesMs' | 'wait'> = {},
): ChatModel {
  let loading: Promise<Streaming> | undefined;

  async function start(messages: readonly ChatMessage[], signal: AbortSignal) {
    loading ??= loadChatModel(settings).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const model = await loading;
    const input = messages.map(({ role, text }) => ({ role, content: text }));
    const chunks = (await model.stream(input, { signal }))[Symbol.asyncIterator]();
    return { chunks, first: await chunks.next() };
  }

  async function* stream(messages: readonly ChatMessage[], signal: AbortSignal): AsyncIterable<string> {
    // Whoever stops reading ends the work at the other end too.
    const reading = new AbortController();
    const either = AbortSignal.any([signal, reading.signal]);
    let hasBegun = false;
    try {
      const options = { signal, isPassing, askedMs: askedPause, ...pauses };
      const { chunks, first } = await tryAgain(() => start(messages, either), options);
      hasBegun = true;
      let ending: string | undefined;
      for (let next = first; next.done !== true; next = await chunks.next()) {
        ending ??= endingOf(next.value);
        if (next.value.text !== '') yield next.value.text;
      }
      signal.throwIfAborted();
      checkEnding(ending, settings);
    } catch (error) {
      signal.throwIfAborted();
      throw hasBegun && isConnectionError(error) ? brokenOff(settings) : toChatFailure(error, settings);
    } finally {
      reading.abort();
    }
  }

  return {
    id: settings.chatModel,
    reply: (messages, signal) => dropThinking(stream(messages, signal)),
  };
}
