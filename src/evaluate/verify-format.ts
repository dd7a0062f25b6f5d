/** Sentences with known verdicts, as evals/VERIFY-FORMAT.md tells. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { VerseError } from '../errors.ts';
import type { EvalSplit } from './eval-format.ts';

const text = z.string().min(1);

const tripleSchema = z.object({
  id: text,
  chapter: text,
  page: z.number().int().min(1),
  passage: text,
  sentence: text,
  verdict: z.enum(['supported', 'unsupported', 'altered-quotation']),
  /** What was done to the passage's statement: "number", "voice". */
  kind: text,
  note: z.string(),
});

/** A passage, a sentence that cites it, and whether the passage carries the sentence. */
export type Triple = z.infer<typeof tripleSchema>;

/** The files below evals/ that each split is measured on; `verify-held.jsonl` is in neither: evals/VERIFY-FORMAT.md. */
export const verifyFiles: Readonly<Record<EvalSplit, readonly string[]>> = {
  dev: ['verify-dev.jsonl', 'verify-more.jsonl'],
  test: ['verify-test.jsonl'],
};

function parseLine(line: string, place: string): Triple {
  try {
    return tripleSchema.parse(JSON.parse(line));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : 'this is no JSON';
    throw new VerseError('bad-input', `${place}: ${why}.`, 'evals/VERIFY-FORMAT.md tells the fields.', {
      cause,
    });
  }
}

/** @throws VerseError `cannot-read`, `bad-input` naming file and line. */
export async function readTriples(path: string): Promise<Triple[]> {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    const hint = 'Name a file of sentences with known verdicts, such as evals/verify-dev.jsonl.';
    throw new VerseError('cannot-read', `${path}: cannot be read.`, hint, { cause });
  });
  return content
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}, line ${index + 1}`)]));
}
