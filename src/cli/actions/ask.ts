/** `verse ask`: answers a question with cited sentences. */
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { askRequestSchema } from '../../wire/ask-request.ts';
import type { AskRequest } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { type ScopeOptions, toMode, toOcr, toScope, type WriteOptions } from '../options.ts';
import { createAnswerWriter } from '../show/write-answer.ts';
import type { Terminal } from '../terminal.ts';

export interface AskOptions extends ScopeOptions, WriteOptions {
  answerRate?: number;
  json?: true;
  ocr?: boolean;
}

/** @throws VerseError `bad-input` for a question that is empty or too long. */
export function toRequest(words: readonly string[], options: Omit<AskRequest, 'question'>): AskRequest {
  const request = askRequestSchema.safeParse({ question: words.join(' '), ...options });
  if (request.success) return request.data;
  throw new VerseError(
    'bad-input',
    'The question must have 1 to 2,000 characters.',
    'Shorten it, or ask in two.',
  );
}

export async function printAnswer(
  assistant: Assistant,
  request: AskRequest,
  terminal: Terminal,
  json = false,
): Promise<void> {
  if (json) {
    terminal.out(`${toPlainJson(await assistant.ask(request), 2)}\n`);
    return;
  }
  const writer = createAnswerWriter(terminal);
  writer.finish(await assistant.ask(request, writer));
}

export async function ask(
  { terminal, config }: Session,
  words: readonly string[],
  options: AskOptions,
): Promise<void> {
  const { answerRate, chatModel } = options;
  const request = toRequest(words, { ...toScope(options), ...toMode(options) });
  const assistant = await openOrIngest(config({ answerRate, chatModel, ...toOcr(options) }), terminal);
  try {
    await printAnswer(assistant, request, terminal, options.json);
  } finally {
    await assistant.close();
  }
}
