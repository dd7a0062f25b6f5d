/** Draws only the rows of a long list that are in view, so that 30,000 cost no more than 30. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn above and below the view, so that none is missing while it scrolls. */
const spare = 10;
/** Drawn before the view is known. */
const atFirst = 40;

export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  start: number;
  end: number;
  /** Scrolls as little as brings a row into view. */
  reveal(index: number): void;
}

/** What scrolls the list. */
const scrollerOf = (list: HTMLElement) => list.closest<HTMLElement>('.scrolls, .flow') ?? list;

/**
 * @param list the element that is as high as all rows together.
 * @param rowHeight in pixels, of every row.
 * @param covered pixels at the top of the view that something else stands over.
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  covered = 0,
): RowWindow {
  const [[start, end], setRange] = useState<[number, number]>([0, atFirst]);
  const range = (): [number, number] => {
    const { current } = list;
    if (current === null) return [0, atFirst];
    const scroller = scrollerOf(current);
    const above = scroller.getBoundingClientRect().top - current.getBoundingClientRect().top;
    const first = Math.floor(above / rowHeight) - spare;
    const last = Math.ceil((above + scroller.clientHeight) / rowHeight) + spare;
    return [Math.max(0, first), Math.max(0, last)];
  };
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const update = () => {
      const next = range();
      setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
    };
    update();
    const scroller = scrollerOf(current);
    const observer = new ResizeObserver(update);
    observer.observe(scroller);
    scroller.addEventListener('scroll', update, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', update);
    };
  }, [count, rowHeight]);
  return {
    start: Math.min(start, count),
    end: Math.min(end, count),
    reveal: (index) => {
      const { current } = list;
      if (current === null) return;
      const scroller = scrollerOf(current);
      const view = scroller.getBoundingClientRect();
      const top = current.getBoundingClientRect().top + index * rowHeight;
      const over = view.top + covered - top;
      const under = top + rowHeight - view.bottom;
      if (over > 0) scroller.scrollTop -= over;
      else if (under > 0) scroller.scrollTop += under;
    },
  };
}
