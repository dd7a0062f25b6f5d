import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../core/document-reader.ts';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { type Block, blockText } from '../page-model.ts';
import { findPrintedContents } from './contents-rows.ts';
import { type DocumentBlocks, planChapters } from './plan-chapters.ts';
import { shortName } from './short-name.ts';

const titleLook = { font: 'Lato-Bold', size: 18 };
const hungary = 'Hungary: Engagement over caution in cooperation with China';
const ireland = 'Ireland: Interlocking factors shape the approach to China';

function text(page: number): Block {
  return makeBlock(['Scientific cooperation between the two countries began to expand in the 2000s.'], {
    page,
  });
}

/** Cover, a divider page and two pages for Hungary, then Ireland, whose title stands on its divider page. */
const blocks = [
  text(1),
  makeBlock(['Hungary'], { page: 2, font: 'Lato-Light', size: 40 }),
  makeBlock(['Engagement over caution', 'in cooperation with China'], { ...titleLook, page: 2 }),
  makeBlock(['Hungary: Engagement over caution in cooperation', 'with China'], { ...titleLook, page: 3 }),
  text(3),
  text(4),
  makeBlock(['Ireland'], { page: 5, font: 'Lato-Light', size: 40, y: 780 }),
  makeBlock(['Ireland: Interlocking factors shape the', 'approach to China'], { ...titleLook, page: 5 }),
  text(5),
];

function entry(title: string, page: number): OutlineEntry {
  return { title, page, y: null, children: [] };
}

const linesOf = (all: readonly Block[], pageCount: number) =>
  Array.from({ length: pageCount }, (_, at) =>
    all.filter(({ page }) => page === at + 1).flatMap(({ lines }) => lines),
  );

function documentOf(outline: OutlineEntry[], all: Block[], pageCount: number): DocumentBlocks {
  const contents = findPrintedContents(linesOf(all, pageCount));
  const isText = ({ page }: Block) => !contents.some(({ pages }) => pages.includes(page));
  return {
    outline,
    blocks: all.filter(isText),
    contents,
    printed: new Map(),
    runningHeads: new Map(),
    bodySize: 10,
    pageCount,
    title: 'Fragmented Europe',
  };
}

function plan(outline: OutlineEntry[], all: Block[] = blocks, pageCount = 6) {
  const { from, spans } = planChapters(documentOf(outline, all, pageCount));
  return {
    from,
    chapters: spans.map(
      ({ chapter }) => `${chapter.kind} ${chapter.name} ${chapter.page}-${chapter.lastPage}`,
    ),
    titles: spans.map(({ titleBlock }) =>
      titleBlock === null ? null : blockText(all[titleBlock] ?? text(1)),
    ),
  };
}

