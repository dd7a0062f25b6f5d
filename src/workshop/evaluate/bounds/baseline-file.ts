/** The file of an earlier run's scores: one line per question, for readable diffs. */
import { z } from 'zod';
import { VerseError } from '../../../core/errors.ts';
import { parseJson, readText } from '../read-json-lines.ts';
import { type BaselineRun, gateFigures } from './gate.ts';

const names = gateFigures.map(({ name }) => name);

const baselineSchema = z.strictObject({
  version: z.string().nullable(),
  encoder: z.string(),
  figures: z.array(z.string()),
  questions: z.record(z.string(), z.array(z.number().nullable()).length(names.length)),
});

const hint = 'Make it anew: verse eval --write-baseline FILE.';

/**
 * Reads what `formatBaseline` wrote.
 * @throws VerseError `cannot-read`, or `bad-input` if it is not a baseline of these figures.
 */
export async function readBaseline(path: string): Promise<BaselineRun> {
  const result = baselineSchema.safeParse(parseJson(await readText(path, hint), path, hint));
  if (!result.success || result.data.figures.join() !== names.join()) {
    throw new VerseError('bad-input', `${path}: no baseline of ${names.join(', ')}.`, hint);
  }
  const { version, encoder, questions } = result.data;
  return { version, encoder, questions };
}

/** In the form of the repository's formatter. */
export function formatBaseline({ version, encoder, questions }: BaselineRun): string {
  const inline = (values: readonly unknown[]) => `[${values.map((one) => JSON.stringify(one)).join(', ')}]`;
  const lines = Object.entries(questions).map(
    ([id, scores]) => `    ${JSON.stringify(id)}: ${inline(scores)}`,
  );
  return [
    '{',
    `  "version": ${JSON.stringify(version)},`,
    `  "encoder": ${JSON.stringify(encoder)},`,
    `  "figures": ${inline(names)},`,
    '  "questions": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}
