/** The eval file format, JSON Lines with one question a line, and its reader. evals/FORMAT.md tells it field by field. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { VerseError } from '../errors.ts';

export const evalKinds = [
  'answerable',
  'near-miss',
  'no-chapter',
  'off-topic',
  'false-premise',
  'follow-up',
] as const;
export const evalSplits = ['dev', 'test'] as const;
export const evalDifficulties = ['easy', 'medium', 'hard'] as const;

export type EvalKind = (typeof evalKinds)[number];
export type EvalSplit = (typeof evalSplits)[number];

/** The report has an answer (or, for a false premise, a correction) to these; to the others it has none. */
const answeredKinds: readonly EvalKind[] = ['answerable', 'false-premise', 'follow-up'];

const text = z.string().trim().min(1, 'is empty');

const questionSchema = z
  .object({
    id: text,
    split: z.enum(evalSplits).optional(),
    kind: z.enum(evalKinds).default('answerable'),
    chapters: z.array(text).default([]),
    type: text.default('other'),
    question: text,
    /** Earlier turns, oldest first. */
    history: z.array(z.object({ question: text, answer: text })).optional(),
    /** The follow-up asked in full. */
    standalone: text.optional(),
    answer: text.optional(),
    /** What a right answer holds: each a list of acceptable wordings. */
    facts: z.array(z.array(text).min(1, 'needs at least one wording')).default([]),
    /** Snippets of the report, letter for letter, that hold the facts. */
    evidence: z.array(text).default([]),
    /** The pages the evidence stands on, counted from 1 in the file. */
    pages: z.array(z.number().int().min(1)).default([]),
    difficulty: z.enum(evalDifficulties).optional(),
    /** For a near miss: what the report does say. */
    why: text.optional(),
  })
  .superRefine(({ kind, facts, evidence, standalone }, context) => {
    if (answeredKinds.includes(kind) && facts.length === 0 && evidence.length === 0) {
      const otherwise =
        kind === 'answerable' ? ' (or a kind that has none: near-miss, no-chapter, off-topic)' : '';
      const message = `a question of kind ${kind} needs facts or evidence${otherwise}`;
      context.addIssue({ code: 'custom', path: [], message });
    }
    if (kind === 'follow-up' && standalone === undefined) {
      context.addIssue({ code: 'custom', path: ['standalone'], message: 'missing in a follow-up' });
    }
  });

/** One question of an eval file, defaults filled in. */
export type EvalQuestion = z.infer<typeof questionSchema>;

const hint = 'The format is in evals/FORMAT.md.';

/**
 * Fills in what other files leave out: null is absent, a kind may stand as the type, and a question with neither facts
 * nor evidence (or marked `answerable: false`) is one that the report does not answer.
 */
function completeQuestion(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  if ('kind' in given) return given;
  const named = evalKinds.find((kind) => kind === given.type);
  const isEmpty = (field: unknown) => field === undefined || (Array.isArray(field) && field.length === 0);
  const isUnanswered = given.answerable === false || (isEmpty(given.facts) && isEmpty(given.evidence));
  return { ...given, kind: named ?? (isUnanswered ? 'near-miss' : 'answerable') };
}

function parseLine(line: string, place: string): EvalQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const message = `${place}: not JSON (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw new VerseError('bad-input', message, hint, { cause });
  }
  const result = questionSchema.safeParse(completeQuestion(value));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new VerseError('bad-input', `${place}: ${field === '' ? '' : `${field}: `}${issue?.message}.`, hint);
}

/**
 * Parses the text of an eval file; blank lines are skipped.
 * @param name what error sentences call the file.
 * @throws VerseError `bad-input` naming file, line and what is wrong.
 */
export function parseEvalLines(content: string, name: string): EvalQuestion[] {
  const lineOf = new Map<string, number>();
  const questions = content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const place = `${name}, line ${index + 1}`;
      const question = parseLine(line, place);
      const earlier = lineOf.get(question.id);
      if (earlier !== undefined) {
        throw new VerseError(
          'bad-input',
          `${place}: the id ${question.id} is taken by line ${earlier}.`,
          'Ids are unique in a file.',
        );
      }
      lineOf.set(question.id, index + 1);
      return [question];
    });
  if (questions.length === 0) throw new VerseError('bad-input', `${name}: no question in this file.`, hint);
  return questions;
}

/**
 * Reads an eval file.
 * @throws VerseError `cannot-read` where there is no such file, `bad-input` as `parseEvalLines`.
 */
export async function readEvalFile(path: string): Promise<EvalQuestion[]> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const problem = code === 'ENOENT' ? 'no such file' : code;
    throw new VerseError(
      'cannot-read',
      `${path}: ${problem}.`,
      'Name an eval file, such as evals/fragmented-europe.jsonl.',
      {
        cause,
      },
    );
  }
  return parseEvalLines(content, path);
}
