/** What a chat model's name and settings mean to LangChain. Pure. */
import type { ChatKey } from '../config.ts';
import { VerseError } from '../errors.ts';

export interface ChatSettings {
  /** `provider:model`. */
  chatModel: string;
  chatUrl?: string | undefined;
  key: ChatKey;
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

function openaiParameters({ chatUrl, key }: ChatSettings): Record<string, unknown> {
  // The client writes warnings, with what it sent, to the console unless it is told not to.
  const quiet = { logLevel: 'off' };
  if (chatUrl === undefined) return { apiKey: key.value, configuration: quiet };
  return {
    apiKey: key.value ?? noKey,
    configuration: { ...quiet, baseURL: chatUrl },
    // Not all servers that speak OpenAI's language know the question for usage figures.
    streamUsage: false,
    temperature: 0,
    maxTokens: mostTokens,
  };
}

function anthropicParameters({ chatUrl, key }: ChatSettings): Record<string, unknown> {
  return { apiKey: key.value, ...(chatUrl !== undefined && { anthropicApiUrl: chatUrl }) };
}

function ollamaParameters({ chatUrl, key }: ChatSettings): Record<string, unknown> {
  return {
    baseUrl: chatUrl ?? usualUrls.ollama,
    temperature: 0,
    numPredict: mostTokens,
    ...(key.value !== undefined && { headers: { Authorization: `Bearer ${key.value}` } }),
  };
}

const parametersOf: Readonly<Record<string, (settings: ChatSettings) => Record<string, unknown>>> = {
  openai: openaiParameters,
  anthropic: anthropicParameters,
  ollama: ollamaParameters,
};

/**
 * What LangChain's class for the provider is built with.
 * @throws VerseError `chat-failed` where a key or another provider is needed.
 */
export function toParameters(settings: ChatSettings): Record<string, unknown> {
  const { provider } = splitChatName(settings.chatModel);
  const { chatUrl, key } = settings;
  const isHosted = chatUrl === undefined && (provider === 'openai' || provider === 'anthropic');
  if (isHosted && key.value === undefined) {
    throw new VerseError('chat-failed', `There is no key for ${provider}.`, `Set ${key.names.join(' or ')}.`);
  }
  const parameters = parametersOf[provider];
  if (parameters !== undefined) return parameters(settings);
  if (chatUrl !== undefined) {
    const known = Object.keys(parametersOf).join(', ');
    const hint = `It can be for ${known}; a server that speaks OpenAI's language is openai:<its model> with VERSE_CHAT_URL.`;
    throw new VerseError('chat-failed', `The address of ${provider} cannot be set.`, hint);
  }
  return key.value === undefined ? {} : { apiKey: key.value };
}
