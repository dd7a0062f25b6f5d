/** `verse completion`: what a shell needs to complete command lines, and `verse __complete`, which it asks then. */
import { Argument, Command } from 'commander';
import type { Session } from '../chat/session.ts';
import { completionScripts, type Shell, shells } from '../complete/completion-scripts.ts';
import { showExamples } from '../options.ts';

export function completionCommand({ terminal }: Session): Command {
  return new Command('completion')
    .description('print a script by which a shell completes commands, options, documents, tags and chapters')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      showExamples(
        'eval "$(verse completion bash)"   # in ~/.bashrc',
        'eval "$(verse completion zsh)"    # in ~/.zshrc, after compinit',
        'verse completion fish > ~/.config/fish/completions/verse.fish',
      ),
    )
    .action((shell: Shell) => terminal.out(completionScripts[shell]));
}

/** Asked by the scripts; not in the help. */
export function completeCommand(session: Session): Command {
  return new Command('__complete')
    .argument('[words...]', 'those of a command line behind verse, the last as far as it is typed')
    .action(async (words: string[], _: object, command: Command) => {
      const { complete } = await import('../actions/complete.ts');
      await complete(session, command.parent ?? command, words);
    });
}
