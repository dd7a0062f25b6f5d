/** Options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
import { answerRateError, answerRates } from '../core/answer-rate.ts';
import type { AskRequest } from '../wire/types.ts';

/** For a repeatable option. */
export function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

/** As `collect`, with a fixed choice of values. */
export function collectOneOf<Choice extends string>(choices: readonly Choice[]) {
  return (value: string, previous: Choice[] | undefined): Choice[] => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return [...(previous ?? []), chosen];
  };
}

/** `--chapter NAME`, repeatable; also a part or section, by its title or the way to it. */
export const chapterOption = (
  description = 'search this chapter, part or section only: Germany, "Germany > Financing" (repeat for more)',
) => new Option('-c, --chapter <name>', description).argParser(collect);

/** `--document ID`, repeatable. */
export const documentOption = (description = 'search this document only (repeat for more)') =>
  new Option('-d, --document <id>', description).argParser(collect);

/** `--tag NAME`, repeatable: documents with any of them. */
export const tagOption = (description = 'search documents with this tag only (repeat for more)') =>
  new Option('-t, --tag <name>', description).argParser(collect);

/** "2022". @throws InvalidArgumentError */
export function oneYear(value: string): number {
  if (/^[12]\d{3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a year of four digits: 2022.');
}

/** The most years that one `--year` names. */
const longestYears = 200;

/** "2022", or "2019-2022" for each of them. @throws InvalidArgumentError */
function collectYears(value: string, previous: number[] | undefined): number[] {
  const [, first = '', last = first] = /^(\d{4})(?:[-–](\d{4}))?$/.exec(value.trim()) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || count < 1 || count > longestYears) {
    throw new InvalidArgumentError('It must be a year or a range of years: 2022, 2019-2022.');
  }
  return [...(previous ?? []), ...Array.from({ length: count }, (_, index) => Number(first) + index)];
}

/** `--year YEAR` or `--year FIRST-LAST`, repeatable: documents of any of them. */
export const yearOption = (
  description = 'search documents of this year only: 2022, 2019-2022 (repeat for more)',
) => new Option('-y, --year <year>', description).argParser(collectYears);

/** What is searched. */
export const scopeOptions = [chapterOption(), documentOption(), tagOption(), yearOption()];

/** `--index DIR`, as the setting `indexDir`; before or behind any command. */
export const indexOption = new Option('--index <folder>', 'where the index is kept (default: VERSE_INDEX)');

/** `--progress`, before or behind any command. */
export const progressOption = new Option(
  '--progress',
  'where standard error is no terminal, tell each stage of long work in a line (as VERSE_PROGRESS=lines)',
);

/** `--queue` and `--wait`, for files that workers are to read. */
export const queueOptions = [
  new Option('--queue', 'put the files into the queue of the database, for verse work to read, and return'),
  new Option('--wait', 'with --queue: return when they are read').implies({ queue: true }),
];

export const jsonOption = new Option('--json', 'print JSON');

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** `--answer-rate SHARE`, as the setting `answerRate`. */
export const answerRateOption = new Option(
  '--answer-rate <share>',
  `answer this share of the questions with an answer, ${answerRates.least} to ${answerRates.most} (default: ${answerRates.usual}); the lower, the more questions without one are refused`,
).argParser((value) => {
  const share = /^0?\.\d+$/.test(value) ? Number(value) : Number.NaN;
  if (share >= answerRates.least && share <= answerRates.most) return share;
  throw new InvalidArgumentError(`It is ${answerRateError}.`);
});

/** `--ocr` and `--no-ocr`, as the setting `ocr`. */
export const ocrOptions = [
  new Option('--ocr', 'read pages without text by OCR; refuse to begin where it is not installed'),
  new Option('--no-ocr', 'leave pages without text unread (default: they are read where OCR is installed)'),
];

/** The setting, if one of them was given. */
export function toOcr({ ocr }: { ocr?: boolean }): { ocr?: 'on' | 'off' } {
  return ocr === undefined ? {} : { ocr: ocr ? 'on' : 'off' };
}

/** How it answers: `--answer-rate`, `--write`, and `--chat-model PROVIDER:MODEL` as the setting `chatModel`. */
export const answerOptions = [
  answerRateOption,
  new Option('--write', 'have the configured chat model write the answer, checked sentence by sentence'),
  new Option('--chat-model <name>', 'the model that writes, such as ollama:qwen3:4b; implies --write'),
];

export interface WriteOptions {
  write?: true;
  chatModel?: string;
}

/** The mode of a request, if one was chosen: naming a model means that it should write. */
export function toMode({ write, chatModel }: WriteOptions): { mode?: 'generate' } {
  return write === true || chatModel !== undefined ? { mode: 'generate' } : {};
}

export interface ScopeOptions {
  chapter?: string[];
  document?: string[];
  tag?: string[];
  year?: number[];
}

/** The scope of a request; absent options are left out. */
export function toScope({
  chapter,
  document,
  tag,
  year,
}: ScopeOptions): Pick<AskRequest, 'chapters' | 'documents' | 'tags' | 'years'> {
  return {
    ...(chapter && { chapters: chapter }),
    ...(document && { documents: document }),
    ...(tag && { tags: tag }),
    ...(year && { years: year }),
  };
}
