/** The commands that measure, attack and fit the program: they need its sources and evals, which a package does not have. */
import { Argument, Option } from 'commander';
import { fittedParts } from '../../assistant/fitted-parts.ts';
import { rankingParts } from '../../search/ranking-parts.ts';
import { familyNames } from '../../workshop/attack/family-names.ts';
import { evalKinds, evalSplits } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { answerRateOption, collect, collectOneOf, jsonOption, wholeNumber } from '../options.ts';
import type { CommandDefinitions } from './command-definition.ts';

/** `--seed`, of attacks and of damaged files. */
const seedOption = (description: string) =>
  new Option('--seed <number>', description).argParser(wholeNumber(0, 2 ** 31)).default(20260601);

export const workshopCommands: CommandDefinitions = {
  eval: {
    description: 'measure the answers against known questions (format: evals/FORMAT.md)',
    arguments: [new Argument('[files...]', 'question files; the questions on the report by default')],
    options: [
      new Option('--split <name>', 'only this split').choices(evalSplits),
      new Option('--kind <kind>', `only ${evalKinds.join(', ')} (repeat for more)`).argParser(
        collectOneOf(evalKinds),
      ),
      new Option(
        '--min <figure=value>',
        'exit with 100 where the figure misses it, as in recall@5=.84 (repeat for more)',
      ).argParser(collect),
      new Option(
        '--out <file>',
        'write a report as its ending says: .json, .md, .html, .xml (JUnit), .trec (run), .txt (qrels) (repeat for more)',
      ).argParser(collect),
      new Option('--keep', 'keep the report for the page at /evals of `verse serve`'),
      new Option('--latency', 'latencies in .md and .html too, which then differ from run to run'),
      new Option('--baselines', 'measure simpler rankings and choices of sentences beside it'),
      new Option(
        '--verify',
        'measure the checking of written sentences instead (format: evals/VERIFY-FORMAT.md)',
      ),
      new Option(
        '--attribution <file>',
        'measure that checking on the claims of a file of AttributionBench instead',
      ),
      new Option(
        '--conversations',
        'measure follow-ups against the same questions asked in full instead, and hold whole conversations; with --reports those about its PDFs too',
      ),
      new Option(
        '--reports <folder>',
        'measure the answers on its PDFs instead, each alone, with the questions beside them (report.jsonl) or in evals/reports, evals/filings, evals/books and evals/lists',
      ),
      new Option('--sheet <file>', 'with --reports: draw 50 answers at random, for a person to judge'),
      new Option('--judged <file>', 'show what readers said of the answers of such a sheet instead'),
      new Option(
        '--structure <folder>',
        'measure what is read of its PDFs instead, against files beside them: chapters and sections (report.toc), text and notes (report.truth.json), or tables (report-str.xml)',
      ),
      new Option(
        '--set-anew [document]',
        'with --structure: first write PDFs with such files into the folder, three designs of this document of the index (of its only one by default)',
      ),
      new Option('--baseline <file>', 'exit with 100 where this run is worse than the one in the file'),
      new Option('--write-baseline <file>', 'keep the scores of this run for --baseline'),
      new Option(
        '--without <part>',
        `leave out a part of the ranking: ${rankingParts.join(', ')} (repeat for more)`,
      ).argParser(collectOneOf(rankingParts)),
      answerRateOption,
      jsonOption,
    ],
    examples: ['verse eval --split dev', 'verse eval --split test --baselines --out docs/evals.md'],
    load: async () => (await import('../actions/eval.ts')).evaluate,
  },
  bench: {
    description: 'measure speed, memory and quality beside the LangChain.js tutorial stack, in two minutes',
    options: [
      new Option('--quick', 'leave out the ingest and the tutorial stack: half a minute'),
      new Option(
        '--scale [passages]',
        'measure growing libraries of generated documents instead, up to 100,000 passages: ten minutes',
      ),
      new Option(
        '--database',
        'with --scale: in databases of its own beside the one of VERSE_STORE, not in folders',
      ),
      jsonOption,
    ],
    examples: ['verse bench --quick', 'verse bench --scale 20000'],
    load: async () => (await import('../actions/bench.ts')).bench,
  },
  tune: {
    description:
      'fit the ranking, the answering models, the premise check and the verifier on the dev split (for developers)',
    options: [
      new Option('--only <part>', 'fit one of the four').choices(fittedParts),
      new Option(
        '--without <input>',
        'print what the verifier scores without one of its inputs ("cloze") too',
      ).implies({ only: 'verifier' }),
      new Option('--cards', 'only bring the cards of the networks up to date with their files').conflicts([
        'only',
        'without',
        'dryRun',
      ]),
      new Option(
        '--reports <folder>',
        'fit the ranking and the answering models over the reports of a folder too, as `verse eval --reports` reads them',
      ),
      new Option('--dry-run', 'print the scores, write nothing'),
    ],
    examples: ['verse tune --only ranking --dry-run'],
    load: async () => (await import('../actions/tune.ts')).tune,
  },
  soak: {
    description:
      'put mixed requests to a server for long, at half of what it can take: memory must stay flat',
    options: [new Option('--minutes <number>', 'how long').argParser(wholeNumber(1, 10_000)).default(30)],
    examples: ['verse soak --minutes 5'],
    load: async () => (await import('../actions/soak.ts')).soak,
  },
  attack: {
    description: 'try to break it, on copies: exit code 100 where an attack is not held',
    arguments: [new Argument('[names...]', `${familyNames.join(', ')}; all by default`)],
    options: [
      seedOption('makes other attacks of the same kinds'),
      new Option('--out <file>', 'write the tables into this Markdown page, as docs/reliability.md'),
      jsonOption,
    ],
    examples: ['verse attack', 'verse attack index pdf --seed 7'],
    load: async () => (await import('../actions/attack.ts')).attack,
  },
  fuzz: {
    description:
      'read hostile PDFs, made with a seed, as an ingest does: exit code 100 where one is not held',
    options: [
      seedOption('damages files otherwise'),
      new Option('--quick', 'sixty of them that take a minute'),
      new Option('--folder <dir>', 'the PDFs of a folder and those below it instead'),
      jsonOption,
    ],
    examples: ['verse fuzz --quick', 'verse fuzz --folder ~/pdfs'],
    load: async () => (await import('../actions/fuzz.ts')).fuzz,
  },
};
