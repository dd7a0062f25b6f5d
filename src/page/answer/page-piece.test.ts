import { describe, expect, it } from 'vitest';
import { pieceAround, withinPiece } from './page-piece.ts';

const box = (x: number, y = 0.4, page = 7) => ({ page, x, y, width: 0.1, height: 0.02 });

describe('a piece of the page', () => {
  it('holds the whole row, and of those above and below what fades, on its first page', () => {
    const piece = pieceAround([box(0.1), box(0.6), box(0.2, 0.1, 8)]);
    expect(piece?.page).toBe(7);
    expect(piece?.x).toBeCloseTo(0.088);
    expect(piece?.y).toBeCloseTo(0.382);
    expect(piece?.width).toBeCloseTo(0.624);
    expect(piece?.height).toBeCloseTo(0.056);
    expect(piece?.faded.above).toBeCloseTo(0.018 / 0.056);
    expect(piece?.faded.below).toBeCloseTo(0.018 / 0.056);
  });

  it('ends at the edges of the page', () => {
    expect(pieceAround([{ page: 1, x: 0, y: 0, width: 1, height: 1 }])).toEqual({
      page: 1,
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      faded: { above: 0, below: 0 },
    });
    expect(pieceAround([])).toBeUndefined();
  });

  it('places boxes and the picture of the whole page in it', () => {
    const piece = { x: 0.25, y: 0.5, width: 0.5, height: 0.1 };
    expect(withinPiece({ x: 0.5, y: 0.55, width: 0.25, height: 0.05 }, piece)).toEqual({
      x: 0.5,
      y: expect.closeTo(0.5),
      width: 0.5,
      height: 0.5,
    });
    expect(withinPiece({ x: 0, y: 0, width: 1, height: 1 }, piece)).toEqual({
      x: -0.5,
      y: -5,
      width: 2,
      height: 10,
    });
  });
});
