/** What may stand where a command line is being typed, by the commands' own definitions. Pure. */
import type { Argument, Command, Option } from 'commander';

/** A word, and what it does. */
export interface Candidate {
  word: string;
  about: string;
}

/** What stands in the index, or on the disk. */
export type Lookup = 'documents' | 'tags' | 'chapters' | 'files';

export interface Completion {
  candidates: readonly Candidate[];
  /** What else may stand there, to be looked up. */
  lookup?: Lookup;
}

/** Where the names come from that an argument or the value of an option takes, by its own name. */
const lookups: Readonly<Record<string, Lookup>> = {
  document: 'documents',
  id: 'documents',
  ids: 'documents',
  old: 'documents',
  new: 'documents',
  tag: 'tags',
  tags: 'tags',
  chapter: 'chapters',
  file: 'files',
  files: 'files',
  folder: 'files',
  dir: 'files',
  pdf: 'files',
  text: 'files',
};

const nothing: Completion = { candidates: [] };

/** The first sentence of a description. */
const briefly = (text: string) => text.split(/[:;(]/)[0]?.trim() ?? '';

function findOption(word: string, command: Command, program: Command): Option | undefined {
  const [name] = word.split('=');
  return [...command.options, ...program.options].find(({ short, long }) => name === short || name === long);
}

const takesValue = (option: Option | undefined) =>
  option !== undefined && (option.required || option.optional);

function toCompletion(choices: readonly string[] | undefined, name: string): Completion {
  if (choices !== undefined) return { candidates: choices.map((word) => ({ word, about: '' })) };
  const lookup = lookups[name];
  return lookup === undefined ? nothing : { candidates: [], lookup };
}

function completeValue(option: Option): Completion {
  const own = option.long?.slice(2) ?? '';
  const [, placeholder = ''] = /[<[]([\w-]+)/.exec(option.flags) ?? [];
  return toCompletion(option.argChoices, own in lookups ? own : placeholder);
}

function completeArgument(argument: Argument | undefined): Completion {
  return argument === undefined ? nothing : toCompletion(argument.argChoices, argument.name());
}

function listOptions(command: Command, program: Command): Completion {
  const options = [...new Set([...command.options, ...program.options])].filter(({ hidden }) => !hidden);
  const candidates = options.map(({ long, short, description }) => ({
    word: long ?? short ?? '',
    about: briefly(description),
  }));
  return { candidates: [...candidates, { word: '--help', about: 'display help for command' }] };
}

/** Those that the help lists. */
function listCommands(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ word: one.name(), about: briefly(one.description()) }));
}

/**
 * What may be the last of some words, which is typed up to a point or not at all; all that may stand there, whatever it
 * begins with.
 * @param words those behind `verse`. A shell may hand over "--tag=10-K" as three.
 */
export function completeWords(program: Command, words: readonly string[]): Completion {
  const typed = words.at(-1) ?? '';
  let command = program;
  let operands = 0;
  let pending: Option | undefined;
  for (const word of words.slice(0, -1).filter((one) => one !== '=')) {
    if (pending !== undefined) pending = undefined;
    else if (word.startsWith('-')) {
      const option = findOption(word, command, program);
      if (takesValue(option) && !word.includes('=')) pending = option;
    } else {
      const below = operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (below === undefined) operands += 1;
      else command = below;
    }
  }
  if (pending !== undefined) return completeValue(pending);
  if (typed.startsWith('-')) return listOptions(command, program);
  if (operands === 0 && command.commands.length > 0) {
    const candidates = listCommands(command);
    // A PDF's name stands for the command that reads it.
    return command === program ? { candidates, lookup: 'files' } : { candidates };
  }
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  return completeArgument(registeredArguments[operands] ?? (last?.variadic === true ? last : undefined));
}
