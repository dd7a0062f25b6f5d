/** The size that a text is set in. Pure. */
import type { Block, Line } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

/** Without any plain text, in points. */
const usualSize = 10;

/** The largest plain size with at least a fifth of the characters, in points, since notes may outweigh the text. */
export function mainSizeOf(lines: readonly Line[]): number {
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    // A line that stands for a table has no text.
    if (line.bold || line.text === '') continue;
    const size = line.size.toFixed(1);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const common = [...characters].filter(([, count]) => count >= total * 0.2).map(([size]) => Number(size));
  return common.length > 0 ? Math.max(...common) : usualSize;
}

/** What the notes of a document are told from its text by. */
export interface TextSize {
  /** The size that most of the text is set in, in points. */
  text: number;
  /** The largest size of notes. */
  small: number;
}

export function textSizeOf(lines: readonly Line[]): TextSize {
  const text = mainSizeOf(lines);
  return { text, small: text * thresholds.footNote.size };
}

/** The size of a text without its notes, in points. */
export function bodySizeOf(blocks: readonly Block[]): number {
  return mainSizeOf(blocks.filter((block) => block.note === undefined).flatMap((block) => block.lines));
}
