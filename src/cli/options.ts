/** Options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';

function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

/** `--chapter NAME`, any number of times. */
export const chapterOption = () =>
  new Option('-c, --chapter <name>', 'search this chapter only (repeat for more)').argParser(collect);

/** `--document ID`, any number of times. */
export const documentOption = () =>
  new Option('-d, --document <id>', 'search this document only (repeat for more)').argParser(collect);

export const jsonOption = () => new Option('--json', 'print JSON');

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

export interface ScopeOptions {
  chapter?: string[];
  document?: string[];
}

/** The scope of a request, without fields that were not given. */
export function toScope({ chapter, document }: ScopeOptions): { chapters?: string[]; documents?: string[] } {
  return { ...(chapter && { chapters: chapter }), ...(document && { documents: document }) };
}
