/** `verse chat`: a conversation in the terminal, or the questions of a pipe. */
import { Command } from 'commander';
import { VerseError } from '../../core/errors.ts';
import { countNoun } from '../../text/count-noun.ts';
import { holdConversation } from '../chat/hold-conversation.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  documentOption,
  jsonOption,
  type ScopeOptions,
  tagOption,
  toMode,
  toScope,
  type WriteOptions,
  writeOption,
  yearOption,
} from '../options.ts';

const notes = `
Follow-ups ("and in Poland?", "since when?", "which source?", "more") are
understood from the questions before. In a pipe each line is a question:
  printf 'Who runs Bolt?\\nSince when?\\n' | verse chat --json`;

interface ChatOptions extends ScopeOptions, WriteOptions {
  answerRate?: number;
  json?: true;
}

export function chatCommand({ terminal, config, readLines }: Session): Command {
  return new Command('chat')
    .description('ask one question after the other; follow-ups are understood from those before')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(answerRateOption())
    .addOption(writeOption())
    .addOption(chatModelOption())
    .addOption(jsonOption())
    .addHelpText('after', notes)
    .action(async ({ answerRate, json, ...scope }: ChatOptions) => {
      const { chatModel } = scope;
      const assistant = await openOrIngest(config({ answerRate, chatModel }), terminal);
      try {
        const lines = readLines('> ');
        if (lines.isInteractive && json !== true) {
          const chapters = (await assistant.documents()).flatMap((document) => document.chapters);
          terminal.out(
            `Ask about ${countNoun(chapters.length, 'chapter')}; /help lists what else there is.\n`,
          );
        }
        const failures = await holdConversation(lines, {
          assistant,
          terminal,
          scope: { ...toScope(scope), ...toMode(scope) },
          json: json === true,
        }).finally(() => lines.close());
        const [first] = failures;
        if (first !== undefined) {
          const failed = countNoun(failures.length, 'line');
          throw new VerseError(first.code, `${failed} could not be answered, as said above.`);
        }
      } finally {
        await assistant.close();
      }
    });
}
