/** The wire formats of OpenAI's, Anthropic's and Ollama's chat protocols, for the scripted server. */

export interface ScriptedMessage {
  role: string;
  content: string;
}

export interface ScriptedUsage {
  inputTokens: number;
  outputTokens: number;
}

/** One provider's protocol, as far as streaming a text needs it. */
export interface ChatProtocol {
  /** The provider's name, as before the colon of a model's name. */
  provider: string;
  /** The path after the server's origin in `chatUrl`. */
  base: string;
  contentType: string;
  /** The messages of a request's body, including the system's. */
  readMessages(body: Record<string, unknown>): ScriptedMessage[];
  /** What the server sends before the text. */
  begin(model: string, usage: ScriptedUsage | undefined): string;
  piece(model: string, text: string): string;
  /** Why the reply ended, in the provider's words; scripts say `stop` or `length`. */
  ending(model: string, ending: string, usage: ScriptedUsage | undefined): string;
  /** What the server sends last. */
  close: string;
  listModels(names: readonly string[]): unknown;
  refusal: unknown;
}

function toMessages(list: unknown): ScriptedMessage[] {
  if (!Array.isArray(list)) return [];
  return list.map((message: { role: string; content: unknown }) => ({
    role: message.role,
    content: textOf(message.content),
  }));
}

/** The text of a message's content, which is a string or blocks. */
function textOf(content: unknown): string {
  if (!Array.isArray(content)) return String(content);
  return content.map((block: { text?: string }) => block.text ?? '').join('');
}

const sse = (name: string | null, event: object) =>
  `${name === null ? '' : `event: ${name}\n`}data: ${JSON.stringify(event)}\n\n`;

function openaiChunk(model: string, rest: object): string {
  return sse(null, { id: 'c-1', object: 'chat.completion.chunk', created: 0, model, ...rest });
}

const openaiChoice = (model: string, delta: object, finish_reason: string | null) =>
  openaiChunk(model, { choices: [{ index: 0, delta, finish_reason }] });

export const openai: ChatProtocol = {
  provider: 'openai',
  base: '/v1',
  contentType: 'text/event-stream',
  readMessages: ({ messages }) => toMessages(messages),
  begin: () => '',
  piece: (model, content) => openaiChoice(model, { role: 'assistant', content }, null),
  ending: (model, ending, usage) =>
    openaiChoice(model, {}, ending) +
    (usage === undefined
      ? ''
      : openaiChunk(model, {
          choices: [],
          usage: {
            prompt_tokens: usage.inputTokens,
            completion_tokens: usage.outputTokens,
            total_tokens: usage.inputTokens + usage.outputTokens,
          },
        })),
  close: 'data: [DONE]\n\n',
  listModels: (names) => ({ object: 'list', data: names.map((id) => ({ id, object: 'model' })) }),
  refusal: { error: { message: 'scripted', type: 'scripted' } },
};

const anthropicEndings: Readonly<Record<string, string>> = { stop: 'end_turn', length: 'max_tokens' };
const anthropicEvent = (type: string, rest: object) => sse(type, { type, ...rest });

/** https://docs.anthropic.com/en/api/messages-streaming */
export const anthropic: ChatProtocol = {
  provider: 'anthropic',
  base: '',
  contentType: 'text/event-stream',
  readMessages: ({ system, messages }) => [
    ...(system === undefined ? [] : [{ role: 'system', content: textOf(system) }]),
    ...toMessages(messages),
  ],
  begin: (model, usage) =>
    anthropicEvent('message_start', {
      message: {
        id: 'm-1',
        type: 'message',
        role: 'assistant',
        content: [],
        model,
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: usage?.inputTokens ?? 0, output_tokens: 0 },
      },
    }) +
    anthropicEvent('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
    sse('ping', { type: 'ping' }),
  piece: (_, text) =>
    anthropicEvent('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  ending: (_, ending, usage) =>
    anthropicEvent('content_block_stop', { index: 0 }) +
    anthropicEvent('message_delta', {
      delta: { stop_reason: anthropicEndings[ending] ?? ending, stop_sequence: null },
      usage: { output_tokens: usage?.outputTokens ?? 0 },
    }),
  close: anthropicEvent('message_stop', {}),
  listModels: (names) => ({ data: names.map((id) => ({ id, type: 'model' })), has_more: false }),
  refusal: { type: 'error', error: { type: 'scripted', message: 'scripted' } },
};

const ollamaLine = (model: string, rest: object) =>
  `${JSON.stringify({ model, created_at: '2026-01-01T00:00:00Z', ...rest })}\n`;

/** https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion */
export const ollama: ChatProtocol = {
  provider: 'ollama',
  base: '',
  contentType: 'application/x-ndjson',
  readMessages: ({ messages }) => toMessages(messages),
  begin: () => '',
  piece: (model, content) => ollamaLine(model, { message: { role: 'assistant', content }, done: false }),
  ending: (model, ending, usage) =>
    ollamaLine(model, {
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: ending,
      prompt_eval_count: usage?.inputTokens,
      eval_count: usage?.outputTokens,
    }),
  close: '',
  listModels: (names) => ({ models: names.map((name) => ({ name, model: name })) }),
  refusal: { error: 'scripted' },
};

export const protocols: readonly ChatProtocol[] = [openai, anthropic, ollama];