describe('planChapters', () => {
  it('takes the heading for a title that the outline has cut', () => {
    const long = 'Federal Agencies Do Not Have a Coordinated Strategy to Address Peak Oil Issues';
    const other = 'Agency Comments and Our Evaluation';
    const all = [
      makeBlock([long], { ...titleLook, page: 1 }),
      text(1),
      makeBlock([`${other}: What Was Said`], { ...titleLook, page: 3 }),
      text(3),
    ];
    const chaptersOf = (outline: OutlineEntry[]) =>
      planChapters(documentOf(outline, all, 4)).spans.map(({ chapter }) => chapter.title);
    expect(chaptersOf([entry(long.slice(0, 60), 1), entry(other, 3)])).toEqual([long, other]);
  });

  it('starts a chapter at its divider page and finds its title', () => {
    expect(plan([entry(hungary, 3), entry(ireland, 5)])).toEqual({
      from: 'outline',
      chapters: ['front Front matter 1-1', 'chapter Hungary 2-4', 'chapter Ireland 5-6'],
      titles: [null, hungary, ireland],
    });
  });

  it('takes a title’s blanks from its heading if the outline has lost them', () => {
    const titles = (outline: OutlineEntry[]) =>
      planChapters(documentOf(outline, blocks, 6)).spans.map(({ chapter }) => chapter.title);
    const lost = hungary.replace('cooperation with', 'cooperationwith');
    expect(titles([entry(lost, 3), entry(ireland, 5)])).toContain(hungary);
    expect(titles([entry(hungary.toUpperCase(), 3), entry(ireland, 5)])).toContain(hungary.toUpperCase());
  });

  it('starts a chapter at the label above its title', () => {
    const label = (text_: string, page: number) =>
      makeBlock([text_], { font: 'Lato-Bold', size: 14, page, y: 790 });
    const labelled = [
      text(1),
      label('CHAPTER', 2),
      label('TWO', 2),
      makeBlock(['THE ARCHIVE'], { ...titleLook, page: 2 }),
      text(2),
      label('CHAPTER', 3),
      label('THREE', 3),
      makeBlock(['BINARY PACKAGES'], { ...titleLook, page: 3 }),
      text(3),
    ];
    expect(plan([entry('The Archive', 2), entry('Binary packages', 3)], labelled, 3).chapters).toEqual([
      'front Front matter 1-1',
      'chapter Archive 2-2',
      'chapter Binary packages 3-3',
    ]);
  });

  it('looks below a single root entry, which is the report itself', () => {
    const root = { ...entry('Fragmented Europe', 1), children: [entry(hungary, 3), entry(ireland, 5)] };
    expect(plan([root]).chapters).toEqual([
      'front Front matter 1-1',
      'chapter Hungary 2-4',
      'chapter Ireland 5-6',
    ]);
  });

  it('treats lists of authors before and an imprint after as front and back matter', () => {
    expect(plan([entry('List of authors', 1), entry(hungary, 3), entry('Imprint', 5)]).chapters).toEqual([
      'front List of authors 1-1',
      'chapter Hungary 2-4',
      'back Imprint 5-6',
    ]);
  });

  it('removes the note marker from a title of the outline if the heading has one', () => {
    const title = makeBlock(['Hungary: Engagement over caution with China'], { ...titleLook, page: 1 });
    title.lines[0]?.markers.push({ offset: 43, labels: ['1'] });
    const outline = [entry('Hungary: Engagement over caution with China1', 1), entry(ireland, 2)];
    const { spans } = planChapters(documentOf(outline, [title, text(1), text(2)], 2));
    expect(spans[0]?.chapter.title).toBe('Hungary: Engagement over caution with China');
  });

  it('treats cover title and authors before the first chapter as front matter, even without an outline', () => {
    const all = [
      makeBlock(['Fragmented Europe'], { ...titleLook, page: 1 }),
      text(1),
      makeBlock(['List of authors'], { ...titleLook, page: 2 }),
      text(2),
      makeBlock(['Ireland: Interlocking factors shape science-', 'tech innovation'], {
        ...titleLook,
        page: 3,
      }),
      text(3),
      makeBlock(['Imprint'], { ...titleLook, page: 4 }),
      text(4),
    ];
    const { spans } = planChapters(documentOf([], all, 4));
    expect(spans.map(({ chapter }) => `${chapter.kind} ${chapter.title} ${chapter.page}`)).toEqual([
      'front Front matter 1',
      'front List of authors 2',
      'chapter Ireland: Interlocking factors shape science-tech innovation 3',
      'back Imprint 4',
    ]);
  });

  it('falls back on the largest headings, then on one chapter', () => {
    expect(plan([])).toMatchObject({ from: 'headings' });
    expect(plan([], [text(1), text(2)], 2)).toEqual({
      from: 'none',
      chapters: ['chapter Fragmented Europe 1-2'],
      titles: [null],
    });
  });

  it('gives two chapters with the same short name their full titles', () => {
    const names = plan([entry(hungary, 3), entry('Hungary: Opportunities', 5)]).chapters;
    expect(names.slice(1)).toEqual([`chapter ${hungary} 2-4`, 'chapter Hungary: Opportunities 5-6']);
  });
});

describe('shortName', () => {
  it.each([
    ['The Netherlands: Chipping away at technological dependencies', 'Netherlands'],
    ['3. Germany: From mutual benefit', 'Germany'],
    ['Chapter 4: Hungary: Engagement', 'Hungary'],
    ['Executive Summary', 'Executive Summary'],
    ['Theory and practice', 'Theory and practice'],
    ['5G networks: Risk management', '5G networks'],
    ['10 years of ETNC: A review', '10 years of ETNC'],
  ])('of "%s" is "%s"', (title, name) => {
    expect(shortName(title)).toBe(name);
  });
});

