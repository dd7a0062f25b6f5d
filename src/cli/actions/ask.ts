/** `verse ask`: answers a question with cited sentences. */
import { pathToFileURL } from 'node:url';
import type { Assistant } from '../../assistant/assistant.ts';
import { type CitationFormat, referenceFormats } from '../../cite/citation-formats.ts';
import { citeAnswer } from '../../cite/cite-answer.ts';
import type { LinkOf } from '../../cite/references.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { askRequestSchema } from '../../wire/ask-request.ts';
import type { Answer, AskRequest } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toMode, toOcr, toScope, type WriteOptions } from '../options.ts';
import { createAnswerWriter } from '../show/write-answer.ts';
import type { Terminal } from '../terminal.ts';
import { withAssistant } from '../with-assistant.ts';
import { wrongLength } from '../wrong-length.ts';

export interface AskOptions extends ScopeOptions, WriteOptions {
  answerRate?: number;
  json?: true;
  format?: CitationFormat;
  ocr?: boolean;
}

/** @throws VerseError `bad-input` for a question that is empty or too long. */
export function toRequest(words: readonly string[], options: Omit<AskRequest, 'question'>): AskRequest {
  const question = words.join(' ');
  const request = askRequestSchema.safeParse({ question, ...options });
  if (request.success) return request.data;
  throw wrongLength('question', question, 'Shorten it, or ask in two.');
}

/** Links to the PDFs on this machine, for what an answer cites. */
async function fileLinks(assistant: Assistant, { citations }: Answer): Promise<LinkOf> {
  const ids = [...new Set(citations.map(({ document }) => document))];
  const documents = await Promise.all(ids.map((id) => assistant.document(id)));
  const files = new Map(documents.map(({ id, file }) => [id, pathToFileURL(file).href]));
  return ({ document, page }) => {
    const file = files.get(document);
    return file && `${file}#page=${page}`;
  };
}

async function printCited(
  assistant: Assistant,
  request: AskRequest,
  terminal: Terminal,
  format: CitationFormat,
): Promise<void> {
  const answer = await assistant.ask(request);
  if (referenceFormats.includes(format) && answer.citations.length === 0)
    terminal.err(`Nothing is cited: ${answer.answer}\n`);
  const text = citeAnswer(answer, format, await fileLinks(assistant, answer));
  terminal.out(`${text.replaceAll('\r\n', '\n').trimEnd()}\n`);
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

/** The reader is loaded while the index is opened and searched. */
export const oneQuestion = { readerApart: true } as const;

export async function ask(
  { terminal, config }: Session,
  words: readonly string[],
  options: AskOptions,
): Promise<void> {
  const { answerRate, chatModel } = options;
  const request = toRequest(words, { ...toScope(options), ...toMode(options) });
  const settings = config({ answerRate, chatModel, ...toOcr(options) });
  const print = (assistant: Assistant) =>
    options.format === undefined
      ? printAnswer(assistant, request, terminal, options.json)
      : printCited(assistant, request, terminal, options.format);
  await withAssistant(settings, terminal, print, oneQuestion);
}
