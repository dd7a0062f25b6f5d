/** The commands that keep the documents: what is there, what comes and goes, what is set by hand. */
import { Argument, Option } from 'commander';
import {
  collect,
  documentOption,
  jsonOption,
  ocrOptions,
  oneYear,
  queueOptions,
  tagOption,
  wholeNumber,
  yearOption,
} from '../options.ts';
import type { CommandDefinitions } from './command-definition.ts';

const listedTags = tagOption('list documents with this tag only (repeat for more)');
const listedYears = yearOption('list documents of this year only: 2022, 2019-2022 (repeat for more)');
const strictOption = new Option('--strict', 'leave the index as it is where one file is refused');
const documentId = new Argument('<id>', 'as verse list has it');

export const libraryCommands: CommandDefinitions = {
  list: {
    description: 'list the documents with their titles, years, pages, chapters and tags',
    options: [
      listedTags,
      listedYears,
      new Option('--collection <name>', 'list documents of this collection only'),
      jsonOption,
    ],
    examples: ['verse list --tag 10-K', 'verse list --year 2019-2022 --json'],
    load: async () => (await import('../actions/list.ts')).list,
  },
  chapters: {
    description: 'list the documents and their chapters with pages',
    options: [
      documentOption('list this document only (repeat for more)'),
      listedTags,
      listedYears,
      jsonOption,
    ],
    examples: ['verse chapters', 'verse chapters -d fragmented-europe-2026 --json'],
    load: async () => (await import('../actions/chapters.ts')).chapters,
  },
  add: {
    description: 'read PDFs into the index beside the documents that it has',
    arguments: [new Argument('<files...>', 'PDF files')],
    options: [
      tagOption('tag them so (repeat for more)'),
      new Option('-y, --year <year>', 'set the year that they are of').argParser(oneYear),
      new Option('--collection <name>', 'put them into this collection, by which tokens see them'),
      strictOption,
      jsonOption,
      ...ocrOptions,
      ...queueOptions,
    ],
    examples: ['verse add ~/filings/*.pdf --tag 10-K --year 2022', 'verse add annex.pdf --strict --json'],
    load: async () => (await import('../actions/add.ts')).add,
  },
  ingest: {
    description: 'read PDFs into the index; without files, every PDF in the corpus folder',
    arguments: [new Argument('[files...]', 'PDF files')],
    options: [strictOption, jsonOption, ...ocrOptions, ...queueOptions],
    notes: `Files that cannot be read are left out and named, and the exit code is 3. A
document whose file is gone stays until verse remove takes it out. Ctrl-C stops
it: the index stays as it was, and the exit code is 130. VERSE_OCR_LANGUAGES
names the languages of scans: eng+deu.`,
    examples: ['verse ingest', 'verse ingest report.pdf --no-ocr'],
    load: async () => (await import('../actions/ingest.ts')).ingest,
  },
  work: {
    description: 'read documents from the queue of the database into its index, until it is stopped',
    options: [new Option('--once', 'end when nothing is left to take'), jsonOption, ...ocrOptions],
    notes: `Start as many as there are machines for: each document is read by one of them.
A worker that ends, however it does, leaves its document to the others. What
fails stays in the queue with its reason, see verse queue; with --once the exit
code is 3 then.`,
    examples: ['verse work', 'verse work --once --json'],
    load: async () => (await import('../actions/work.ts')).work,
  },
  queue: {
    description: 'list the documents that wait to be read by verse work, and what failed',
    options: [
      new Option('--retry', 'let those that failed wait again'),
      new Option('--clear', 'take off what failed and what is done'),
      jsonOption,
    ],
    examples: ['verse queue --json', 'verse queue --retry'],
    load: async () => (await import('../actions/queue.ts')).queue,
  },
  remove: {
    description: 'take documents out of the index; files in the corpus folder go to its folder .removed',
    arguments: [new Argument('<ids...>', 'as verse list has them')],
    options: [jsonOption],
    examples: ['verse remove outlook-2025'],
    load: async () => (await import('../actions/remove.ts')).remove,
  },
  rename: {
    description: "set a document's title by hand; later ingests keep it",
    arguments: [documentId, new Argument('[title...]', 'the title; quotes are optional')],
    options: [new Option('--printed', 'take the printed title again'), jsonOption],
    examples: ['verse rename outlook-2026 Outlook 2026', 'verse rename outlook-2026 --printed'],
    load: async () => (await import('../actions/set-by-hand.ts')).rename,
  },
  tag: {
    description: 'tag a document by hand, for --tag to find it; later ingests keep its tags',
    arguments: [documentId, new Argument('[tags...]', 'to be added to those that it has')],
    options: [
      new Option('-r, --remove <tag>', 'take this tag off (repeat for more)').argParser(collect),
      jsonOption,
    ],
    examples: ['verse tag pepsico-2022 10-K drinks', 'verse tag pepsico-2022 --remove drinks'],
    load: async () => (await import('../actions/set-by-hand.ts')).changeTags,
  },
  year: {
    description: 'set the year that a document is of by hand; later ingests keep it',
    arguments: [documentId, new Argument('[year]', 'with four digits').argParser(oneYear)],
    options: [new Option('--printed', 'take the year that is read of the document again'), jsonOption],
    examples: ['verse year pepsico-2022 2022', 'verse year pepsico-2022 --printed'],
    load: async () => (await import('../actions/set-by-hand.ts')).changeYear,
  },
  collection: {
    description: 'put a document into a collection, by which tokens see it; later ingests keep it',
    arguments: [documentId, new Argument('[name]', 'the collection; a document is in one at most')],
    options: [
      new Option('--none', 'take it out of its collection: only tokens that see all documents see it then'),
      jsonOption,
    ],
    examples: ['verse collection outlook-2026 trade', 'verse collection outlook-2026 --none'],
    load: async () => (await import('../actions/set-by-hand.ts')).changeCollection,
  },
  open: {
    description: "open a document's PDF; without a viewer, say where it is",
    arguments: [documentId],
    options: [
      new Option('-p, --page <number>', 'counted from 1 in the file')
        .argParser(wholeNumber(1, 100_000))
        .default(1),
      jsonOption,
    ],
    examples: ['verse open fragmented-europe-2026 --page 84'],
    load: async () => (await import('../actions/open.ts')).open,
  },
};
