/** `verse report`: how well a document was read. */
import { Command, Option } from 'commander';
import { mostSampledPages } from '../../wire/kinds.ts';
import type { ReportOptions } from '../actions/report.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples, wholeNumber } from '../options.ts';

export function reportCommand(session: Session): Command {
  return new Command('report')
    .description('say how well a document was read: chapters, words, notes, tables, what was left out')
    .argument('<document>', 'its id, or its file')
    .addOption(
      new Option(
        '--html <file>',
        'also write a page with pictures of sampled pages, what was found drawn on them',
      ),
    )
    .addOption(
      new Option('--pages <count>', 'how many pages are sampled, the doubtful ones first (6)').argParser(
        wholeNumber(0, mostSampledPages),
      ),
    )
    .addOption(
      new Option('--seed <number>', 'what the others are drawn by (1)').argParser(
        wholeNumber(0, 2 ** 32 - 1),
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples(
        'verse report fragmented-europe-2026',
        'verse report report.pdf --html reading.html --pages 12',
      ),
    )
    .action(async (name: string, options: ReportOptions) => {
      const { report } = await import('../actions/report.ts');
      await report(session, name, options);
    });
}
