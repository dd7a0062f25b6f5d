/** The key for a chat model. */
import { type Environment, processEnvironment } from './environment.ts';

/** The provider's own variable, used after VERSE_CHAT_KEY. */
const keyNames: Readonly<Record<string, string>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
};

export interface ChatKey {
  /** The variables it may come from; the first that is set counts. */
  names: readonly string[];
  value: string | undefined;
}

/**
 * The key for a chat model: a secret, so not part of `Config`, and only from the environment. A provider's own key is
 * only sent to that provider's address.
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
