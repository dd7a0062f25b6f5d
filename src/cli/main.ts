/** The command line: the only part that prints, listens and ends the process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { thisInstallation } from '../config/folders.ts';
import { loadConfig, loadTokens, packageRoot } from '../config/settings.ts';
import { errorCodes, VerseError } from '../core/errors.ts';
import { readLines } from './chat/line-reader.ts';
import type { Session } from './chat/session.ts';
import { createProgram } from './create-program.ts';
import { openPage } from './open-page.ts';
import { openPdf } from './open-pdf.ts';
import { processTerminal } from './terminal.ts';
import { Interrupted } from './until-interrupted.ts';

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
}

/** `verse report.pdf …` is `verse read report.pdf …`. */
async function withCommand(program: Command, args: readonly string[]): Promise<string[]> {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--index');
  const operand = args[at] ?? '';
  const isCommand = program.commands.some((command) => command.name() === operand);
  if (isCommand || operand === '') return [...args];
  const { isNamedAsDocument } = await import('../assistant/document-kinds.ts');
  if (!isNamedAsDocument(operand)) return [...args];
  return [...args.slice(0, at), 'read', ...args.slice(at)];
}

const usageExit = 2;

/** Runs a command line and returns the exit code. */
export async function runProgram(session: Session, args: readonly string[]): Promise<number> {
  try {
    const program = createProgram(session);
    await program.parseAsync(await withCommand(program, args), { from: 'user' });
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
    isClone: thisInstallation.isClone,
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
