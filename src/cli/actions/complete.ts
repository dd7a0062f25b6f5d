/** `verse completion`: a script for a shell; `verse __complete`, which it asks: the words that may follow. */
import type { Command } from 'commander';
import { namesOfIndex } from '../../assistant/names-of-index.ts';
import { VerseError } from '../../core/errors.ts';
import type { Session } from '../chat/session.ts';
import { type Candidate, completeWords, type Lookup } from '../complete/complete-words.ts';
import { completionScripts, type Shell } from '../complete/completion-scripts.ts';

export function printScript({ terminal }: Session, shell: Shell): void {
  terminal.out(completionScripts[shell]);
}

/** A word as it is meant: a shell hands over an open quotation mark and its own escapes. */
const unquote = (word: string) => word.replace(/^["']/, '').replace(/\\(.)/g, '$1');

/** What the index has; nothing where it cannot be read, since nobody sees a reason. */
async function lookUp(
  { config }: Session,
  lookup: Exclude<Lookup, 'files'>,
  indexDir: string | undefined,
): Promise<Candidate[]> {
  try {
    return await namesOfIndex(config(indexDir === undefined ? {} : { indexDir }), lookup);
  } catch (error) {
    if (error instanceof VerseError) return [];
    throw error;
  }
}

/** The folder that `--index` names among words that are typed: "--index DIR", "--index=DIR", in bash "--index", "=", "DIR". */
export function findIndexDir(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--index' || word.startsWith('--index='));
  const [option = '', ...rest] = at < 0 ? [] : words.slice(at);
  return option.includes('=') ? option.slice(option.indexOf('=') + 1) : rest.find((word) => word !== '=');
}

export async function complete(
  session: Session,
  given: readonly string[],
  _: object,
  command: Command,
): Promise<void> {
  const program = command.parent ?? command;
  const words = given.map(unquote);
  const { candidates, lookup } = completeWords(program, words);
  const indexDir = findIndexDir(words.slice(0, -1));
  const known = lookup === undefined || lookup === 'files' ? [] : await lookUp(session, lookup, indexDir);
  const last = words.at(-1) ?? '';
  const typed = last === '=' ? '' : last.toLowerCase();
  const lines = [...candidates, ...known]
    .filter(({ word }) => word.toLowerCase().startsWith(typed))
    .map(({ word, about }) => `${word}\t${about.replace(/\s+/g, ' ')}\n`);
  session.terminal.out([...lines, ...(lookup === 'files' ? [':files\n'] : [])].join(''));
}
