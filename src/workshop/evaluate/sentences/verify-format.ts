/** Sentences with known verdicts, in the format of evals/VERIFY-FORMAT.md. */
import { basename } from 'node:path';
import { z } from 'zod';
import type { EvalSplit } from '../questions/eval-kinds.ts';
import { holdAgainst, parseJsonLines, readText } from '../read-json-lines.ts';

const text = z.string().min(1);

const passageSchema = z.object({
  chapter: text,
  page: z.number().int().min(1),
  passage: text,
  /** Its id in the index: document, chapter and number. */
  passageId: text.optional(),
  /** The document, where that is not the report of corpus/: its name in evals/reports. */
  report: text.optional(),
});

const sentenceSchema = z.object({
  id: text,
  sentence: text,
  verdict: z.enum(['supported', 'unsupported', 'altered-quotation']),
  /** How the sentence differs from the passage: "number", "voice". */
  kind: text,
  note: z.string(),
});

const tripleSchema = passageSchema.extend(sentenceSchema.shape);

/** A passage with all its sentences. */
const groupSchema = passageSchema.extend({ sentences: z.array(sentenceSchema) });

/** A passage, a sentence that cites it, and whether the passage supports the sentence. */
export type Triple = z.infer<typeof tripleSchema> & {
  /** The name of the file that it is from. */
  file: string;
};

/** The kinds of a change of a fact that is in the passage literally, so that rules can compare it. */
export const factKinds: ReadonlySet<string> = new Set(['number', 'date', 'name', 'country', 'quotation']);

/** Sentences in many manners of writing about the dev chapters: the entailment model learns from them, and the verifier is fitted. */
export const wideFile = 'verify-wide.jsonl';

/** Sentences about the dev chapters of which the entailment model has learned none: the verifier is fitted on all of them. */
export const lateFile = 'verify-late.jsonl';

/** Sentences about five other reports for each split; the verifier is fitted on those of dev. */
export const otherReportsFiles: Readonly<Record<EvalSplit, string>> = {
  dev: 'verify-reports-dev.jsonl',
  test: 'verify-reports-test.jsonl',
};

/** The files below evals/ that each split is measured on; `verify-held.jsonl` is in neither: evals/VERIFY-FORMAT.md. */
export const verifyFiles: Readonly<Record<EvalSplit, readonly string[]>> = {
  dev: ['verify-dev.jsonl', 'verify-more.jsonl'],
  test: ['verify-test.jsonl', 'verify-test-more.jsonl'],
};

const hint = 'evals/VERIFY-FORMAT.md tells the fields.';

/** The sentences of a line: its own, or those of its passage. */
function readLine(value: unknown, place: string): z.infer<typeof tripleSchema>[] {
  const isGroup = typeof value === 'object' && value !== null && 'sentences' in value;
  if (!isGroup) return [holdAgainst(tripleSchema, value, place, hint)];
  const { sentences, ...passage } = holdAgainst(groupSchema, value, place, hint);
  return sentences.map((one) => ({ ...passage, ...one }));
}

/** @throws VerseError `cannot-read`, `bad-input` naming file and line. */
export async function readTriples(path: string): Promise<Triple[]> {
  const content = await readText(
    path,
    'Name a file of sentences with known verdicts, such as evals/verify-dev.jsonl.',
  );
  const file = basename(path);
  return parseJsonLines(content, path, hint)
    .flatMap(({ value, line }) => readLine(value, `${path}, line ${line}`))
    .map((one) => ({ ...one, file }));
}
