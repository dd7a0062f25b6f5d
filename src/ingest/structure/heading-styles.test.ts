import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import type { Block } from '../page-model.ts';
import { markByStyle } from './heading-styles.ts';

const text =
  'The courts of the district heard more cases in the second year than in the first, and fewer of them were';
const body = (page: number) => makeBlock([text, text, text, 'appealed.'], { page });
const inSans = (title: string, page: number, size = 10) =>
  makeBlock([title], { page, size, font: 'Lato-Regular' });
const inItalics = (title: string, page: number) => makeBlock([title], { page, font: 'EB-Garamond-Italic' });

function chapter(title: string, page: number): Block {
  const block = makeBlock([title], { page, size: 18, font: 'Lato-Bold' });
  return { ...block, heading: { title, level: 1, goesOn: false } };
}

/** Chapters of two pages with an author below the title, a section in another face, and one below it in italics. */
const book = ['Courts', 'Judges', 'Police', 'Prisons'].flatMap((name, at) => {
  const page = at * 2 + 1;
  return [
    chapter(name, page),
    inSans(`Author of ${name}`, page, 9),
    body(page),
    inSans(`How ${name.toLowerCase()} are chosen`.replace('How', 'How the'), page, 11),
    body(page),
    inItalics(`A case of ${name.toLowerCase()}`, page + 1),
    body(page + 1),
    // A sentence that is all in italics.
    ...(at === 0
      ? [inItalics('This was, in the end, what everybody had expected.', page + 1), body(page + 1)]
      : []),
  ];
});

const marked = (blocks: readonly Block[]) =>
  blocks.flatMap(({ heading }) => (heading?.isByStyle ? [[heading.level, heading.title]] : []));

describe('markByStyle', () => {
  it('finds headings in another face and in italics, by how their style is used', () => {
    const blocks = structuredClone(book);
    markByStyle(blocks, 1);
    expect(marked(blocks).slice(0, 3)).toEqual([
      [2, 'How the courts are chosen'],
      [3, 'A case of courts'],
      [2, 'How the judges are chosen'],
    ]);
    expect(marked(blocks)).toHaveLength(8);
  });

  it('finds those of a dense report, in bold italics and five on two pages', () => {
    const titles = ['Market', 'Holders', 'Dividends', 'Outlook', 'Inventories', 'Taxes'];
    const blocks = titles.flatMap((title, at) => [
      makeBlock([title], { page: 1 + Math.floor(at / 3), font: 'EB-Garamond-BoldItalic' }),
      body(1 + Math.floor(at / 3)),
    ]);
    markByStyle(blocks, 1);
    expect(marked(blocks)).toEqual(titles.map((title) => [2, title]));
  });

  it('takes the first line of a paragraph that begins in italics for none, however far it is set in', () => {
    const opening = 'Our main task is to hear cases and to hear them soon';
    const blocks = [1, 2, 3].flatMap((page) => [
      makeBlock([opening], { page, x: 90, y: 700, font: 'EB-Garamond-Italic' }),
      makeBlock(['enough for those who wait, in every district of the land.', text], { page, y: 687 }),
    ]);
    markByStyle(blocks, 1);
    expect(marked(blocks)).toEqual([]);
  });

  it('takes authors below the titles for none', () => {
    const blocks = structuredClone(book);
    markByStyle(blocks, 1);
    expect(JSON.stringify(marked(blocks))).not.toContain('Author');
  });

  it('finds headings that begin with a small letter as their number', () => {
    const blocks = ['a) Judges', 'b) Clerks', 'c) Guards'].flatMap((title, at) => [
      body(at + 1),
      inItalics(title, at + 1),
      body(at + 1),
    ]);
    markByStyle(blocks, 1);
    expect(marked(blocks)).toHaveLength(3);
  });

  it('tells the style of a paragraph by most of its lines, not by its first', () => {
    const [opening] = inItalics('The Commission on the Courts', 1).lines;
    const openings = book.map((block) =>
      block.lines.length > 1 && opening !== undefined
        ? { ...block, lines: [{ ...opening, page: block.page }, ...block.lines] }
        : block,
    );
    const blocks = structuredClone(openings);
    markByStyle(blocks, 1);
    expect(marked(blocks)).toHaveLength(8);
  });

  it('takes a line of a paragraph for none that is set as headings are: a reference in italics', () => {
    const narrow = 'The courts of the district hold';
    const at = (y: number) => ({ page: 8, y });
    const inItalicsAt = (y: number, words: string) =>
      makeBlock([words], { ...at(y), font: 'EB-Garamond-Italic' });
    const blocks = [
      ...structuredClone(book),
      makeBlock([narrow], at(300)),
      inItalicsAt(287, 'Item 8, Annual Report, included'),
      makeBlock([narrow, 'appealed.'], at(274)),
      // The last line of a paragraph, and a heading alone on its line.
      makeBlock([narrow], at(230)),
      inItalicsAt(217, 'Item 7, Courts'),
      inItalicsAt(190, 'A case of appeal'),
      makeBlock([narrow, 'appealed.'], at(177)),
    ];
    markByStyle(blocks, 1);
    expect(
      marked(blocks)
        .slice(8)
        .map(([, title]) => title),
    ).toEqual(['A case of appeal']);
  });

  it('takes a style for none that ends as sentences do', () => {
    const quotes = [1, 2, 3, 4, 5].flatMap((page) => [
      body(page),
      inItalics(`It was so on page ${page}.`, page),
    ]);
    markByStyle(quotes, 1);
    expect(marked(quotes)).toEqual([]);
  });
});
