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
 * Around the row, in times the height of its lines: more would cut through the rows above and below it. Beside it as a share
 * of the page.
 */
const above = 0.1;
const beside = 0.012;

/** The piece of the first page that the boxes are on; undefined without any. */
export function pieceAround(boxes: readonly Box[]): (Area & { page: number }) | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  const own = boxes.filter(({ page }) => page === first.page);
  const line = Math.max(...own.map(({ height }) => height));
  const [x, y] = [
    Math.max(0, Math.min(...own.map((box) => box.x)) - beside),
    Math.max(0, Math.min(...own.map((box) => box.y)) - above * line),
  ];
  const right = Math.min(1, Math.max(...own.map((box) => box.x + box.width)) + beside);
  const bottom = Math.min(1, Math.max(...own.map((box) => box.y + box.height)) + above * line);
  return { page: first.page, x, y, width: right - x, height: bottom - y };
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
