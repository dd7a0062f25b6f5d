/** Reads scripted conversations: JSON Lines with a conversation a line, as described in evals/FORMAT.md. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { evalSplits } from '../questions/eval-kinds.ts';
import { holdAgainst, parseJsonLines } from '../read-json-lines.ts';

/** What a turn is to be met with. */
const expectations = [
  'answer',
  'refused',
  'page',
  'source',
  'again',
  'chapters',
  'abilities',
  'greeting',
  'thanks',
] as const;

const text = z.string().trim().min(1, 'is empty');

const turnSchema = z.object({
  question: text,
  /** The turn asked in full; absent where it stands alone. */
  standalone: text.optional(),
  expect: z.enum(expectations),
  /** Snippets of the document, letter for letter: a right answer holds one of them. */
  evidence: z.array(text).default([]),
  /** The pages of the evidence, counted from 1 in the file; or those that an answer must name. */
  pages: z.array(z.number().int().min(1)).default([]),
});

const chatSchema = z.object({
  id: text,
  split: z.enum(evalSplits).optional(),
  /** The file's name of the document that is spoken of. */
  document: text,
  turns: z.array(turnSchema).min(1),
});

export type ChatTurn = z.infer<typeof turnSchema>;
export type Chat = z.infer<typeof chatSchema>;

const hint = 'The format is in evals/FORMAT.md.';

/** Whether a file's first line is a conversation rather than a question. */
export const holdsChats = (content: string): boolean => /^\s*\{[^\n]*"turns"\s*:/.test(content);

/** @throws VerseError `bad-input` naming file, line and what is wrong. */
export function parseChats(content: string, name: string): Chat[] {
  return parseJsonLines(content, name, hint).map(({ value, line }) =>
    holdAgainst(chatSchema, value, `${name}, line ${line}`, hint),
  );
}

/** The conversations of a file; none where it holds questions or cannot be read. @throws VerseError `bad-input`. */
export async function readChats(path: string): Promise<Chat[]> {
  const content = await readFile(path, 'utf8').catch(() => '');
  return holdsChats(content) ? parseChats(content, path) : [];
}
