/** `verse report.pdf`: reads a report, if the index does not have it, and answers in the shell or opens the page. */
import type { Assistant } from '../../assistant/assistant.ts';
import { findReport } from '../../assistant/find-report.ts';
import type { Config } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress, refusalOf } from '../ingest-with-progress.ts';
import { toMode, toOcr, toScope, type WriteOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { withAssistant } from '../with-assistant.ts';
import { oneQuestion, printAnswer, toRequest } from './ask.ts';

export interface ReadOptions extends WriteOptions {
  chapter?: string[];
  answerRate?: number;
  json?: true;
  ocr?: boolean;
  open: boolean;
  port?: number;
}

/** All others of the index stay as they are where one of them is refused. */
async function readReport(settings: Config, report: string, terminal: Terminal): Promise<void> {
  const refusal = refusalOf(await ingestWithProgress(settings, [report], terminal));
  if (refusal !== undefined) terminal.err(`${refusal.message}\n`);
}

async function answer(
  { terminal, config }: Session,
  report: string,
  words: readonly string[],
  options: ReadOptions,
): Promise<void> {
  const { answerRate, chatModel, json } = options;
  const settings = config({ answerRate, chatModel, ...toOcr(options) });
  const { id, isKnown } = await findReport(settings, report);
  const request = toRequest(words, { ...toScope({ ...options, document: [id] }), ...toMode(options) });
  if (!isKnown) await readReport(settings, report, terminal);
  const print = (assistant: Assistant) => printAnswer(assistant, request, terminal, json);
  await withAssistant(settings, terminal, print, oneQuestion);
}

async function show(session: Session, report: string, options: ReadOptions): Promise<void> {
  const { terminal, config, openPage } = session;
  const { answerRate, chatModel, port } = options;
  const settings = config({ answerRate, chatModel, port, ...toOcr(options) });
  const { isKnown } = await findReport(settings, report);
  const { runServer, takesUploads } = await import('../run-server.ts');
  const isBeside = !isKnown && takesUploads(settings);
  if (!isKnown && !isBeside) await readReport(settings, report, terminal);
  await runServer(session, settings, {
    reading: isBeside ? report : undefined,
    anyPort: port === undefined,
    onListening: async (address) => {
      if (isBeside) terminal.err(`Reading ${report}; the page shows how far it is.\n`);
      if (options.open && !(await openPage(address))) terminal.err('Open this address in a browser.\n');
    },
  });
}

/** @throws VerseError `bad-input` for `--json` without a question, and as the answer, the ingest and the server do. */
export async function read(
  session: Session,
  report: string,
  words: readonly string[],
  options: ReadOptions,
): Promise<void> {
  if (words.length > 0) return answer(session, report, words, options);
  if (options.json)
    throw new VerseError('bad-input', '--json is for answers.', 'Ask a question behind the file.');
  return show(session, report, options);
}
