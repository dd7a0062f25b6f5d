/** Answers drawn at random for a person to read and judge, as JSON Lines: evals/FORMAT.md. */
import { z } from 'zod';
import { VerseError } from '../../../core/errors.ts';
import { seededRandom } from '../../../core/seeded-random.ts';
import type { QuestionResult } from '../ask-question.ts';
import { holdAgainst, parseJsonLines, readText } from '../read-json-lines.ts';

/**
 * What a reader says of an answer: it is right; what it quotes is true and does not answer; it misleads, or answers where the
 * report does not, or is refused where it does.
 */
export const judgements = ['right', 'beside the point', 'wrong'] as const;
export type Judgement = (typeof judgements)[number];

const sheetItemSchema = z.strictObject({
  report: z.string(),
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  status: z.enum(['answered', 'not-found']),
  /** What was quoted, in order, a row of a table as it is shown with its heads too; empty if nothing was found. */
  answer: z.array(
    z.strictObject({
      text: z.string(),
      arranged: z.string().optional(),
      chapter: z.string(),
      pages: z.array(z.number()),
    }),
  ),
  /** What a right answer says, or why there is none. */
  expected: z.string().nullable(),
  /** Null until it is judged. */
  judgement: z.enum(judgements).nullable(),
  /** Why, where it is not right. */
  why: z.string().optional(),
});
export type SheetItem = z.infer<typeof sheetItemSchema>;

/** A result with the name of the report that was asked. */
export type AskedResult = QuestionResult & { report: string };

function toItem({ report, id, kind, question, status, citations, reference }: AskedResult): SheetItem {
  return {
    report,
    id,
    kind,
    question,
    status,
    answer: citations.map(({ quote, arranged, chapter, pages }) => ({
      text: quote,
      ...(arranged !== undefined && { arranged }),
      chapter,
      pages,
    })),
    expected: reference.answer ?? reference.why,
    judgement: null,
  };
}

/** Draws answers, each with the same chance, the same for a seed; in the order of the results. */
export function drawSheet(results: readonly AskedResult[], count: number, seed: number): SheetItem[] {
  const random = seededRandom(seed);
  const drawn = results
    .map((result, at) => ({ result, at, lot: random() }))
    .sort((one, other) => one.lot - other.lot)
    .slice(0, count);
  return drawn.sort((one, other) => one.at - other.at).map(({ result }) => toItem(result));
}

export const formatSheet = (items: readonly SheetItem[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');

/** @throws VerseError `cannot-read`; `bad-input` naming file and line, also where an answer is not judged. */
export async function readJudged(path: string): Promise<(SheetItem & { judgement: Judgement })[]> {
  const hint = `Draw a sheet with --reports DIR --sheet FILE and set each "judgement" to ${judgements.join(', ')}.`;
  return parseJsonLines(await readText(path, hint), path, hint).map(({ value, line }) => {
    const place = `${path}, line ${line}`;
    const item = holdAgainst(sheetItemSchema, value, place, hint);
    const { judgement } = item;
    if (judgement === null)
      throw new VerseError('bad-input', `${place}: the answer to ${item.id} is not judged.`, hint);
    return { ...item, judgement };
  });
}
