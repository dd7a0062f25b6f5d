/** Checks whether a chat model could write: package, key, server, model. Asks it nothing. */
import { VerseError } from '../core/errors.ts';
import { toChatFailure } from './chat-failure.ts';
import { type ChatSettings, splitChatName, usualUrls } from './chat-provider.ts';
import { type ImportPackage, loadChatModel } from './load-chat.ts';

/** The longest wait of `verse doctor`; a local server answers in milliseconds. */
const usualTimeoutMs = 5000;

/** Where and how a provider lists its models. */
function listRequest({
  chatModel,
  chatUrl,
  key,
}: ChatSettings): { url: string; headers: Record<string, string> } | null {
  const { provider } = splitChatName(chatModel);
  const base = (chatUrl ?? usualUrls[provider])?.replace(/\/$/, '');
  const bearer = key.value === undefined ? {} : { Authorization: `Bearer ${key.value}` };
  if (base === undefined) return null;
  if (provider === 'ollama') return { url: `${base}/api/tags`, headers: { ...bearer } };
  if (provider === 'openai') return { url: `${base}/models`, headers: { ...bearer } };
  return {
    url: `${base}/v1/models`,
    headers: { 'x-api-key': key.value ?? '', 'anthropic-version': '2023-06-01' },
  };
}

/** The model names in a listing: `data[].id` for OpenAI and Anthropic, `models[].name` for Ollama. */
function namesIn(list: unknown): string[] {
  if (typeof list !== 'object' || list === null) return [];
  const entries: unknown = Reflect.get(list, 'data') ?? Reflect.get(list, 'models');
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const name: unknown = Reflect.get(entry, 'id') ?? Reflect.get(entry, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}

async function listModels(settings: ChatSettings, timeoutMs: number): Promise<string[] | null> {
  const request = listRequest(settings);
  if (request === null) return null;
  const { url, headers } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { headers, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    throw new VerseError(
      'chat-failed',
      `${new URL(url).origin} did not answer within ${timeoutMs / 1000} s.`,
    );
  });
  // Some servers list no models.
  if (response.status === 404) return [];
  if (!response.ok) throw Object.assign(new Error('No list.'), { status: response.status });
  return namesIn(await response.json());
}

export interface ProbeOptions {
  /** How long the server may take. */
  timeoutMs?: number;
  /** Replaced by tests. */
  importPackage?: ImportPackage;
}

/**
 * Describes what was found.
 * @throws VerseError `chat-failed` if something is missing, with what to do.
 */
export async function probeChat(
  settings: ChatSettings,
  { timeoutMs = usualTimeoutMs, importPackage }: ProbeOptions = {},
): Promise<string> {
  const { chatModel, key } = settings;
  const { model } = splitChatName(chatModel);
  const open = await loadChatModel(settings, importPackage);
  open(AbortSignal.timeout(timeoutMs));
  const hasKey = key.value === undefined ? 'no key is set' : 'a key is set';
  const names = await listModels(settings, timeoutMs).catch((error: unknown) => {
    throw toChatFailure(error, settings);
  });
  if (names === null) return `${chatModel}: its package is installed; its server was not asked`;
  if (names.length > 0 && !names.some((name) => name === model || name === `${model}:latest`)) {
    const listed = `It lists ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}.`;
    throw new VerseError('chat-failed', `The server has no model called “${model}”.`, listed);
  }
  return `${chatModel} at ${settings.chatUrl ?? "its provider's address"}: the server answers, ${hasKey}`;
}
