/** The command line: the only part that prints, listens and ends the process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { isNamedAsDocument } from '../assistant/document-kinds.ts';
import { loadConfig, loadTokens, packageRoot } from '../config/settings.ts';
import { errorCodes, VerseError } from '../core/errors.ts';
import { readLines } from './chat/line-reader.ts';
import type { Session } from './chat/session.ts';
import { addCommand } from './commands/add.ts';
import { askCommand } from './commands/ask.ts';
import { attackCommand } from './commands/attack.ts';
import { benchCommand } from './commands/bench.ts';
import { chaptersCommand } from './commands/chapters.ts';
import { chatCommand } from './commands/chat.ts';
import { compareCommand } from './commands/compare.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { fuzzCommand } from './commands/fuzz.ts';
import { ingestCommand } from './commands/ingest.ts';
import { listCommand } from './commands/list.ts';
import { mcpCommand } from './commands/mcp.ts';
import { openCommand } from './commands/open.ts';
import { readCommand } from './commands/read.ts';
import { removeCommand } from './commands/remove.ts';
import { renameCommand } from './commands/rename.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { soakCommand } from './commands/soak.ts';
import { tagCommand } from './commands/tag.ts';
import { tuneCommand } from './commands/tune.ts';
import { verifyCommand } from './commands/verify.ts';
import { yearCommand } from './commands/year.ts';
import { openPage } from './open-page.ts';
import { openPdf } from './open-pdf.ts';
import { indexOption } from './options.ts';
import { processTerminal } from './terminal.ts';
import { Interrupted } from './until-interrupted.ts';

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
}

const examples = `
Examples:
  verse report.pdf "How many jobs are lost?"
  verse report.pdf
  verse ask "How much have Chinese R&D investments in Sweden grown since 2013?"
  verse ask --chapter Germany "How many jobs is Bosch cutting?"
  verse verify article.md
  verse ask --tag 10-K --year 2022 "How much did PepsiCo spend on research?"
  verse add ~/reports/annex.pdf --tag annex

Exit codes: 0 done, 1 failed, 2 asked wrongly or for what there is not,
3 some files refused, 100 a figure of verse eval misses its bound, or something
broke under verse attack or fuzz, 130 stopped by Ctrl-C.`;

/** Builds the command without running it. */
export function createProgram(given: Session): Command {
  const program = new Command('verse')
    .description(
      "Answers questions about report PDFs with the report's own sentences, each with chapter and page.",
    )
    .version(given.version)
    .addOption(indexOption())
    .addHelpText('after', examples);
  // The option of all commands, known once the line is read.
  const ofAll = () => program.opts<{ index?: string }>();
  const session: Session = {
    ...given,
    config: (flags) => given.config({ indexDir: ofAll().index, ...flags }),
  };
  const commands = [
    readCommand,
    askCommand,
    chatCommand,
    searchCommand,
    verifyCommand,
    listCommand,
    chaptersCommand,
    compareCommand,
    openCommand,
    addCommand,
    ingestCommand,
    removeCommand,
    renameCommand,
    tagCommand,
    yearCommand,
    serveCommand,
    mcpCommand,
    evalCommand,
    benchCommand,
    soakCommand,
    attackCommand,
    fuzzCommand,
    doctorCommand,
    tuneCommand,
  ];
  for (const create of commands) program.addCommand(create(session));
  for (const command of [program, ...program.commands]) {
    const name = command === program ? 'verse' : `verse ${command.name()}`;
    command.showHelpAfterError(`See ${name} --help.`).exitOverride();
    command.configureOutput({
      writeOut: session.terminal.out,
      writeErr: session.terminal.err,
      getOutHelpWidth: () => session.terminal.width,
      getErrHelpWidth: () => session.terminal.width,
    });
  }
  return program;
}

/** `verse report.pdf …` is `verse read report.pdf …`. */
function withCommand(program: Command, args: readonly string[]): string[] {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--index');
  const operand = args[at] ?? '';
  const isCommand = program.commands.some((command) => command.name() === operand);
  if (isCommand || !isNamedAsDocument(operand)) return [...args];
  return [...args.slice(0, at), 'read', ...args.slice(at)];
}

const usageExit = 2;

/** Runs a command line and returns the exit code. */
export async function runProgram(session: Session, args: readonly string[]): Promise<number> {
  try {
    const program = createProgram(session);
    await program.parseAsync(withCommand(program, args), { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
    if (error instanceof Interrupted) {
      session.terminal.err(`${error.message}\n`);
      return error.exitCode;
    }
    if (!(error instanceof VerseError)) throw error;
    session.terminal.err(`${error.sentence}\n`);
    return errorCodes[error.code].exit;
  }
}

/** The session of this process. */
export function processSession(): Session {
  return {
    terminal: processTerminal(),
    config: (flags) => loadConfig(flags),
    tokens: () => loadTokens(),
    readLines,
    readInput: () => buffer(process.stdin),
    openPdf,
    openPage,
    version: readVersion(),
  };
}

export async function main(): Promise<void> {
  const session = processSession();
  // A closed pipe (`verse search … | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await runProgram(session, process.argv.slice(2));
  } catch (error) {
    // Node would print it as it is, control characters of a file's name included.
    session.terminal.err(`${inspect(error)}\n`);
    process.exit(1);
  }
}
