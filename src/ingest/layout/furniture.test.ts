import { describe, expect, it } from 'vitest';
import { makeLine, makeLines, makePage } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { findFurniture } from './furniture.ts';

const sentences = [
  'Securing control of innovation value chains is another key strategic goal.',
  'China will prioritize the procurement of innovative products from domestic origin.',
  'In this spirit, national champions are expected to play along and to co-innovate.',
];

/** Pages of body text with a running head and a number, as the report has them. */
function makeReport(pageCount: number, head: (page: number) => string): Line[][] {
  return Array.from({ length: pageCount }, (_, index) => {
    const page = index + 1;
    return [
      makeLine(head(page), { page, y: 810, size: 8, font: 'Lato-Regular', x: 420 }),
      ...makeLines([...sentences, ...sentences, ...sentences], { page, y: 780 }),
      makeLine(String(page), { page, y: 30, size: 8, font: 'Lato-Bold', x: 530 }),
    ];
  });
}

function furnitureOf(lines: Line[][]): string[] {
  const pages = lines.map((_, index) => makePage([], index + 1));
  return [...findFurniture(pages, lines)].map((line) => line.text);
}

describe('findFurniture', () => {
  it('finds running heads and page numbers that recur in their place', () => {
    expect(furnitureOf(makeReport(4, () => 'ETNC report 2026')).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      'ETNC report 2026',
      'ETNC report 2026',
      'ETNC report 2026',
      'ETNC report 2026',
    ]);
  });

  it('finds a head that names the chapter, by its style', () => {
    const names = ['Austria', 'Belgium', 'Czechia', 'Denmark'];
    expect(furnitureOf(makeReport(4, (page) => names[page - 1] ?? ''))).toEqual(
      expect.arrayContaining(names),
    );
  });

  it('leaves body lines at the top of the page alone, though they stand in the same place on each page', () => {
    const lines = makeReport(4, () => 'ETNC report 2026').map((page) => page.slice(1, -1));
    expect(furnitureOf(lines)).toEqual([]);
  });

  it('leaves a line alone that stands there on two pages only', () => {
    expect(furnitureOf(makeReport(2, () => 'ETNC report 2026'))).toEqual([]);
  });
});
