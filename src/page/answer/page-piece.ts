/** The piece of a page around a quoted row, as CSS places a picture of the whole page behind it. Pure. */
import type { Citation } from '../../wire/types.ts';

type Box = Citation['boxes'][number];

/** Shares of the page. */
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What is shown of the rows above and below, in times the height of the row's lines: they fade, so that nothing is cut
 * through. Beside the row as a share of the page.
 */
const above = 0.9;
const beside = 0.012;

/** A piece of a page with a row in its middle. */
export interface Piece extends Area {
  page: number;
  /** Shares of the piece's height above the row and below it, which fade. */
  faded: { above: number; below: number };
}

/** The piece of the first page that the boxes are on; undefined without any. */
export function pieceAround(boxes: readonly Box[]): Piece | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  const own = boxes.filter(({ page }) => page === first.page);
  const line = Math.max(...own.map(({ height }) => height));
  const top = Math.min(...own.map((box) => box.y));
  const bottom = Math.max(...own.map((box) => box.y + box.height));
  const x = Math.max(0, Math.min(...own.map((box) => box.x)) - beside);
  const y = Math.max(0, top - above * line);
  const right = Math.min(1, Math.max(...own.map((box) => box.x + box.width)) + beside);
  const end = Math.min(1, bottom + above * line);
  const height = end - y;
  const faded = { above: (top - y) / height, below: (end - bottom) / height };
  return { page: first.page, x, y, width: right - x, height, faded };
}

/** A box of the page as shares of a piece of it; of the whole page, where its picture goes. */
export function withinPiece(box: Area, piece: Area): Area {
  return {
    x: (box.x - piece.x) / piece.width,
    y: (box.y - piece.y) / piece.height,
    width: box.width / piece.width,
    height: box.height / piece.height,
  };
}
