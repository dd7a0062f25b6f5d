/** Reads eval files: JSON Lines with a question per line, as described in evals/FORMAT.md. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../../../core/errors.ts';
import { holdAgainst, parseJson, parseJsonLines, readText } from '../read-json-lines.ts';
import { type EvalKind, evalDifficulties, evalKinds, evalSplits } from './eval-kinds.ts';
import { joinBeir, recordsOf, translateRecord } from './foreign-questions.ts';

/** The kinds that the report answers (or, for a false premise, corrects). */
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
    /** What a right answer must contain: each a list of acceptable wordings. */
    facts: z.array(z.array(text).min(1, 'needs at least one wording')).default([]),
    /** Literal snippets of the report that contain the facts. */
    evidence: z.array(text).default([]),
    /** The pages of the evidence, counted from 1 in the file. */
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
 * Fills in what other files leave out: null means absent, the kind may be in `type`, and a question without facts and
 * evidence (or with `answerable: false`) has no answer in the report.
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

/** An unchecked question, and its position: "line 7". */
interface Entry {
  value: unknown;
  place: string;
}

function parseEntries(entries: readonly Entry[], name: string): EvalQuestion[] {
  const placeOf = new Map<string, string>();
  const questions = entries.map((entry, index) => {
    const value = completeQuestion(translateRecord(entry.value, index + 1));
    const question = holdAgainst(questionSchema, value, `${name}, ${entry.place}`, hint);
    const earlier = placeOf.get(question.id);
    if (earlier !== undefined) {
      throw new VerseError(
        'bad-input',
        `${name}, ${entry.place}: the id ${question.id} is taken by ${earlier}.`,
        'Ids are unique in a file.',
      );
    }
    placeOf.set(question.id, entry.place);
    return question;
  });
  if (questions.length === 0) throw new VerseError('bad-input', `${name}: no question in this file.`, hint);
  return questions;
}

const readLines = (content: string, name: string): Entry[] =>
  parseJsonLines(content, name, hint).map(({ value, line }) => ({ value, place: `line ${line}` }));

const numbered = (values: readonly unknown[]): Entry[] =>
  values.map((value, index) => ({ value, place: `question ${index + 1}` }));

/**
 * Parses the text of an eval file in JSON Lines; blank lines are skipped.
 * @param name the file's name in errors.
 * @throws VerseError `bad-input` naming file, line and what is wrong.
 */
export function parseEvalLines(content: string, name: string): EvalQuestion[] {
  return parseEntries(readLines(content, name), name);
}

const nameOne = 'Name an eval file, such as evals/fragmented-europe.jsonl.';

/** BEIR keeps the texts beside the queries, and the judgements in a folder. */
async function readBeir(queriesFile: string, queries: readonly Entry[]): Promise<Entry[] | undefined> {
  const beside = (...names: string[]) => join(dirname(queriesFile), ...names);
  const corpusFile = beside('corpus.jsonl');
  const qrelsFile = beside('qrels', 'test.tsv');
  if (basename(queriesFile) !== 'queries.jsonl' || !existsSync(corpusFile) || !existsSync(qrelsFile))
    return undefined;
  const corpus = readLines(await readText(corpusFile, nameOne), corpusFile).map(({ value }) => value);
  const qrels = await readText(qrelsFile, nameOne);
  return numbered(
    joinBeir(
      queries.map(({ value }) => value),
      corpus,
      qrels,
    ),
  );
}

/**
 * Reads an eval file in our format or that of SQuAD, Ragas, promptfoo or BEIR.
 * @throws VerseError `cannot-read` for a missing file, `bad-input` as `parseEvalLines`.
 */
export async function readEvalFile(path: string): Promise<EvalQuestion[]> {
  const content = await readText(path, nameOne);
  if (extname(path).toLowerCase() === '.json')
    return parseEntries(numbered(recordsOf(parseJson(content, path, hint))), path);
  const lines = readLines(content, path);
  return parseEntries((await readBeir(path, lines)) ?? lines, path);
}
