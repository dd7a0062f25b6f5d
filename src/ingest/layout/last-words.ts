/** Puts the last words of justified lines back behind the words before them. Pure. */
import type { Line } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

/** A number that ends a sentence, and looks like the label of an item or a note. */
const looksLikeLabel = /^\(?(?:\d{1,4}|[a-z])[.)]$/;

const numbers = {
  /** So many lines that end at one place are a column's right edge; so many that begin at one are a list, or cells. */
  lines: 3,
  /** Points within which they do. */
  width: 1,
} as const;

/**
 * The line that a number ends: the nearest on its row to the left, if the number stands where the column's lines end and not
 * where others begin. Above a link that fills the next line, a justified one has wide blanks: "Nature.      February      16."
 */
function lineBefore(mark: Line, lines: readonly Line[], texts: readonly Line[]): Line | undefined {
  const count = (isThere: (line: Line) => boolean) => texts.filter(isThere).length;
  if (count((line) => Math.abs(line.right - mark.right) <= numbers.width) < numbers.lines) return undefined;
  if (count((line) => Math.abs(line.x - mark.x) <= numbers.width) >= numbers.lines) return undefined;
  return lines
    .filter(
      (line) =>
        line.right < mark.x &&
        line.font === mark.font &&
        Math.abs(line.size - mark.size) < 0.1 &&
        Math.abs(line.y - mark.y) <= thresholds.line.baseline * mark.size,
    )
    .sort((a, b) => b.right - a.right)[0];
}

/** @param lines of a page. */
export function joinLastWords(lines: readonly Line[]): Line[] {
  const isLabel = (line: Line) => looksLikeLabel.test(line.text.trim());
  const texts = lines.filter((line) => !isLabel(line));
  const owners = new Map<Line, Line>();
  for (const mark of lines.filter(isLabel)) {
    const before = lineBefore(mark, lines, texts);
    if (before !== undefined && !isLabel(before)) owners.set(before, mark);
  }
  if (owners.size === 0) return [...lines];
  const joined = new Set(owners.values());
  return lines.flatMap((line) => {
    if (joined.has(line)) return [];
    const mark = owners.get(line);
    if (mark === undefined) return [line];
    const text = `${line.text.trimEnd()} `;
    return [
      {
        ...line,
        text: text + mark.text,
        edges: [...line.edges.slice(0, text.length), ...mark.edges],
        markers: [
          ...line.markers,
          ...mark.markers.map((marker) => ({ ...marker, offset: marker.offset + text.length })),
        ],
        right: mark.right,
      },
    ];
  });
}
