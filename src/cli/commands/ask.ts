/** `verse ask`: answers a question with cited sentences. */
import { Command } from 'commander';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { askRequestSchema } from '../../wire/ask-request.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  documentOption,
  jsonOption,
  ocrOptions,
  type ScopeOptions,
  tagOption,
  toMode,
  toOcr,
  toScope,
  type WriteOptions,
  writeOption,
  yearOption,
} from '../options.ts';
import { createAnswerWriter } from '../show/write-answer.ts';

interface AskOptions extends ScopeOptions, WriteOptions {
  answerRate?: number;
  json?: true;
  ocr?: boolean;
}

export function askCommand({ terminal, config }: Session): Command {
  const command = new Command('ask')
    .description("answer a question with the report's own sentences, each with chapter and page")
    .argument('<question...>', 'the question; quotes are optional')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(answerRateOption())
    .addOption(writeOption())
    .addOption(chatModelOption())
    .addOption(jsonOption())
    .action(async (words: string[], options: AskOptions) => {
      const { answerRate, chatModel } = options;
      const request = askRequestSchema.safeParse({
        question: words.join(' '),
        ...toScope(options),
        ...toMode(options),
      });
      if (!request.success) {
        throw new VerseError(
          'bad-input',
          'The question must have 1 to 2,000 characters.',
          'Shorten it, or ask in two.',
        );
      }
      const assistant = await openOrIngest(config({ answerRate, chatModel, ...toOcr(options) }), terminal);
      try {
        if (options.json) {
          terminal.out(`${toPlainJson(await assistant.ask(request.data), 2)}\n`);
          return;
        }
        const writer = createAnswerWriter(terminal);
        writer.finish(await assistant.ask(request.data, writer));
      } finally {
        await assistant.close();
      }
    });
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}
