/** `verse verify`: checks a written sentence, or a whole draft, against the documents. */
import { Command, Option } from 'commander';
import type { VerifyOptions } from '../actions/verify.ts';
import type { Session } from '../chat/session.ts';
import {
  chapterOption,
  collect,
  documentOption,
  jsonOption,
  showExamples,
  tagOption,
  wholeNumber,
  yearOption,
} from '../options.ts';

export function verifyCommand(session: Session): Command {
  return new Command('verify')
    .description('check whether the report supports a sentence, or each sentence of a draft, and where')
    .argument('<text...>', 'a sentence; or drafts in Markdown or plain text, - for standard input')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(
      new Option('-p, --page <number>', 'search this page only (repeat for more)').argParser(
        (value: string, previous: number[] | undefined) => [
          ...(previous ?? []),
          wholeNumber(1, 100_000)(value),
        ],
      ),
    )
    .addOption(
      new Option(
        '--out <file>',
        'write the findings as its ending says: .json, .md, .html (repeat for more)',
      ).argParser(collect),
    )
    .addOption(jsonOption())
    .addOption(new Option('--jsonl', 'print a line of JSON for each finding, as it comes').conflicts('json'))
    .addHelpText(
      'after',
      `
A sentence is held against the places it cites, as in [Germany, p. 84] or
(p. 84), in a draft also by a note [^1] that says so; the options narrow the
search for those that cite none.

Exit codes: 0 all is supported, 1 something is not, 2 asked wrongly.`,
    )
    .addHelpText(
      'after',
      showExamples(
        'verse verify "Bosch is cutting more than 20,000 jobs [Germany, p. 84]."',
        'verse verify article.md --out findings.html',
        'pandoc article.docx -t markdown | verse verify -',
      ),
    )
    .action(async (words: string[], options: VerifyOptions) => {
      const { verify } = await import('../actions/verify.ts');
      await verify(session, words, options);
    });
}
