/** Tells drafts from a sentence among the arguments of `verse verify`, and reads them. */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DraftFormat } from '../claims/draft/read-draft.ts';
import { VerseError } from '../core/errors.ts';

export interface DraftFile {
  /** As it was named; `stdin` for `-`. */
  file: string;
  text: string;
  format: DraftFormat;
}

/** In bytes: a book of a thousand pages has fewer. */
const longestDraft = 5_000_000;

const endings = new Set(['.md', '.markdown', '.txt', '.text']);

const find = (name: string) => stat(name).catch(() => undefined);
const isFile = async (name: string) => (await find(name))?.isFile() === true;
const isFolder = async (name: string) => (await find(name))?.isDirectory() === true;

/** A name that ends as a draft's does is one, also where the file is not there: a sentence does not end so. */
async function isDraft(name: string): Promise<boolean> {
  return name === '-' || (endings.has(extname(name).toLowerCase()) && !/\s/.test(name)) || isFile(name);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const what = isGone ? 'there is no such file' : 'it cannot be read';
    throw new VerseError('bad-input', `${file}: ${what}.`, 'Name a draft in Markdown or plain text.', {
      cause,
    });
  }
}

function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length > longestDraft) {
    const size = (bytes.length / 1e6).toFixed(1);
    throw new VerseError(
      'bad-input',
      `${file}: ${size} MB, and a draft has 5 MB at most.`,
      'Check it in parts.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below, with what to do.
  }
  throw new VerseError(
    'bad-input',
    `${file}: not a text in UTF-8.`,
    'Save the draft as Markdown or plain text.',
  );
}

/**
 * The drafts that all the arguments name, or undefined where they are a sentence.
 * @throws VerseError `bad-input` for a file that is not there, a folder, a draft among other words, or no text.
 */
export async function readDrafts(
  names: readonly string[],
  readInput: () => Promise<Uint8Array>,
): Promise<DraftFile[] | undefined> {
  const are = await Promise.all(names.map(isDraft));
  const [name] = names;
  if (names.length === 1 && name !== undefined && (await isFolder(name)))
    throw new VerseError('bad-input', `${name}: this is a folder.`, 'Name the drafts in it.');
  if (are.includes(false)) {
    const draft = names.find((one, at) => are[at] === true && endings.has(extname(one).toLowerCase()));
    if (draft === undefined) return undefined;
    const hint = 'Name drafts alone, or one sentence in quotation marks.';
    throw new VerseError('bad-input', `${draft}: a draft among other words.`, hint);
  }
  const drafts: DraftFile[] = [];
  for (const one of names) {
    const file = one === '-' ? 'stdin' : one;
    const text = decode(file, one === '-' ? await readInput() : await readBytes(one));
    drafts.push({ file, text, format: /^\.te?xt$/i.test(extname(one)) ? 'text' : 'markdown' });
  }
  return drafts;
}
