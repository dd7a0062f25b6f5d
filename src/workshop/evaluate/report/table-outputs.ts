/** Output files of measurements that are only tables: Markdown or JSON. */
import { extname } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import { writeText } from './outputs.ts';

type Ending = '.json' | '.md';

const isEnding = (ending: string): ending is Ending => ending === '.json' || ending === '.md';

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Call before measuring. @throws VerseError `bad-input` for any other ending. */
export function checkTableOutputs(paths: readonly string[], option: string): void {
  const other = paths.find((path) => !isEnding(extname(path)));
  if (other === undefined) return;
  throw new VerseError('bad-input', `${other}: with ${option} only .md and .json can be written.`);
}

/** Writes each file in the format of its ending. @throws VerseError `cannot-write`. */
export async function writeTables(
  paths: readonly string[],
  texts: Readonly<Record<Ending, () => string>>,
): Promise<void> {
  for (const path of paths) {
    const ending = extname(path);
    if (isEnding(ending)) await writeText(path, texts[ending]());
  }
}
