/** Groups table cells into rows. Pure. */
import type { Block } from '../page-model.ts';
import { joinLines, type Paragraph } from './paragraphs.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One row; its cells from left to right. */
export interface TableRow {
  cells: Paragraph[];
}

export interface Table {
  header: TableRow | null;
  rows: TableRow[];
}

interface Cell {
  x: number;
  y: number;
  block: Block;
}

function leftOf(block: Block): number {
  return Math.min(...block.lines.map((line) => line.x));
}

/** Joins the parts of a cell that an empty line or a rule has split. */
function mergeCells(blocks: readonly Block[], rowTops: readonly number[]): Cell[] {
  const cells: Cell[] = [];
  for (const block of blocks) {
    const y = block.lines[0]?.y ?? 0;
    const x = leftOf(block);
    const row = rowTops.findLastIndex((top) => y <= top + 1.5);
    const home = cells.find(
      (cell) => Math.abs(cell.x - x) <= 2 && rowTops.findLastIndex((top) => cell.y <= top + 1.5) === row,
    );
    if (home === undefined) cells.push({ x, y, block: { ...block, lines: [...block.lines] } });
    else home.block.lines.push(...block.lines);
  }
  return cells;
}

/** Baselines where rows start: a block of the leftmost column starts with another beside it. */
function findRowTops(blocks: readonly Block[]): number[] {
  const first = Math.min(...blocks.map(leftOf));
  const tops = blocks.filter((block) => leftOf(block) <= first + 2).map((block) => block.lines[0]?.y ?? 0);
  const beside = tops.filter((top) =>
    blocks.some((block) => leftOf(block) > first + 2 && Math.abs((block.lines[0]?.y ?? 0) - top) <= 1.5),
  );
  return [...new Set(beside.map((y) => Math.round(y * 10) / 10))].sort((a, b) => b - a);
}

/** Whether a row is the header: capitals or bold, and no digits. */
function isHeader(row: TableRow): boolean {
  return row.cells.every((cell) => {
    const bold = cell.pieces.every((piece) => piece.line.bold);
    return !/\d/.test(cell.text) && (bold || cell.text === cell.text.toUpperCase());
  });
}

/** The rows of a page's table. */
export function readTable(blocks: readonly Block[], vocabulary: Vocabulary): Table {
  const rowTops = findRowTops(blocks);
  const cells = mergeCells(blocks, rowTops);
  const rows = rowTops.map((_, index): TableRow => {
    const own = cells
      .filter((cell) => rowTops.findLastIndex((top) => cell.y <= top + 1.5) === index)
      .sort((a, b) => a.x - b.x);
    return { cells: own.map((cell) => joinLines(cell.block.lines, vocabulary)) };
  });
  const filled = rows.filter((row) => row.cells.length > 0);
  const [first, ...rest] = filled;
  return first !== undefined && filled.length > 2 && isHeader(first)
    ? { header: first, rows: rest }
    : { header: null, rows: filled };
}
