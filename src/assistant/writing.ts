/** Sets up written answers: the configured chat model, and a writer for each request that wants one. */
import { randomBytes } from 'node:crypto';
import type { ResolvedQuestion } from '../answer/choose/resolved-question.ts';
import type { Write } from '../answer/written.ts';
import { createChatModel } from '../chat/chat.ts';
import { type ChatSettings, splitChatName } from '../chat/chat-provider.ts';
import { loadChatKey } from '../config/chat-key.ts';
import type { Config } from '../config/settings.ts';
import type { ChatModel } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import type { AskRequest, Turn } from '../wire/types.ts';
import { condenseQuestion } from '../write/condense.ts';
import { type MeteredChat, meterChat } from '../write/meter-chat.ts';
import { createWriter, type WriterOptions } from '../write/write-answer.ts';

/** The chat model and its limits. */
export interface Writing {
  chat: ChatModel;
  /** The most tokens of passages that the model is shown. */
  passageTokens: number;
  /** The most time for one answer, in milliseconds. */
  timeoutMs: number;
}

/** The connection to the chat model, with its key from the environment; undefined if none is configured. */
export function chatSettings({
  chatModel,
  chatUrl,
  chatUrlFile,
  chatTokens,
}: Config): ChatSettings | undefined {
  if (chatModel === undefined) return undefined;
  const key = loadChatKey(splitChatName(chatModel).provider, chatUrl);
  return { chatModel, chatUrl, chatUrlFile, key, passageTokens: chatTokens };
}

/** Nothing is loaded or contacted before something is to be written. */
export function openWriting(config: Config): Writing | undefined {
  const settings = chatSettings(config);
  if (settings === undefined) return undefined;
  return {
    chat: createChatModel(settings),
    passageTokens: config.chatTokens,
    timeoutMs: config.chatTimeoutMs,
  };
}

/** The same, counting the tokens of one request. */
export function meterWriting(writing: Writing): Writing & { chat: MeteredChat } {
  return { ...writing, chat: meterChat(writing.chat) };
}

/** Rewrites a follow-up in full; null if it stands alone. */
export type Condense = (
  question: string,
  history: readonly Turn[],
  byRules: ResolvedQuestion | null,
  signal?: AbortSignal,
) => Promise<ResolvedQuestion | null>;

/**
 * Whether a model rewrites follow-ups: if it also writes the answer. It only improves on the rules, which decide what is
 * a follow-up and handle "more" alone.
 */
export function chooseCondenser(
  { mode }: Pick<AskRequest, 'mode'>,
  writing: Writing | undefined,
): Condense | undefined {
  if (mode !== 'generate' || writing === undefined) return undefined;
  const { chat, timeoutMs } = writing;
  return async (question, history, byRules, signal) => {
    if (byRules === null || byRules.beyond.length > 0) return byRules;
    const nonce = randomBytes(8).toString('hex');
    const text = await condenseQuestion(question, history, { chat, timeoutMs, nonce }, signal);
    return text === null ? byRules : { text, beyond: [] };
  };
}

/**
 * The writer for a request, if it wants one.
 * @throws VerseError `chat-not-configured` if it does and no model is configured.
 */
export function chooseWriter(
  { mode }: Pick<AskRequest, 'mode'>,
  writing: Writing | undefined,
  rest: Pick<WriterOptions, 'store' | 'verify' | 'languages' | 'maxWords'>,
): Write | undefined {
  if (mode !== 'generate') return undefined;
  if (writing !== undefined) {
    // 64 random bits, new for each answer, so that no document can close the quotations it is in.
    return createWriter({ ...writing, ...rest, nonce: randomBytes(8).toString('hex') });
  }
  throw new VerseError(
    'chat-not-configured',
    'No chat model is configured that could write the answer.',
    'Set VERSE_CHAT_MODEL, to openai:gpt-5-mini for example, or ask without mode “generate”.',
  );
}
