/** Tells which columns the pieces of a row stand in. Pure. */
import { type Cut, columnsOf, cutAt } from './columns.ts';
import { type Piece, pieceText, type Row } from './words.ts';

/** Pieces of one row in one column, or across several. */
export interface PlacedCell {
  column: number;
  columnEnd: number;
  pieces: Piece[];
}

/** A row whose pieces have their columns. */
export interface PlacedRow {
  y: number;
  size: number;
  cells: PlacedCell[];
}

export const cellText = (cell: PlacedCell): string => cell.pieces.map(pieceText).join(' ');

/** Stretches a head over the columns beside it that it reaches into and that are empty there; a label is beside none. */
function stretch(cells: readonly PlacedCell[], cuts: readonly Cut[]): void {
  cells.forEach((cell, index) => {
    const x = Math.min(...cell.pieces.map((piece) => piece.x));
    const right = Math.max(...cell.pieces.map((piece) => piece.right));
    const before = Math.max(1, (cells[index - 1]?.columnEnd ?? 0) + 1);
    const after = cells[index + 1]?.column ?? cuts.length + 1;
    if (cell.column === 0) return;
    while (cell.column > before && x < (cuts[cell.column - 1]?.left ?? 0) - 1) cell.column--;
    while (cell.columnEnd + 1 < after && right > (cuts[cell.columnEnd]?.right ?? 0) + 1) cell.columnEnd++;
  });
}

export function placeRow(row: Row, cuts: readonly Cut[]): PlacedRow {
  const cells: PlacedCell[] = [];
  for (const piece of row.pieces.flatMap((own) => cutAt(own, cuts))) {
    const [column, columnEnd] = columnsOf(piece, cuts);
    const last = cells.at(-1);
    if (last !== undefined && last.columnEnd >= column) {
      last.pieces.push(piece);
      last.columnEnd = Math.max(last.columnEnd, columnEnd);
    } else cells.push({ column, columnEnd, pieces: [piece] });
  }
  stretch(cells, cuts);
  return { y: row.y, size: row.size, cells };
}
