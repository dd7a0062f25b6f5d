/** The size that a text is set in. Pure. */
import type { Block, Line } from '../page-model.ts';

/** Without any plain text, in points. */
const usualSize = 10;

/** The largest plain size with at least a fifth of the characters, in points, since notes may outweigh the text. */
export function mainSizeOf(lines: readonly Line[]): number {
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    if (line.bold) continue;
    const size = line.size.toFixed(1);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const common = [...characters].filter(([, count]) => count >= total * 0.2).map(([size]) => Number(size));
  return common.length > 0 ? Math.max(...common) : usualSize;
}

/** The size of a text without its notes, in points. */
export function bodySizeOf(blocks: readonly Block[]): number {
  return mainSizeOf(blocks.filter((block) => block.note === undefined).flatMap((block) => block.lines));
}
