/** Translates a chat model's name and settings for LangChain. Pure. */
import type { ChatKey } from '../config/chat-key.ts';
import { VerseError } from '../core/errors.ts';
import { fetchUntil } from './fetch-until.ts';

export interface ChatSettings {
  /** `provider:model`. */
  chatModel: string;
  chatUrl?: string | undefined;
  /** The settings file, if only that names the address. */
  chatUrlFile?: string | undefined;
  key: ChatKey;
  /** The most tokens of passages that it is shown; if absent, the server's own window is used. */
  passageTokens?: number | undefined;
}

export interface ChatName {
  provider: string;
  /** The provider's name for it, which may contain colons. */
  model: string;
}

export function splitChatName(chatModel: string): ChatName {
  const colon = chatModel.indexOf(':');
  return { provider: chatModel.slice(0, colon), model: chatModel.slice(colon + 1) };
}

/** Default addresses of the providers whose address can be set. */
export const usualUrls: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  ollama: 'http://127.0.0.1:11434',
};

/**
 * More than any answer or repair needs; it stops small models that repeat themselves. Only sent to a server of one's
 * own, since of providers' large models some count their thinking and some reject the setting.
 */
const mostTokens = 2000;

/** OpenAI's client sends a key even to servers that need none. */
const noKey = 'none';

/** The clients print warnings, with what they sent, unless told not to. */
const quiet = { logLevel: 'off' };

/** Addresses are always set, since the clients would otherwise take them, and keys, from the environment. */
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

/** Tokens of instructions and question, besides the passages. */
const tokensBesidePassages = 500;

function ollamaParameters(
  { chatUrl, key, passageTokens }: ChatSettings,
  signal: AbortSignal,
): Record<string, unknown> {
  return {
    // A repair contains the draft too. Ollama silently drops what exceeds its window, by default 4,096 tokens.
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

/** Whether an address is on this machine or the provider's own. */
function isTrusted(chatUrl: string, provider: string): boolean {
  const { hostname, host, protocol } = new URL(chatUrl);
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return true;
  const own = usualUrls[provider];
  return own !== undefined && protocol === 'https:' && host === new URL(own).host;
}

/** @throws VerseError `chat-failed` if the key would go to an address that only the settings file names. */
function guardKey({ chatModel, chatUrl, chatUrlFile, key }: ChatSettings): void {
  if (chatUrl === undefined || chatUrlFile === undefined || key.value === undefined) return;
  if (isTrusted(chatUrl, splitChatName(chatModel).provider)) return;
  throw new VerseError(
    'chat-failed',
    `${key.names[0]} is not sent to ${chatUrl}, which only ${chatUrlFile} names.`,
    'If that is where it belongs, set VERSE_CHAT_URL to the address; else take it out of the file.',
    { afar: `${key.names[0]} is not sent to an address that only the settings file names.` },
  );
}

/** Whether the provider's address is set by us. */
export function hasOwnAddress(provider: string): boolean {
  return parametersOf[provider] !== undefined;
}

/**
 * The constructor options of LangChain's class for the provider, for one reply.
 * @param signal ends the reply.
 * @throws VerseError `chat-failed` if a key is missing or the provider is not supported.
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
