/** Files for the results of measurements that are tables alone: Markdown, or JSON. */
import { extname } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import { writeText } from './outputs.ts';

type Ending = '.json' | '.md';

const isEnding = (ending: string): ending is Ending => ending === '.json' || ending === '.md';

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** To be called before anything is measured. @throws VerseError `bad-input` where a file ends in anything else. */
export function checkTableOutputs(paths: readonly string[], option: string): void {
  const other = paths.find((path) => !isEnding(extname(path)));
  if (other === undefined) return;
  throw new VerseError('bad-input', `${other}: with ${option} only .md and .json can be written.`);
}

/** Writes each file as its ending says. @throws VerseError `cannot-write`. */
export async function writeTables(
  paths: readonly string[],
  texts: Readonly<Record<Ending, () => string>>,
): Promise<void> {
  for (const path of paths) {
    const ending = extname(path);
    if (isEnding(ending)) await writeText(path, texts[ending]());
  }
}
