/** The manual page, `man verse`: the commands with their arguments, options and examples, as troff with the macros of man(7). Pure. */
import { type Command, Help } from 'commander';

const help = new Help();

/** Text that troff sets as it is: no escapes, no requests, no dashes turned into hyphens. */
function toText(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}

/** An item and what it is. */
function renderItem(term: string, about: string): string {
  return `.TP\n.B ${toText(term)}\n${toText(about)}`;
}

function renderOptions(command: Command): string[] {
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((option) => renderItem(help.optionTerm(option), help.optionDescription(option)));
}

/** What stands below the options in `--help`: notes and examples, line by line. */
function renderNotes(notes: string): string[] {
  const text = notes.trim();
  return text === '' ? [] : ['.PP', '.nf', toText(text), '.fi'];
}

/** The part of a command's help below its options. */
function notesOf(command: Command): string {
  const printed: string[] = [];
  const { writeOut } = command.configureOutput();
  command.configureOutput({ writeOut: (text) => void printed.push(text) }).outputHelp();
  command.configureOutput({ ...(writeOut && { writeOut }) });
  // The first piece is what commander makes of the definition.
  return printed.slice(1).join('').trim();
}

function renderCommand(command: Command, prefix: string): string[] {
  const name = `${prefix} ${command.name()}`;
  const below = command.commands.filter((one) => one.name() !== 'help');
  const items = [
    ...command.registeredArguments.map((one) => renderItem(one.name(), help.argumentDescription(one))),
    ...renderOptions(command),
  ];
  return [
    `.SS ${toText(name)}`,
    toText(`${command.description()}.`),
    '.PP',
    `.B ${toText(below.length > 0 ? `${name} ${below.map((one) => one.name()).join(' | ')}` : `${name} ${command.usage()}`)}`,
    ...items,
    ...renderNotes(notesOf(command)),
    ...below.flatMap((one) => renderCommand(one, name)),
  ];
}

/** The page. */
export function renderMan(program: Command): string {
  const commands = help.visibleCommands(program).filter((command) => command.name() !== 'help');
  return `${[
    `.\\" Made by \`npm run docs\` of the source: change it there.`,
    `.TH VERSE 1 "" "Chapter & Verse"`,
    '.SH NAME',
    'verse \\- answers questions about report PDFs with their own sentences',
    '.SH SYNOPSIS',
    '.B verse',
    '[options] command',
    '.br',
    '.B verse',
    'report.pdf [question]',
    '.SH DESCRIPTION',
    toText(help.commandDescription(program)),
    '.SH OPTIONS',
    ...renderOptions(program),
    '.SH COMMANDS',
    ...commands.flatMap((command) => renderCommand(command, 'verse')),
    '.SH EXAMPLES AND EXIT CODES',
    ...renderNotes(notesOf(program)),
  ].join('\n')}\n`;
}
