/** `verse compare`: what changed between two editions of a report. */
import { Command, Option } from 'commander';
import { changeKinds } from '../../wire/kinds.ts';
import type { CompareOptions } from '../actions/compare.ts';
import type { Session } from '../chat/session.ts';
import { chapterOption, collectOneOf, jsonOption, showExamples } from '../options.ts';

export function compareCommand(session: Session): Command {
  return new Command('compare')
    .description('say what changed between two editions of a report, sentence by sentence')
    .argument(
      '<old>',
      'the old edition: its id, a part of its id or title that no other document has, or its file',
    )
    .argument('<new>', 'the new edition, likewise')
    .addOption(chapterOption('compare this chapter, part or section of either only (repeat for more)'))
    .addOption(
      new Option('--only <change>', `${changeKinds.join(', ')} (repeat for more)`).argParser(
        collectOneOf(changeKinds),
      ),
    )
    .addOption(
      new Option('--all', 'list each change, also of two reports that have hardly a sentence in common'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples(
        'verse compare outlook-2025 outlook-2026',
        'verse compare outlook-2025 outlook-2026 -c Germany --only changed',
      ),
    )
    .action(async (before: string, after: string, options: CompareOptions) => {
      const { compare } = await import('../actions/compare.ts');
      await compare(session, before, after, options);
    });
}
