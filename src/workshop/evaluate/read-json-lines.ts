/** Reads the files of evals: JSON Lines, each line held against a schema. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { VerseError } from '../../core/errors.ts';

/** @throws VerseError `cannot-read` with what to do. */
export async function readText(path: string, hint: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const problem = code === 'ENOENT' ? 'no such file' : code;
    throw new VerseError('cannot-read', `${path}: ${problem}.`, hint, { cause });
  }
}

/** @param place named in errors: "own.jsonl, line 7". @throws VerseError `bad-input`. */
export function parseJson(text: string, place: string, hint: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const message = `${place}: not JSON (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw new VerseError('bad-input', message, hint, { cause });
  }
}

/** The lines that are not blank, each with its number from 1. @throws VerseError `bad-input` naming file and line. */
export function parseJsonLines(
  content: string,
  name: string,
  hint: string,
): { value: unknown; line: number }[] {
  return content.split(/\r?\n/).flatMap((text, index) => {
    const line = index + 1;
    return text.trim() === '' ? [] : [{ value: parseJson(text, `${name}, line ${line}`, hint), line }];
  });
}

/** What the schema makes of a value. @throws VerseError `bad-input` with the first field that does not fit. */
export function holdAgainst<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
  place: string,
  hint: string,
): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new VerseError('bad-input', `${place}: ${field === '' ? '' : `${field}: `}${issue?.message}.`, hint);
}
