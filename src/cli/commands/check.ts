/** The commands that check: sentences, readings, editions, the installation. */
import { Argument, Option } from 'commander';
import { changeKinds, mostSampledPages } from '../../wire/kinds.ts';
import { chapterOption, collect, collectOneOf, jsonOption, scopeOptions, wholeNumber } from '../options.ts';
import type { CommandDefinitions } from './command-definition.ts';

const pageNumber = wholeNumber(1, 100_000);

export const checkCommands: CommandDefinitions = {
  verify: {
    description: 'check whether the report supports a sentence, or each sentence of a draft, and where',
    arguments: [
      new Argument('<text...>', 'a sentence; or drafts in Markdown or plain text, - for standard input'),
    ],
    options: [
      ...scopeOptions,
      new Option('-p, --page <number>', 'search this page only (repeat for more)').argParser(
        (value, previous: number[] | undefined) => [...(previous ?? []), pageNumber(value)],
      ),
      new Option(
        '--out <file>',
        'write the findings as its ending says: .json, .md, .html (repeat for more)',
      ).argParser(collect),
      jsonOption,
      new Option('--jsonl', 'print a line of JSON for each finding, as it comes').conflicts('json'),
    ],
    notes: `A sentence is held against the places it cites, as in [Germany, p. 84] or
(p. 84), in a draft also by a note [^1] that says so; the options narrow the
search for those that cite none.

Exit codes: 0 all is supported, 1 something is not, 2 asked wrongly.`,
    examples: [
      'verse verify "Bosch is cutting more than 20,000 jobs [Germany, p. 84]."',
      'verse verify article.md --out findings.html',
      'pandoc article.docx -t markdown | verse verify -',
    ],
    load: async () => (await import('../actions/verify.ts')).verify,
  },
  report: {
    description: 'say how well a document was read: chapters, words, notes, tables, what was left out',
    arguments: [new Argument('<document>', 'its id, or its file')],
    options: [
      new Option(
        '--html <file>',
        'also write a page with pictures of sampled pages, what was found drawn on them',
      ),
      new Option('--pages <count>', 'how many pages are sampled, the doubtful ones first (6)').argParser(
        wholeNumber(0, mostSampledPages),
      ),
      new Option('--seed <number>', 'what the others are drawn by (1)').argParser(
        wholeNumber(0, 2 ** 32 - 1),
      ),
      jsonOption,
    ],
    examples: [
      'verse report fragmented-europe-2026',
      'verse report report.pdf --html reading.html --pages 12',
    ],
    load: async () => (await import('../actions/report.ts')).report,
  },
  compare: {
    description: 'say what changed between two editions of a report, sentence by sentence',
    arguments: [
      new Argument(
        '<old>',
        'the old edition: its id, a part of its id or title that no other document has, or its file',
      ),
      new Argument('<new>', 'the new edition, likewise'),
    ],
    options: [
      chapterOption('compare this chapter, part or section of either only (repeat for more)'),
      new Option('--only <change>', `${changeKinds.join(', ')} (repeat for more)`).argParser(
        collectOneOf(changeKinds),
      ),
      new Option('--all', 'list each change, also of two reports that have hardly a sentence in common'),
      jsonOption,
    ],
    examples: [
      'verse compare outlook-2025 outlook-2026',
      'verse compare outlook-2025 outlook-2026 -c Germany --only changed',
    ],
    load: async () => (await import('../actions/compare.ts')).compare,
  },
  doctor: {
    description: 'check the installation, the model files and the index, and say what to do',
    options: [
      new Option('--deep', 'check the sum of each passage, and of every file of a large index'),
      jsonOption,
    ],
    examples: ['verse doctor', 'verse doctor --deep --json'],
    load: async () => (await import('../actions/doctor.ts')).doctor,
  },
};
