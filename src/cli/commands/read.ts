/** `verse report.pdf`: reads a report, if the index does not have it, and answers in the shell or opens the page. */
import { Command, Option } from 'commander';
import { findReport } from '../../assistant/find-report.ts';
import { VerseError } from '../../core/errors.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress, refusalOf } from '../ingest-with-progress.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  jsonOption,
  ocrOptions,
  toMode,
  toOcr,
  toScope,
  type WriteOptions,
  wholeNumber,
  writeOption,
} from '../options.ts';
import { runServer, takesUploads } from '../run-server.ts';
import { printAnswer, toRequest } from './ask.ts';

interface ReadOptions extends WriteOptions {
  chapter?: string[];
  answerRate?: number;
  json?: true;
  ocr?: boolean;
  open: boolean;
  port?: number;
}

export function readCommand(session: Session): Command {
  const { terminal, config, openPage } = session;

  /** All others of the index stay as they are where one of them is refused. */
  async function read(settings: ReturnType<typeof config>, report: string): Promise<void> {
    const refusal = refusalOf(await ingestWithProgress(settings, [report], terminal));
    if (refusal !== undefined) terminal.err(`${refusal.message}\n`);
  }

  async function answer(report: string, words: readonly string[], options: ReadOptions): Promise<void> {
    const { answerRate, chatModel, json } = options;
    const settings = config({ answerRate, chatModel, ...toOcr(options) });
    const { id, isKnown } = await findReport(settings, report);
    const request = toRequest(words, { ...toScope({ ...options, document: [id] }), ...toMode(options) });
    if (!isKnown) await read(settings, report);
    const assistant = await openOrIngest(settings, terminal);
    try {
      await printAnswer(assistant, request, terminal, json);
    } finally {
      await assistant.close();
    }
  }

  async function show(report: string, options: ReadOptions): Promise<void> {
    const { answerRate, chatModel, port } = options;
    const settings = config({ answerRate, chatModel, port, ...toOcr(options) });
    const { isKnown } = await findReport(settings, report);
    const isBeside = !isKnown && takesUploads(settings);
    if (!isKnown && !isBeside) await read(settings, report);
    await runServer(session, settings, {
      reading: isBeside ? report : undefined,
      anyPort: port === undefined,
      onListening: async (address) => {
        if (isBeside) terminal.err(`Reading ${report}; the page shows how far it is.\n`);
        if (options.open && !(await openPage(address))) terminal.err('Open this address in a browser.\n');
      },
    });
  }

  const command = new Command('read')
    .description('read a report and answer a question, or open the page (also without “read”)')
    .argument('<pdf>', 'the report; read once, then it is in the index')
    .argument('[words...]', 'the question; quotes are optional')
    .addOption(chapterOption())
    .addOption(answerRateOption())
    .addOption(writeOption())
    .addOption(chatModelOption())
    .addOption(jsonOption())
    .addOption(
      new Option('-p, --port <number>', "the page's port; 0 takes a free one (default: 8787)").argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .option('--no-open', 'open no browser')
    .action(async (report: string, words: string[], options: ReadOptions) => {
      if (words.length > 0) return answer(report, words, options);
      if (options.json)
        throw new VerseError('bad-input', '--json is for answers.', 'Ask a question behind the file.');
      return show(report, options);
    });
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}
