/** `verse token`: the named tokens of a server, what each may do, and for how long. */
import { Command, Option } from 'commander';
import type { AddTokenOptions } from '../actions/token.ts';
import type { Session } from '../chat/session.ts';
import { collect, jsonOption, showExamples } from '../options.ts';

function addCommand(session: Session): Command {
  return new Command('add')
    .description('make a token and print it, once: only digests of it are kept')
    .argument('<name>', 'whose it is: in the log, the audit and refusals')
    .addOption(
      new Option('--rights <list>', 'what it may do: ask, add (documents), administer').default('ask'),
    )
    .addOption(
      new Option(
        '--collection <name>',
        'let it see the documents of this collection only (repeat for more)',
      ).argParser(collect),
    )
    .option('--quota <count/time>', 'how many questions: 500/day, 60/hour, 5/minute (default: no limit)')
    .option('--expires <day>', 'the last day on which it is valid, UTC: 2027-06-30 (default: never)')
    .addOption(jsonOption())
    .action(async (name: string, options: AddTokenOptions) => {
      const { addToken } = await import('../actions/token.ts');
      await addToken(session, name, options);
    });
}

function listCommand(session: Session): Command {
  return new Command('list')
    .description('list the tokens: rights, collections, quotas and days; never the tokens themselves')
    .addOption(jsonOption())
    .action(async (options: { json?: true }) => {
      const { listTokens } = await import('../actions/token.ts');
      await listTokens(session, options);
    });
}

function removeCommand(session: Session): Command {
  return new Command('remove')
    .description('take a token back; a running server refuses it from then on')
    .argument('<name>', 'as verse token list has it')
    .action(async (name: string) => {
      const { removeToken } = await import('../actions/token.ts');
      await removeToken(session, name);
    });
}

export function tokenCommand(session: Session): Command {
  const command = new Command('token')
    .description('let several people use one server: tokens with names, rights, collections and quotas')
    .addHelpText(
      'after',
      showExamples(
        'verse token add anna --rights ask,add --quota 500/day',
        'verse token list',
        'verse token remove anna',
      ),
    );
  for (const create of [addCommand, listCommand, removeCommand]) command.addCommand(create(session));
  return command;
}
