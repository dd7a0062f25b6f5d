/** The key for a chat model. */
import { type Environment, processEnvironment } from './environment.ts';

/** Where a provider's key is looked for, beside VERSE_CHAT_KEY. */
const keyNames: Readonly<Record<string, string>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
};

export interface ChatKey {
  /** The variables it may come from, the first that is set. */
  names: readonly string[];
  value: string | undefined;
}

/**
 * The key for a chat model: a secret, so no part of `Config`, and from the environment only. A provider's own key is
 * not sent to another address than the provider's.
 */
export function loadChatKey(
  provider: string,
  url: string | undefined,
  environment: Environment = processEnvironment,
): ChatKey {
  const own = url === undefined ? keyNames[provider] : undefined;
  const names = ['VERSE_CHAT_KEY', ...(own === undefined ? [] : [own])];
  return { names, value: names.map((name) => environment[name]).find((value) => value) };
}
