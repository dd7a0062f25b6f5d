/** The commands with their arguments and options, as `--help` has them, in Markdown. Pure. */
import { type Command, Help } from 'commander';
import { code, plainText, renderCode, renderPage, renderTable } from './markdown.ts';

const help = new Help();

/** A description as a sentence. */
function toSentence(text: string): string {
  return plainText(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}

function renderCommand(command: Command): string[] {
  const names = command.registeredArguments.map((argument) => [
    code(help.argumentTerm(argument)),
    plainText(help.argumentDescription(argument)),
  ]);
  const options = help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((option) => [code(help.optionTerm(option)), plainText(help.optionDescription(option))]);
  return [
    ...renderTable(['argument', 'what it is'], names),
    ...renderTable(['option', 'what it does'], options),
  ];
}

/** A command under its heading, and those below it. */
function renderSection(command: Command, above: string): string[] {
  const name = `${above} ${command.name()}`;
  return [
    `${'#'.repeat(name.split(' ').length)} ${name}`,
    toSentence(command.description()),
    renderCode('text', help.commandUsage(command)),
    ...renderCommand(command),
    ...command.commands.flatMap((one) => renderSection(one, name)),
  ];
}

/** A page of the reference. */
export function renderCommands(program: Command): string {
  const commands = help.visibleCommands(program).filter((command) => command.name() !== 'help');
  return renderPage('Commands', [
    `${plainText(help.commandDescription(program))} In a clone, \`npx verse\` stands for \`verse\`. \`verse COMMAND --help\` shows the same in the shell.`,
    ...renderTable(
      ['command', 'what it does'],
      commands.map((command) => [
        `[${code(`verse ${command.name()}`)}](#verse-${command.name()})`,
        plainText(command.description()),
      ]),
    ),
    'Before or after any of them:',
    ...renderCommand(program),
    ...commands.flatMap((command) => renderSection(command, 'verse')),
    '## Exit codes',
    ...renderTable(
      ['code', 'when'],
      [
        ['0', 'done, also when the report does not answer'],
        ['1', 'refused, failed or, in `verse verify`, not supported'],
        ['2', 'asked wrongly, or for what there is not'],
        ['3', 'some files of an ingest refused'],
        [
          '100',
          'a figure of `verse eval` misses its bound, or something broke under `verse attack` or `verse fuzz`',
        ],
        ['130', 'stopped by Ctrl-C'],
      ],
    ),
  ]);
}