describe('contents pages', () => {
  const contents = [
    makeBlock(['Contents'], { ...titleLook, page: 1 }),
    makeBlock(
      [
        `${hungary} 92`,
        'Ireland: Interlocking factors shape',
        'the approach to China ..... 98',
        'Imprint 194',
      ],
      {
        page: 1,
        y: 600,
      },
    ),
  ];

  const rowsOf = (all: Block[]) =>
    findPrintedContents(linesOf(all, 200)).flatMap(({ rows }) =>
      rows.map(({ text: title, number }) => [title, number?.value]),
    );

  it('have rows of titles with their page numbers, with leaders among them', () => {
    expect(rowsOf(contents)).toEqual([
      [hungary, 92],
      ['Ireland: Interlocking factors shape', undefined],
      ['the approach to China', 98],
      ['Imprint', 194],
    ]);
    expect(rowsOf([text(1)])).toEqual([]);
  });

  it('have titles that begin with small letters, as lettered sections do', () => {
    const lettered = ['a. Ad hoc tribunals . . . 35', 'b. The court . . . 39', 'aa. Its statute . . . 40'];
    expect(rowsOf([makeBlock(['Table of contents', 'I. Law . . . 33', ...lettered])])).toEqual([
      ['I. Law', 33],
      ['a. Ad hoc tribunals', 35],
      ['b. The court', 39],
      ['aa. Its statute', 40],
    ]);
  });

  it('have page numbers that are painted apart and first', () => {
    const numbers = makeBlock(['92', '98'], { page: 1, x: 500, y: 600 });
    const titles = makeBlock([hungary, ireland], { page: 1, y: 600 });
    const [heading] = contents;
    expect(heading && rowsOf([numbers, heading, titles])).toEqual([
      [hungary, 92],
      [ireland, 98],
    ]);
  });

  it('go on on a page that holds a single entry, and not on one that names a year', () => {
    const pagesOf = (all: Block[]) => findPrintedContents(linesOf(all, 200)).flatMap(({ pages }) => pages);
    const last = makeBlock(['United Kingdom: Long-standing technology ties', '196'], { page: 2 });
    expect(pagesOf([...contents, last, text(3)])).toEqual([1, 2]);
    const imprint = makeBlock(
      ['A report by the European Think-tank', 'Network on China (ETNC)', 'June 2026'],
      { page: 2 },
    );
    expect(pagesOf([...contents, imprint])).toEqual([1]);
  });

  it('lead to the headings also where the printed numbers lag behind the pages, here and there by more', () => {
    const names = ['Business', 'Risk Factors', 'Properties', 'Executive Compensation', 'Exhibits'];
    const places = [3, 8, 13, 16, 20];
    const all = [
      makeBlock(['Contents'], { ...titleLook, page: 1 }),
      // One page behind to begin with, four from the third on.
      makeBlock(
        names.map((name, at) => `${name} ${[2, 6, 9, 12, 16][at]}`),
        { page: 1, y: 600 },
      ),
      ...Array.from({ length: 24 }, (_, at) => {
        const name = names[places.indexOf(at + 2)];
        const heading = makeBlock([name ?? ''], { ...titleLook, page: at + 2 });
        return name === undefined ? [text(at + 2)] : [text(at + 2), heading, text(at + 2)];
      }).flat(),
    ];
    expect(plan([], all, 25).chapters).toEqual([
      'front Front matter 1-3',
      'chapter Business 3-8',
      'chapter Risk Factors 8-13',
      'chapter Properties 13-16',
      'chapter Executive Compensation 16-20',
      'chapter Exhibits 20-25',
    ]);
  });

  it('are no divider of the chapter behind them, though they name its title', () => {
    const all = [
      makeBlock(['Contents'], { ...titleLook, page: 1 }),
      makeBlock(['Hungary: Engagement over caution', '2'], { page: 1, y: 600 }),
      makeBlock(['Hungary: Engagement over caution'], { ...titleLook, page: 2 }),
      text(2),
    ];
    expect(plan([entry('Hungary: Engagement over caution', 2)], all, 2).chapters).toEqual([
      'front Front matter 1-1',
      'chapter Hungary 2-2',
    ]);
  });

  describe('two titles on a page', () => {
    const table = (page: number) => makeBlock([''], { page }, 'table');
    const eggs = 'U.S. Egg Supply and Use';
    const milk = 'U.S. Milk Supply and Use';
    const mexico = 'Mexico Sugar Supply and Use';
    const sugar = 'U.S. Sugar Supply and Use';
    const titled = (title: string, page: number, y: number) => makeBlock([title], { ...titleLook, page, y });
    const firstsOf = (outline: OutlineEntry[], all: Block[]) =>
      planChapters(documentOf(outline, all, 3)).spans.map(({ chapter, firstBlock, endBlock }) => [
        chapter.title,
        firstBlock,
        endBlock,
      ]);

    it('leave the table between them to the first', () => {
      const all = [text(1), titled(eggs, 2, 780), table(2), titled(milk, 2, 400), table(2), text(3)];
      expect(firstsOf([entry(eggs, 2), entry(milk, 2)], all).slice(1)).toEqual([
        [eggs, 1, 3],
        [milk, 3, 6],
      ]);
    });

    it('are found in their order, the second also where it is longer in print', () => {
      const longer = titled(`${mexico} and High Fructose Corn Syrup Consumption`, 2, 400);
      const all = [text(1), titled(sugar, 2, 780), table(2), longer, table(2), text(3)];
      expect(firstsOf([entry(sugar, 2), entry(mexico, 2)], all).slice(1)).toEqual([
        [sugar, 1, 3],
        [mexico, 3, 6],
      ]);
    });
  });
});
