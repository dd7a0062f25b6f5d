/** What a command takes and what its help says, as data; what it does is loaded when it runs. */
import { type Argument, Command, type Option } from 'commander';
import type { Session } from '../chat/session.ts';

export interface CommandDefinition {
  /** What it does, as the list of commands says it. */
  description: string;
  arguments?: readonly Argument[];
  options?: readonly Option[];
  /** What else its help says, above the examples. */
  notes?: string;
  /** Lines of a shell that its help ends with. */
  examples?: readonly string[];
  /** Commands below it: "add" of `verse token add`. */
  commands?: CommandDefinitions;
  /** What it does, given its arguments, its options and the command itself, in this order; a command of others has none. */
  load?: () => Promise<(session: Session, ...given: never[]) => Promise<void> | void>;
}

/** By name, as the help lists them. */
export type CommandDefinitions = Readonly<Record<string, CommandDefinition>>;

export function createCommand(name: string, definition: CommandDefinition, session: Session): Command {
  const { description, notes, examples = [], commands = {}, load } = definition;
  const command = new Command(name).description(description);
  for (const argument of definition.arguments ?? []) command.addArgument(argument);
  for (const option of definition.options ?? []) command.addOption(option);
  if (notes !== undefined) command.addHelpText('after', `\n${notes}`);
  if (examples.length > 0) command.addHelpText('after', `\nExamples:\n  ${examples.join('\n  ')}`);
  for (const below of createCommands(commands, session)) command.addCommand(below);
  return load === undefined
    ? command
    : command.action(async (...given) => (await load())(session, ...(given as never[])));
}

export function createCommands(definitions: CommandDefinitions, session: Session): Command[] {
  return Object.entries(definitions).map(([name, one]) => createCommand(name, one, session));
}
