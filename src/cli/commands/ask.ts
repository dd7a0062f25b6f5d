/** The commands that answer and search. */
import { Argument, Option } from 'commander';
import { citationFormats } from '../../cite/citation-formats.ts';
import { passageKinds } from '../../wire/kinds.ts';
import {
  answerOptions,
  chapterOption,
  collectOneOf,
  jsonOption,
  ocrOptions,
  scopeOptions,
  wholeNumber,
} from '../options.ts';
import type { CommandDefinitions } from './command-definition.ts';

export const askCommands: CommandDefinitions = {
  read: {
    description: 'read a report and answer a question, or open the page (also without “read”)',
    arguments: [
      new Argument('<pdf>', 'the report; read once, then it is in the index'),
      new Argument('[words...]', 'the question; quotes are optional'),
    ],
    options: [
      chapterOption(),
      ...answerOptions,
      jsonOption,
      new Option('-p, --port <number>', "the page's port; 0 takes a free one (default: 8787)").argParser(
        wholeNumber(0, 65_535),
      ),
      new Option('--no-open', 'open no browser'),
      ...ocrOptions,
    ],
    examples: [
      'verse report.pdf "How many jobs are lost?"',
      'verse report.pdf',
      'verse report.pdf --no-open --port 0',
    ],
    load: async () => (await import('../actions/read.ts')).read,
  },
  ask: {
    description: "answer a question with the report's own sentences, each with chapter and page",
    arguments: [new Argument('<question...>', 'the question; quotes are optional')],
    options: [
      ...scopeOptions,
      ...answerOptions,
      jsonOption,
      new Option('--format <name>', 'as another program takes it, with report, year, chapter, pages and link')
        .choices(citationFormats)
        .conflicts('json'),
      ...ocrOptions,
    ],
    examples: [
      'verse ask "How many jobs is Bosch cutting?"',
      'verse ask -c Germany -c France "Which companies were fined?"',
      'verse ask --tag 10-K --year 2019-2022 "How much was spent on research?" --json',
    ],
    load: async () => (await import('../actions/ask.ts')).ask,
  },
  chat: {
    description: 'ask one question after the other; follow-ups are understood from those before',
    options: [...scopeOptions, ...answerOptions, jsonOption],
    notes: `Follow-ups ("and in Poland?", "since when?", "which source?", "more") are
understood from the questions before. In a pipe each line is a question:
  printf 'Who runs Bolt?\\nSince when?\\n' | verse chat --json`,
    examples: ['verse chat', 'verse chat -c Germany'],
    load: async () => (await import('../actions/chat.ts')).chat,
  },
  search: {
    description: 'find the passages that match, best first',
    arguments: [new Argument('<query...>', 'words or a question; quotes are optional')],
    options: [
      ...scopeOptions,
      new Option('-k, --kind <kind>', 'body, note or table; all by default (repeat for more)').argParser(
        collectOneOf(passageKinds),
      ),
      new Option('-n, --limit <count>', 'how many passages, at most 100')
        .argParser(wholeNumber(1, 100))
        .default(10),
      jsonOption,
    ],
    examples: [
      'verse search "Huawei ban" -c Sweden',
      'verse search "research spending" --kind table -n 5 --json',
    ],
    load: async () => (await import('../actions/search.ts')).search,
  },
};
