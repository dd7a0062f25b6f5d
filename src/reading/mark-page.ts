/** Marks what was found on a page: rectangles to be drawn on its picture. Pure. */
import type { Box, LeftOutLine, Note, Passage, ReadingTrace, Sentence } from '../core/types.ts';
import { countNoun } from '../text/count-noun.ts';
import type { ReadingMark } from '../wire/types.ts';
import { cutText } from './cut-text.ts';

/** Times the height of a line: what follows further down is another piece of text. */
const furtherDown = 1.6;
/** Shares of the page's width: what follows on the same row further to the right is another piece, as in the next column. */
const furtherRight = 0.04;

/** The rectangle around some. */
function around(boxes: readonly Box[]): Omit<Box, 'page'> | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const markOf = (boxes: readonly Box[], kind: ReadingMark['kind'], says: string): ReadingMark[] => {
  const rectangle = around(boxes);
  return rectangle === undefined ? [] : [{ kind, says, ...rectangle }];
};

/** Whether a line goes on with a piece: right behind its last line, or right below it. */
function goesOn(piece: readonly Box[], line: Box): boolean {
  const last = piece.at(-1);
  const whole = around(piece);
  if (last === undefined || whole === undefined) return false;
  const down = line.y - last.y;
  const isSameRow = Math.abs(down) < last.height / 2;
  if (isSameRow) return Math.abs(line.x - last.x - last.width) <= furtherRight;
  return (
    down > 0 &&
    down <= furtherDown * Math.max(line.height, last.height) &&
    line.x < whole.x + whole.width &&
    whole.x < line.x + line.width
  );
}

/** Lines that are read one after the other and stand below one another as one piece each. */
function joinPieces<Line>(lines: readonly Line[], boxOf: (line: Line) => Box): Line[][] {
  const pieces: Line[][] = [];
  for (const line of lines) {
    const piece = pieces.at(-1);
    if (piece !== undefined && goesOn(piece.map(boxOf), boxOf(line))) piece.push(line);
    else pieces.push([line]);
  }
  return pieces;
}

/** Lines that are in no passage; those below one another, and left out as the same, as one. */
function markLeftOut(lines: readonly LeftOutLine[]): ReadingMark[] {
  const alike = [...new Set(lines.map(({ as }) => as))].map((as) => lines.filter((line) => line.as === as));
  return alike
    .flatMap((own) => joinPieces(own, ({ box }) => box))
    .flatMap((piece) => {
      const [first] = piece;
      const text = cutText(piece.map((line) => line.text).join(' '));
      const boxes = piece.map(({ box }) => box);
      if (first === undefined) return [];
      return first.as === 'lost'
        ? markOf(boxes, 'lost', text)
        : markOf(boxes, 'left out', `${first.as}: ${text}`);
    });
}

export function markPage(
  page: number,
  { passages, notes, trace }: { passages: readonly Passage[]; notes: readonly Note[]; trace: ReadingTrace },
): ReadingMark[] {
  const onPage = (boxes: readonly Box[]) => boxes.filter((box) => box.page === page);
  const sentencesOf = (kind: Passage['kind']): Sentence[] =>
    passages.filter((passage) => passage.kind === kind).flatMap(({ sentences }) => sentences);
  const pieces = joinPieces(
    sentencesOf('body').flatMap(({ boxes }) => onPage(boxes)),
    (box) => box,
  );
  return [
    ...trace.headings.flatMap(({ text, boxes }) => markOf(onPage(boxes), 'heading', cutText(text))),
    ...pieces.flatMap((piece, at) =>
      markOf(piece, 'text', `read as piece ${at + 1} of this page`).map((mark) => ({
        ...mark,
        number: at + 1,
      })),
    ),
    ...trace.tables.flatMap(({ box, caption, rows }) =>
      markOf(
        onPage([box]),
        'table',
        `${countNoun(rows, 'row')}${caption === null ? '' : `, ${cutText(caption)}`}`,
      ),
    ),
    ...sentencesOf('table').flatMap(({ text, boxes }) => markOf(onPage(boxes), 'row', cutText(text))),
    ...notes.flatMap(({ label, boxes }) => markOf(onPage(boxes), 'note', label)),
    ...markLeftOut(trace.leftOut.filter(({ box }) => box.page === page)),
  ];
}
