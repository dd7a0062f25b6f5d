import { describe, expect, it } from 'vitest';
import { makeLine, makeLines, makePage } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { findFurniture } from './furniture.ts';

const sentences = [
  'Securing control of innovation value chains is another key strategic goal.',
  'China will prioritize the procurement of innovative products from domestic origin.',
  'In this spirit, national champions are expected to play along and to co-innovate.',
];

/** Lines of text that are others on each page. */
function bodyOf(page: number): string[] {
  const own = 'abcdefghijklmnop'[page] ?? '';
  return sentences.map((sentence) => sentence.replace(/e/g, own));
}

/** Pages of body text with a running head and a number, as the report has them. */
function makeReport(pageCount: number, head: (page: number) => string): Line[][] {
  return Array.from({ length: pageCount }, (_, index) => {
    const page = index + 1;
    return [
      makeLine(head(page), { page, y: 810, size: 8, font: 'Lato-Regular', x: 420 }),
      ...makeLines([...bodyOf(page), ...bodyOf(page + 4), ...bodyOf(page + 8)], { page, y: 780 }),
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

  it('finds the foot of pages that end where their text does, at whatever height', () => {
    const lines = Array.from({ length: 6 }, (_, index) => {
      const page = index + 1;
      const texts = bodyOf(page).slice(0, 1 + (index % 3));
      const foot = page % 2 === 0 ? { x: 60 } : { x: 420 };
      return [
        ...makeLines(texts, { page, y: 780 }),
        makeLine(`2021 FORM 10-K ${page + 28}`, { page, y: 700 - 60 * index, ...foot }),
      ];
    });
    expect(furnitureOf(lines)).toEqual([29, 30, 31, 32, 33, 34].map((number) => `2021 FORM 10-K ${number}`));
    const unnumbered = lines.map((own, index) => [
      ...own.slice(0, -1),
      makeLine('2021 FORM 10-K', { page: index + 1, y: 600 - 37 * index }),
    ]);
    expect(furnitureOf(unnumbered)).not.toContain('2021 FORM 10-K');
  });

  it('finds a head that names the chapter, by its style', () => {
    const names = ['Austria', 'Belgium', 'Czechia', 'Denmark'];
    expect(furnitureOf(makeReport(4, (page) => names[page - 1] ?? ''))).toEqual(
      expect.arrayContaining(names),
    );
  });

  it('leaves the titles of chapters alone, each of which opens a page in a style of its own', () => {
    const lines = makeReport(8, (page) => `Chapter ${'abcdefgh'[page - 1]}`).map((own, index) =>
      own.map((line) =>
        line.text.startsWith('Chapter') && index % 2 === 0 ? { ...line, size: 16, font: 'Lato-Black' } : line,
      ),
    );
    const kept = lines.filter((_, index) => index % 2 === 0).map(([head]) => head?.text);
    expect(kept).toHaveLength(4);
    for (const head of kept) expect(furnitureOf(lines)).not.toContain(head);
  });

  it('finds a head of two lines above a title in large type that stands right below it', () => {
    const lines = makeReport(5, () => 'Appendix III: Key Technologies').map((page, index) => [
      ...page,
      makeLine('Enhance the Supply', { page: index + 1, y: 801, size: 8, font: 'Lato-Regular', x: 420 }),
    ]);
    const [first] = lines;
    first?.push(makeLine('Key Technologies to Enhance the Supply', { page: 1, y: 794, size: 27 }));
    expect(furnitureOf(lines).filter((text) => /^(?:Appendix|Enhance)/.test(text))).toHaveLength(10);
    expect(furnitureOf(lines)).not.toContain('Key Technologies to Enhance the Supply');
  });

  it('leaves body lines at the top of the page alone, though they stand in the same place on each page', () => {
    const lines = makeReport(4, () => 'ETNC report 2026').map((page) => page.slice(1, -1));
    expect(furnitureOf(lines)).toEqual([]);
  });

  it('takes what all pages but the first of three repeat for a head', () => {
    const [first = [], ...others] = makeReport(3, () => 'ETNC report 2026');
    const heads = furnitureOf([first.slice(1), ...others]).filter((text) => !/^\d$/.test(text));
    expect(heads).toEqual(['ETNC report 2026', 'ETNC report 2026']);
  });

  it('leaves a head alone that stands there on two pages only, but not their numbers', () => {
    expect(furnitureOf(makeReport(2, () => 'ETNC report 2026'))).toEqual(['1', '2']);
  });

  it('finds numbers that rise with the pages, wherever a page has its own and in Roman digits', () => {
    const lines = ['v', 'vi', 'vii', '1', '2', '3'].map((label, index) => [
      ...makeLines(bodyOf(index + 1), { page: index + 1, y: 760 }),
      makeLine(label, { page: index + 1, y: label === '1' ? 100 : 790, size: 8, x: 530 }),
    ]);
    expect(furnitureOf(lines).sort()).toEqual(['1', '2', '3', 'v', 'vi', 'vii']);
  });

  it('leaves numbers alone that do not rise with the pages, such as those of notes', () => {
    const lines = ['7', '12', '19', '20'].map((note, index) => [
      ...makeLines(bodyOf(index + 1), { page: index + 1, y: 760 }),
      makeLine(note, { page: index + 1, y: 60, size: 8 }),
    ]);
    expect(furnitureOf(lines)).toEqual([]);
  });

  it('finds a number in the line of a head that changes with the chapter, and a head of a single page beside them', () => {
    const names = ['Austria', 'Austria', 'Austria', 'Belgium', 'Czechia', 'Czechia'];
    const heads = names.map((name, index) =>
      index % 2 === 0 ? `${index + 11} | ${name}` : `${name} ${index + 11}`,
    );
    const lines = makeReport(6, (page) => heads[page - 1] ?? '').map((page) => page.slice(0, -1));
    expect(furnitureOf(lines)).toEqual(heads);
  });

  it('leaves the repeated heads of a table alone, which stand among rows of text', () => {
    const lines = Array.from({ length: 15 }, (_, index) => {
      const first = index > 3 && index < 8 ? 'Meeting date and outcome' : (bodyOf(index + 1)[0] ?? '');
      return [
        makeLine(first, { page: index + 1, y: 780 }),
        ...makeLines(bodyOf(index + 1), { page: index + 1, y: 750 }),
      ];
    });
    expect(furnitureOf(lines)).toEqual([]);
  });

  it('leaves a heading alone that opens pages here and there', () => {
    const lines = Array.from({ length: 9 }, (_, index) => [
      makeLine(index % 4 === 0 ? 'Notes and questions' : `Heading of ${'abcdefghi'[index]}`, {
        page: index + 1,
        y: 780,
      }),
      ...makeLines(bodyOf(index + 1), { page: index + 1, y: 750 }),
    ]);
    expect(furnitureOf(lines)).toEqual([]);
  });

  it('finds a box that pages repeat in the middle', () => {
    const lines = makeReport(5, () => 'ETNC report 2026').map((page, index) => [
      ...page,
      makeLine('Draft, not for citation', { page: index + 1, y: 400, x: 480 }),
    ]);
    expect(furnitureOf(lines)).toContain('Draft, not for citation');
  });

  it('finds a head of two rows, and leaves short notes above the number alone, though they recur', () => {
    const lines = Array.from({ length: 6 }, (_, index) => {
      const page = index + 1;
      return [
        ...makeLines(['Dealing with China as a technology', 'and innovation power'], {
          page,
          y: 812,
          size: 8,
        }),
        ...makeLines(bodyOf(page), { page, y: 760 }),
        ...makeLines([...bodyOf(page + 6), 'Ibid.'], { page, y: 91, size: 8, x: 60 + page }),
        makeLine(String(page), { page, y: 40, size: 8, x: 530 }),
      ];
    });
    const found = furnitureOf(lines);
    expect(found.filter((text) => text === 'and innovation power')).toHaveLength(6);
    expect(found).toHaveLength(18);
  });
});
