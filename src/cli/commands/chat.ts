/** `verse chat`: a conversation in the terminal, or the questions of a pipe. */
import { Command } from 'commander';
import type { ChatOptions } from '../actions/chat.ts';
import type { Session } from '../chat/session.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  documentOption,
  jsonOption,
  showExamples,
  tagOption,
  writeOption,
  yearOption,
} from '../options.ts';

const notes = `
Follow-ups ("and in Poland?", "since when?", "which source?", "more") are
understood from the questions before. In a pipe each line is a question:
  printf 'Who runs Bolt?\\nSince when?\\n' | verse chat --json`;

export function chatCommand(session: Session): Command {
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
    .addHelpText('after', showExamples('verse chat', 'verse chat -c Germany'))
    .action(async (options: ChatOptions) => {
      const { chat } = await import('../actions/chat.ts');
      await chat(session, options);
    });
}
