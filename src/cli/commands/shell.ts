/** What a shell needs to complete command lines: a script, and the command that the script asks. */
import { Argument } from 'commander';
import { shells } from '../complete/completion-scripts.ts';
import type { CommandDefinition, CommandDefinitions } from './command-definition.ts';

export const shellCommands: CommandDefinitions = {
  completion: {
    description: 'print a script by which a shell completes commands, options, documents, tags and chapters',
    arguments: [new Argument('<shell>', 'which shell').choices(shells)],
    examples: [
      'eval "$(verse completion bash)"   # in ~/.bashrc',
      'eval "$(verse completion zsh)"    # in ~/.zshrc, after compinit',
      'verse completion fish > ~/.config/fish/completions/verse.fish',
    ],
    load: async () => (await import('../actions/complete.ts')).printScript,
  },
};

/** `verse __complete`, asked by the scripts; not in the help. */
export const completeCommand: CommandDefinition = {
  description: '',
  arguments: [
    new Argument('[words...]', 'those of a command line behind verse, the last as far as it is typed'),
  ],
  load: async () => (await import('../actions/complete.ts')).complete,
};
