/** `verse eval`: measures the answers against known questions. */
import { Command, Option } from 'commander';
import { rankingParts } from '../../search/ranking-parts.ts';
import { evalKinds, evalSplits } from '../../workshop/evaluate/questions/eval-kinds.ts';
import type { EvalOptions } from '../actions/eval.ts';
import type { Session } from '../chat/session.ts';
import { answerRateOption, collect, collectOneOf, jsonOption, showExamples } from '../options.ts';

export function evalCommand(session: Session): Command {
  return new Command('eval')
    .description('measure the answers against known questions (format: evals/FORMAT.md)')
    .argument('[files...]', 'question files; the questions on the report by default')
    .addOption(new Option('--split <name>', 'only this split').choices(evalSplits))
    .addOption(
      new Option('--kind <kind>', `only ${evalKinds.join(', ')} (repeat for more)`).argParser(
        collectOneOf(evalKinds),
      ),
    )
    .addOption(
      new Option(
        '--min <figure=value>',
        'exit with 100 where the figure misses it, as in recall@5=.84 (repeat for more)',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--out <file>',
        'write a report as its ending says: .json, .md, .html, .xml (JUnit), .trec (run), .txt (qrels) (repeat for more)',
      ).argParser(collect),
    )
    .option('--keep', 'keep the report for the page at /evals of `verse serve`')
    .option('--latency', 'latencies in .md and .html too, which then differ from run to run')
    .option('--baselines', 'measure simpler rankings and choices of sentences beside it')
    .option('--verify', 'measure the checking of written sentences instead (format: evals/VERIFY-FORMAT.md)')
    .option(
      '--attribution <file>',
      'measure that checking on the claims of a file of AttributionBench instead',
    )
    .option(
      '--conversations',
      'measure follow-ups against the same questions asked in full instead, and hold whole conversations; with --reports those about its PDFs too',
    )
    .option(
      '--reports <folder>',
      'measure the answers on its PDFs instead, each alone, with the questions beside them (report.jsonl) or in evals/reports',
    )
    .option('--sheet <file>', 'with --reports: draw 50 answers at random, for a person to judge')
    .option('--judged <file>', 'show what readers said of the answers of such a sheet instead')
    .option(
      '--structure <folder>',
      'measure what is read of its PDFs instead, against files beside them: chapters and sections (report.toc), text and notes (report.truth.json), or tables (report-str.xml)',
    )
    .option('--baseline <file>', 'exit with 100 where this run is worse than the one in the file')
    .option('--write-baseline <file>', 'keep the scores of this run for --baseline')
    .addOption(
      new Option(
        '--without <part>',
        `leave out a part of the ranking: ${rankingParts.join(', ')} (repeat for more)`,
      ).argParser(collectOneOf(rankingParts)),
    )
    .addOption(answerRateOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples('verse eval --split dev', 'verse eval --split test --baselines --out docs/evals.md'),
    )
    .action(async (files: string[], options: EvalOptions) => {
      const { evaluate } = await import('../actions/eval.ts');
      await evaluate(session, files, options);
    });
}
