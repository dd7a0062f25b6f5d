/** Loads LangChain's chat models by name. */
import type { BaseMessage } from '@langchain/core/messages';
import { installCommand } from '../config/install-command.ts';
import { passesGateway } from '../config/passes-gateway.ts';
import { VerseError } from '../core/errors.ts';
import { type ChatSettings, hasOwnAddress, splitChatName, toParameters } from './chat-provider.ts';

/** A piece of a reply. */
export interface ChatChunk {
  message: {
    text: string;
    response_metadata: Record<string, unknown>;
    additional_kwargs: Record<string, unknown>;
    usage_metadata?: { input_tokens: number; output_tokens: number } | undefined;
  };
  generationInfo?: Record<string, unknown> | undefined;
}

/** The part of LangChain's chat models that is used. */
export interface LangChainChat {
  /**
   * The method below LangChain's public `stream`, which adds callbacks. Those are bypassed, since depending on the
   * environment they would send questions and passages to LangSmith, print them, or pass them to the host program.
   */
  _streamResponseChunks(
    messages: BaseMessage[],
    options: { signal: AbortSignal },
  ): AsyncIterable<ChatChunk> | AsyncGenerator<ChatChunk>;
}

/** Makes a model for one reply, which ends with `signal`. `asksUsage` decides whether to ask for token counts. */
export type OpenChat = (signal: AbortSignal, asksUsage?: boolean) => LangChainChat;

/** Replaced by tests. */
export type ImportPackage = (name: string) => Promise<unknown>;

type ChatClass = new (parameters: Record<string, unknown>) => LangChainChat;

/** LangSmith's gateway, which stores what passes through it. */
const refusedProvider = 'langsmith';

function isMissing(error: unknown, name: string): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    ? error.message.includes(`'${name}'`)
    : false;
}

function isClass(value: unknown): value is ChatClass {
  return typeof value === 'function';
}

/** @throws VerseError `chat-failed` if the package is not installed. */
async function importClass(
  { chatModel }: ChatSettings,
  known: { package: string; className: string },
  importPackage: ImportPackage,
): Promise<ChatClass> {
  const exported = await importPackage(known.package).catch((error: unknown) => {
    if (!isMissing(error, known.package)) throw error;
    const problem = `${chatModel} needs the package ${known.package}, which is not installed.`;
    throw new VerseError('chat-failed', problem, `Run \`${installCommand([known.package])}\`.`);
  });
  const found: unknown =
    typeof exported === 'object' && exported !== null ? Reflect.get(exported, known.className) : undefined;
  if (isClass(found)) return found;
  const problem = `The package ${known.package} that is installed has no ${known.className}.`;
  throw new VerseError('chat-failed', problem, `Run \`${installCommand([`${known.package}@latest`])}\`.`);
}

/**
 * Loads LangChain's class for the provider, on first use, since it takes a moment.
 * @throws VerseError `chat-failed` for an unknown provider, or if its package or key is missing.
 */
export async function loadChatModel(
  settings: ChatSettings,
  importPackage: ImportPackage = (name) => import(name),
): Promise<OpenChat> {
  const { provider, model } = splitChatName(settings.chatModel);
  // Report what is missing before loading anything.
  toParameters(settings, new AbortController().signal);
  const { MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  const providers: Record<string, { package: string; className: string }> = { ...MODEL_PROVIDER_CONFIG };
  delete providers[refusedProvider];
  const known = providers[provider];
  if (known === undefined) {
    const hint = `There are: ${Object.keys(providers).join(', ')}.`;
    throw new VerseError('chat-failed', `No provider of chat models is called “${provider}”.`, hint);
  }
  if (!hasOwnAddress(provider) && passesGateway()) {
    const problem = `LANGSMITH_GATEWAY is set: what is meant for ${provider} could go through LangSmith's servers.`;
    throw new VerseError('chat-failed', problem, 'Take it out of the environment.');
  }
  const Chat = await importClass(settings, known, importPackage);
  return (signal, asksUsage = true) =>
    new Chat({
      model,
      maxRetries: 0,
      ...toParameters(settings, signal),
      ...(!asksUsage && { streamUsage: false }),
    });
}
