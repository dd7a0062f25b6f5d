import { describe, expect, it } from 'vitest';
import { findTextColumn, fitZoom, type Pixels } from './text-column.ts';

/** A page of 20 by 500 pixels on which the columns from `left` to `right` are printed from line 0 to `lines`. */
function page(left: number, right: number, lines = 100): Pixels {
  const data = Array.from({ length: 20 * 500 * 4 }, (_, index) => {
    const [x, y] = [Math.floor(index / 4) % 20, Math.floor(index / 80)];
    return y < lines && x >= left && x < right ? 30 : 240;
  });
  return { data, width: 20, height: 500 };
}

describe('the text column of a page', () => {
  it('goes from the first to the last that is printed', () => {
    expect(findTextColumn(page(4, 17))).toEqual({ left: 0.2, right: 0.85 });
  });

  it('is the whole page where nothing is printed but specks', () => {
    expect(findTextColumn(page(0, 20, 2))).toEqual({ left: 0, right: 1 });
  });
});

describe('the zoom that fits', () => {
  it('fills the pane with the text, and leaves room beside it', () => {
    const zoom = fitZoom({ left: 0.17, right: 0.87 }, 518, 56);
    expect(zoom * 518 * 0.7).toBeCloseTo(518 - 56);
  });

  it('shows the whole width of a page that is printed from edge to edge, and enlarges a narrow column so far only', () => {
    expect(fitZoom({ left: 0.01, right: 0.99 }, 518, 56)).toBe(1);
    expect(fitZoom({ left: 0.4, right: 0.6 }, 518, 56)).toBe(1.4);
  });
});
