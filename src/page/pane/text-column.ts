/** How large a page is shown so that its text fills the pane and none of it is cut. Pure. */

/** Pixels as a canvas gives them: red, green, blue and opacity of each, row by row. */
export interface Pixels {
  data: ArrayLike<number>;
  width: number;
  height: number;
}

/** What is printed on a page across its width, 0..1. */
export interface Column {
  left: number;
  right: number;
}

export const wholePage: Column = { left: 0, right: 1 };

/** Brightness, 0..255, under which a pixel is printed; a scan's paper is darker than white. */
const printed = 176;
/** As much of a column of pixels must be printed; less is a speck of a scan. */
const leastShare = 0.004;
/** Text is shown no larger than this to fill the pane. */
const mostZoomed = 1.4;

/** The first and the last column of pixels that something is printed in; the whole page where nothing is. */
export function findTextColumn({ data, width, height }: Pixels): Column {
  const counts = new Array<number>(width).fill(0);
  for (let at = 0; at < width * height; at += 1) {
    const [red = 255, green = 255, blue = 255] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    if ((red + green + blue) / 3 < printed) counts[at % width] = (counts[at % width] ?? 0) + 1;
  }
  const isPrinted = (count: number) => count > leastShare * height;
  const first = counts.findIndex(isPrinted);
  if (first < 0) return wholePage;
  return { left: first / width, right: (counts.findLastIndex(isPrinted) + 1) / width };
}

/**
 * The zoom, of which 1 fits the page's width to the pane, at which the text fills it.
 * @param pane its width in pixels.
 * @param beside pixels to be left free beside the text.
 */
export function fitZoom({ left, right }: Column, pane: number, beside: number): number {
  const fitting = (pane - beside) / (pane * (right - left));
  return Math.min(mostZoomed, Math.max(1, fitting));
}
