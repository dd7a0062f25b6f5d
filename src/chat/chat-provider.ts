/** What a chat model's name and settings mean to LangChain. Pure. */
import type { ChatKey } from '../config/chat-key.ts';
import { VerseError } from '../core/errors.ts';
import { fetchUntil } from './fetch-until.ts';

export interface ChatSettings {
  /** `provider:model`. */
  chatModel: string;
  chatUrl?: string | undefined;
  /** The settings file, where that alone names the address. */
  chatUrlFile?: string | undefined;
  key: ChatKey;
  /** The most tokens of passages that it is shown; where absent, a server's own window stands. */
  passageTokens?: number | undefined;
}

export interface ChatName {
  provider: string;
  /** The provider's name for it, which may hold colons. */
  model: string;
}

export function splitChatName(chatModel: string): ChatName {
  const colon = chatModel.indexOf(':');
  return { provider: chatModel.slice(0, colon), model: chatModel.slice(colon + 1) };
}

/** Where the providers with an address that can be set are, if none is. */
export const usualUrls: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  ollama: 'http://127.0.0.1:11434',
};

/**
 * More than any answer within the word limits, its repair included, and an end to a small model that repeats itself.
 * Only a server of one's own is told: of a provider's large models some think in the same tokens, some refuse the setting.
 */
const mostTokens = 2000;

/** A server that keeps no keys still has to be sent one by OpenAI's client. */
const noKey = 'none';

/** The clients write warnings, with what they sent, to the console unless they are told not to. */
const quiet = { logLevel: 'off' };

/** Addresses are always given: the clients would look for others, and for keys, in the environment. */
function openaiParameters({ chatUrl, key }: ChatSettings): Record<string, unknown> {
  const configuration = { ...quiet, baseURL: chatUrl ?? usualUrls.openai };
  if (chatUrl === undefined) return { apiKey: key.value, configuration };
  return {
    apiKey: key.value ?? noKey,
    configuration: { ...configuration, organization: null, project: null },
    temperature: 0,
    maxTokens: mostTokens,
  };
}

function anthropicParameters({ chatUrl, key }: ChatSettings): Record<string, unknown> {
  return {
    apiKey: key.value ?? noKey,
    anthropicApiUrl: chatUrl ?? usualUrls.anthropic,
    clientOptions: { ...quiet, authToken: null },
  };
}

/** Instructions and question beside the passages, in tokens. */
const tokensBesidePassages = 500;

function ollamaParameters(
  { chatUrl, key, passageTokens }: ChatSettings,
  signal: AbortSignal,
): Record<string, unknown> {
  return {
    // A request for repair holds the draft too. What is beyond its window, Ollama forgets without a word; it is 4,096
    // tokens wide if nobody says otherwise.
    ...(passageTokens !== undefined && {
      numCtx: passageTokens + tokensBesidePassages + 2 * mostTokens,
    }),
    baseUrl: chatUrl ?? usualUrls.ollama,
    fetch: fetchUntil(signal),
    temperature: 0,
    numPredict: mostTokens,
    ...(key.value !== undefined && { headers: { Authorization: `Bearer ${key.value}` } }),
  };
}

type ToParameters = (settings: ChatSettings, signal: AbortSignal) => Record<string, unknown>;

const parametersOf: Readonly<Record<string, ToParameters>> = {
  openai: openaiParameters,
  anthropic: anthropicParameters,
  ollama: ollamaParameters,
};

/** On this machine, or where the provider itself is. */
function isTrusted(chatUrl: string, provider: string): boolean {
  const { hostname, host, protocol } = new URL(chatUrl);
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return true;
  const own = usualUrls[provider];
  return own !== undefined && protocol === 'https:' && host === new URL(own).host;
}

/** @throws VerseError `chat-failed` where the key would go to an address that nobody named but a file. */
function guardKey({ chatModel, chatUrl, chatUrlFile, key }: ChatSettings): void {
  if (chatUrl === undefined || chatUrlFile === undefined || key.value === undefined) return;
  if (isTrusted(chatUrl, splitChatName(chatModel).provider)) return;
  throw new VerseError(
    'chat-failed',
    `${key.names[0]} is not sent to ${chatUrl}, which only ${chatUrlFile} names.`,
    'If that is where it belongs, set VERSE_CHAT_URL to the address; else take it out of the file.',
  );
}

/** Whether it is us who say where the provider is. */
export function hasOwnAddress(provider: string): boolean {
  return parametersOf[provider] !== undefined;
}

/**
 * What LangChain's class for the provider is built with, for one reply.
 * @param signal ends the reply.
 * @throws VerseError `chat-failed` where a key or another provider is needed.
 */
export function toParameters(settings: ChatSettings, signal: AbortSignal): Record<string, unknown> {
  const { provider } = splitChatName(settings.chatModel);
  const { chatUrl, key } = settings;
  guardKey(settings);
  const isHosted = chatUrl === undefined && (provider === 'openai' || provider === 'anthropic');
  if (isHosted && key.value === undefined) {
    throw new VerseError('chat-failed', `There is no key for ${provider}.`, `Set ${key.names.join(' or ')}.`);
  }
  const parameters = parametersOf[provider];
  if (parameters !== undefined) return parameters(settings, signal);
  if (chatUrl !== undefined) {
    const known = Object.keys(parametersOf).join(', ');
    const hint = `It can be for ${known}; a server that speaks OpenAI's language is openai:<its model> with VERSE_CHAT_URL.`;
    throw new VerseError('chat-failed', `The address of ${provider} cannot be set.`, hint);
  }
  return key.value === undefined ? {} : { apiKey: key.value };
}
