import { describe, expect, it } from 'vitest';
import { makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import { findGutter, orderLines } from './columns.ts';

const left = Array.from({ length: 6 }, (_, index) => `left column, line ${index + 1}, of some width`);
const right = Array.from({ length: 6 }, (_, index) => `right column, line ${index + 1}, of some width`);
const columns = [...makeLines(right, { x: 320 }), ...makeLines(left, { x: 60 })];

describe('findGutter', () => {
  it('finds the strip between two columns, at whose right edge the lines start', () => {
    const gutter = findGutter(columns);
    expect(gutter?.right).toBeGreaterThan(318);
    expect(gutter?.right).toBeLessThanOrEqual(320);
  });

  it('begins the right column at its first line, where most lines are set in below bullets', () => {
    const opening = makeLines(right.slice(0, 3), { x: 320 });
    const points = makeLines([...right, ...right], { x: 332, y: 640 });
    const both = [...makeLines([...left, ...left], { x: 60 }), ...opening, ...points];
    const ordered = orderLines(both, findGutter(both)).map((line) => line.text);
    expect(ordered.slice(0, 12)).toEqual([...left, ...left]);
  });

  it('finds none on a page of one column', () => {
    const wide = makeLines(Array.from({ length: 12 }, () => 'x'.repeat(90)));
    expect(findGutter(wide)).toBeNull();
  });

  it('finds none where a pull quote stands beside a few lines of the text', () => {
    const text = makeLines(Array.from({ length: 10 }, () => 'x'.repeat(90)));
    const beside = makeLines(
      Array.from({ length: 3 }, () => 'x'.repeat(50)),
      { y: 500 },
    );
    const quote = makeLines(['Vienna has gradually', 'shifted toward a', 'more cautious approach'], {
      x: 330,
      y: 500,
    });
    expect(findGutter([...text, ...beside, ...quote])).toBeNull();
  });

  it('finds none where there is hardly any text but that beside a pull quote', () => {
    const beside = makeLines(Array.from({ length: 9 }, () => 'x'.repeat(50)));
    const quote = (font: string) =>
      makeLines(
        Array.from({ length: 9 }, () => 'Vienna has gradually shifted'),
        { x: 330, font },
      );
    expect(findGutter([...beside, ...quote('Lato-BoldItalic')])).toBeNull();
    expect(findGutter([...beside, ...quote('EB-Garamond')])).not.toBeNull();
  });
});

describe('orderLines', () => {
  const gutter = { left: 312, right: 320 };

  it('reads the left column before the right one', () => {
    expect(orderLines(columns, gutter).map((line) => line.text)).toEqual([...left, ...right]);
    expect(orderLines(columns, gutter).map((line) => line.column)).toEqual([
      ...Array(6).fill(0),
      ...Array(6).fill(1),
    ]);
  });

  it('cuts the page into bands where a line crosses both columns', () => {
    const title = makeLine('y'.repeat(80), { y: 661 });
    const order = orderLines([...columns, title], gutter).map((line) => line.text);
    expect(order.indexOf(right[0] ?? '')).toBeLessThan(order.indexOf(title.text));
    expect(order.indexOf(title.text)).toBeLessThan(order.indexOf(left[5] ?? ''));
  });

  it('keeps the short last line of a title with the title', () => {
    const title = makeLines(['Austria: Technological engagement with China not a', 'priority, but present'], {
      y: 780,
      size: 18,
      font: 'Lato-Bold',
    });
    const ordered = orderLines([...columns, ...title], gutter);
    expect(ordered.slice(0, 2).map((line) => [line.text, line.column])).toEqual([
      ['Austria: Technological engagement with China not a', null],
      ['priority, but present', null],
    ]);
  });

  it('keeps the painting order on a page with one column', () => {
    const lines = makeLines(['second', 'first'], { y: 600 }).reverse();
    expect(orderLines(lines, null)).toEqual(lines);
  });

  it('does not cut the page at a link that reaches from the left column into the right one', () => {
    const link = makeLine('https://www.gov.ie/department/press/releases/2026/april', { x: 60, y: 661 });
    const order = orderLines([...columns, link], gutter).map((line) => line.text);
    expect(order.indexOf(link.text)).toBeLessThan(order.indexOf(right[0] ?? ''));
    expect(order.indexOf(left[5] ?? '')).toBeLessThan(order.indexOf(right[0] ?? ''));
  });
});
