import { describe, expect, it } from 'vitest';
import { makeLines } from '../../testing/documents/text-runs.ts';
import { orderLines } from './columns.ts';
import { findSidebar } from './sidebar.ts';

const texts = (count: number, text: string) => Array.from({ length: count }, (_, at) => `${at} ${text}`);
const wide = 'words of the text as wide as most of the page is, and a little';
const narrow = 'words of the sidebar';
const heads = [
  ...makeLines(['What was found'], { x: 240, y: 740 }),
  ...makeLines(['Why'], { x: 60, y: 740 }),
];
const text = makeLines(texts(14, wide), { x: 240 });
const sidebar = makeLines(texts(14, narrow), { x: 60 });

describe('findSidebar', () => {
  it('finds a narrow column of text beside a wide one, whatever is painted first', () => {
    const page = [...heads, ...text, ...sidebar];
    const ordered = orderLines(page, findSidebar(page)).map((line) => line.text);
    expect(ordered[0]).toBe('Why');
    expect(ordered[1]).toBe(`0 ${narrow}`);
    expect(ordered.slice(-15)).toEqual(['What was found', ...texts(14, wide)]);
  });

  it('finds none beside headings in the margin, which are short or larger', () => {
    expect(findSidebar([...text, ...makeLines(texts(4, narrow), { x: 60 })])).toBeNull();
    expect(findSidebar([...text, ...makeLines(texts(9, narrow), { x: 60, size: 14 })])).toBeNull();
  });

  it('finds none beside a column of numbers, nor where a line crosses the strip', () => {
    const numbers = makeLines(
      texts(14, '').map((number) => number.trim()),
      { x: 560 },
    );
    expect(findSidebar([...text, ...numbers])).toBeNull();
    const across = makeLines(['x'.repeat(90)], { x: 60, y: 780 });
    expect(findSidebar([...across, ...text, ...sidebar])).toBeNull();
  });
});
