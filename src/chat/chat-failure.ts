/** Explains why a chat model failed, without quoting the provider, whose message may contain the key. Pure. */
import { VerseError } from '../core/errors.ts';
import type { ChatSettings } from './chat-provider.ts';
import { splitChatName, usualUrls } from './chat-provider.ts';

/** The HTTP status of an error, wherever the provider's client stores it. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  for (const name of ['status', 'statusCode', 'status_code'] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'number') return value;
  }
  return statusOf(Reflect.get(error, 'response'));
}

/** The names and messages of an error and its causes. */
function causesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.name} ${error.message} ${String(Reflect.get(error, 'code') ?? '')}\n${causesOf(error.cause)}`;
}

/** Whether the server could not be reached, or the connection broke. */
export function isConnectionError(error: unknown): boolean {
  return /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR|terminated|fetch failed|[Cc]onnection error|Premature close/.test(
    causesOf(error),
  );
}

/** Milliseconds that the server asks to wait before a retry. */
export function askedPause(error: unknown): number | undefined {
  const headers: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'headers') : undefined;
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after')) : Number.NaN;
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** Whether a retry may help: the server is busy, failing, or unreachable. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined ? isConnectionError(error) : status === 408 || status === 429 || status >= 500;
}

/** @param server what the message calls it. */
function describe(
  error: unknown,
  { chatModel, key }: ChatSettings,
  server: string,
): [message: string, hint: string] {
  const { model } = splitChatName(chatModel);
  const status = statusOf(error);
  const causes = causesOf(error);
  if (/ContextOverflow|context.length|maximum context/i.test(causes)) {
    return [`The passages are more than ${model} takes in.`, 'Set VERSE_CHAT_TOKENS lower.'];
  }
  if (status === undefined) {
    if (isConnectionError(error))
      return [`${server} cannot be reached.`, 'See whether the model server runs.'];
    return [`${chatModel} gave nothing that can be read as an answer.`, 'Run `verse doctor`.'];
  }
  if (status === 401 || status === 403) {
    const problem = key.value === undefined ? 'wants a key' : 'refuses the key';
    return [`${server} ${problem} (${status}).`, `Set ${key.names.join(' or ')}.`];
  }
  if (status === 404)
    return [`${server} knows no model called “${model}” (404).`, 'See VERSE_CHAT_MODEL and VERSE_CHAT_URL.'];
  if (status === 429) return [`${server} asks to be left alone for a while (429).`, 'Ask again later.'];
  if (
    status === 400 &&
    /context|maximum.*(?:length|tokens)|too (?:long|many tokens)/i.test(causesOf(error))
  ) {
    return [`The passages are more than ${model} takes in.`, 'Set VERSE_CHAT_TOKENS lower.'];
  }
  if (status >= 500) return [`${server} failed (${status}).`, 'Ask again later.'];
  return [`${server} refuses the request (${status}).`, 'Run `verse doctor`.'];
}

/** A reply that ended early. `error` is passed on if it is one of ours. */
export function brokenOff({ chatModel }: ChatSettings, error?: unknown): VerseError {
  if (error instanceof VerseError) return error;
  return new VerseError('chat-failed', `${chatModel} broke off in the middle.`, 'Ask again.');
}

/** Providers that always say why a reply ended. */
const sayWhy: readonly string[] = ['openai', 'anthropic', 'ollama'];

/** @throws VerseError `chat-failed` if the reply ended early. */
export function checkEnding(ending: string | undefined, settings: ChatSettings): void {
  const { chatModel } = settings;
  const isCutOff = ['length', 'max_tokens', 'model_context_window_exceeded'].includes(ending ?? '');
  if (isCutOff) {
    throw new VerseError('chat-failed', `${chatModel} reached its limit of length before it had finished.`);
  }
  if (ending === 'content_filter' || ending === 'refusal') {
    throw new VerseError('chat-failed', `The provider of ${chatModel} held the answer back.`);
  }
  if (ending === undefined && sayWhy.includes(splitChatName(chatModel).provider)) throw brokenOff(settings);
}

/** Whether the server rejects the request for token counts as unknown. */
export function refusesUsage(error: unknown): boolean {
  const status = statusOf(error);
  return (status === 400 || status === 422) && /stream_options|include_usage/.test(causesOf(error));
}

/** The error to show for what a provider's client threw, which is not kept as cause, since it may contain the key. */
export function toChatFailure(error: unknown, settings: ChatSettings): VerseError {
  if (error instanceof VerseError) return error;
  const { chatModel, chatUrl } = settings;
  const { provider } = splitChatName(chatModel);
  const [message, hint] = describe(error, settings, chatUrl ?? usualUrls[provider] ?? provider);
  const [afar] = describe(error, settings, `The server of ${chatModel}`);
  return new VerseError('chat-failed', message, hint, { afar });
}
