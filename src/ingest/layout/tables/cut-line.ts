/** Takes words out of lines, as parts of these. Pure. */
import type { Line, Word } from '../../page-model.ts';
import type { Piece } from './words.ts';

/** A part of a line, with the note markers that are in it or directly after it. */
export function cutLine(line: Line, start: number, end: number): Line {
  const edges = line.edges.slice(start, end + 1);
  return {
    ...line,
    text: line.text.slice(start, end),
    edges,
    markers: line.markers
      .filter(({ offset }) => (offset > start || start === 0) && offset <= end)
      .map((marker) => ({ ...marker, offset: marker.offset - start })),
    x: edges[0] ?? line.x,
    right: edges.at(-1) ?? line.right,
  };
}

/** The words of a row's cell as parts of their lines. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const groups: Word[][] = [];
  for (const word of pieces.flatMap((piece) => piece.words)) {
    const open = groups.at(-1);
    if (open?.[0]?.line === word.line) open.push(word);
    else groups.push([word]);
  }
  return groups.flatMap((words) => {
    const [first] = words;
    const last = words.at(-1);
    return first === undefined || last === undefined ? [] : [cutLine(first.line, first.start, last.end)];
  });
}
