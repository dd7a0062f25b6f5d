/**
 * The commands of `verse`. What each does is loaded when it runs, so that help, completions and a question load nothing of
 * the others.
 */
import { Command } from 'commander';
import { VerseError } from '../core/errors.ts';
import type { Session } from './chat/session.ts';
import { askCommands } from './commands/ask.ts';
import { checkCommands } from './commands/check.ts';
import { createCommand, createCommands } from './commands/command-definition.ts';
import { libraryCommands } from './commands/library.ts';
import { serveCommands } from './commands/serve.ts';
import { completeCommand, shellCommands } from './commands/shell.ts';
import { workshopCommands } from './commands/workshop.ts';
import { indexOption, progressOption } from './options.ts';
import { usualWidth } from './terminal.ts';

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

/** @throws VerseError `bad-input` */
function refuseOutsideClone(command: Command): never {
  const message = `verse ${command.name()} works on the program's own sources, which an installed package does not have.`;
  throw new VerseError('bad-input', message, `In a clone it is \`npm run ${command.name()}\`.`);
}

/** The commands as the help lists them. */
const groups = {
  'Ask:': askCommands,
  'Library:': libraryCommands,
  'Serve:': serveCommands,
  'Check:': checkCommands,
  'Shell:': shellCommands,
  'Workshop:': workshopCommands,
};

/** Builds the command without running it. */
export function createProgram(given: Session): Command {
  const program = new Command('verse')
    .description(
      "Answers questions about report PDFs with the report's own sentences, each with chapter and page.",
    )
    .version(given.version)
    .addOption(indexOption)
    .addOption(progressOption)
    .addHelpText('after', examples);
  // The options of all commands, known once the line is read.
  const ofAll = () => program.opts<{ index?: string; progress?: true }>();
  const session: Session = {
    ...given,
    terminal: {
      ...given.terminal,
      get tellsStages() {
        return given.terminal.tellsStages || ofAll().progress === true;
      },
    },
    config: (flags) => given.config({ indexDir: ofAll().index, ...flags }),
  };
  for (const [heading, commands] of Object.entries(groups)) {
    program.commandsGroup(heading);
    const isLeftOut = commands === workshopCommands && !session.isClone;
    for (const command of createCommands(commands, session)) {
      if (isLeftOut) command.action(() => refuseOutsideClone(command));
      program.addCommand(command, { hidden: isLeftOut });
    }
  }
  program.addCommand(createCommand('__complete', completeCommand, session), { hidden: true });
  program.commandsGroup('Shell:').helpCommand('help [command]', 'show the help of a command');
  const helpWidth = Number.isFinite(session.terminal.width) ? session.terminal.width : usualWidth;
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    const above = command.parent === null || command.parent === program ? '' : `${command.parent.name()} `;
    const name = command === program ? 'verse' : `verse ${above}${command.name()}`;
    command.showHelpAfterError(`See ${name} --help.`).exitOverride();
    command.configureOutput({
      writeOut: session.terminal.out,
      writeErr: session.terminal.err,
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
    });
  }
  return program;
}
