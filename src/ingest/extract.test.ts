import { describe, expect, it } from 'vitest';
import type { IngestedDocument } from '../core/types.ts';
import { makePdf, type PdfLine, type PdfPage, setText } from '../workshop/typeset/make-pdf.ts';
import { extractDocument } from './extract.ts';

const austria = {
  title: 'Austria: Technological engagement with China not a priority, but present',
  heading: 'Academia: Between cooperation and caution',
  left: [
    "Throughout the last decade, Austria's science and technology engagement with China has largely been characterised by steady continuity.",
    'Austria has thus far avoided both enthusiastic embrace as well as dramatic rupture, instead maintaining overall quiet and stable cooperation.',
    "This position reflects Vienna's broader positioning as a small neutral actor seeking balance between geopolitical pressures under the umbrella of EU-level frameworks.",
    'Nevertheless, in light of intensifying scrutiny of technology flows from and toward the PRC,',
  ].join(' '),
  right: [
    'the country has found itself adapting its long-standing posture.',
    'To this day it remains one of only two such offices (the first was established in Washington D.C. in 2001).',
    'Indeed, recent years have been marked by a carefully growing emphasis on regulatory instruments and political signaling aimed at managing technology related risks.',
    'Still, as discussed below, individual cases have proven consequential for technological development in fields like quantum science.',
  ].join(' '),
};
const belgium = {
  title: 'Belgium: Technology relations with China under strategic and institutional constraint',
  heading: 'Wind energy: Belgium adjusts to EU regulations',
  left: [
    'Housing top-class R&D centres in a variety of innovative sectors, Belgium is consistently one of the highest spenders on research and innovation within the EU.',
    'In 2024 it spent 3.36% of GDP on R&D, second only to Sweden in the EU, and well above the European average.',
    'As China has become an increasingly central actor in global technology and innovation, Belgian and Chinese firms have shown growing interest to collaborate.',
    'The largest Belgian semiconductor company by market capitalisation is Melexis, which has',
  ].join(' '),
  right: [
    'established itself as a key player in the automotive sensor industry.',
    'Despite its strong presence in China, Melexis does not currently operate production sites in the country.',
    'To increase the share of European green tech and reduce dependence on clean technologies made in China, the EU adopted the Net-Zero Industry Act in the summer of 2024.',
    'The rules require that at least three quarters of the turbines contain no more than four critical components from there.',
  ].join(' '),
};
const chapters = [austria, belgium];

/** The running head and the number that every page carries. */
function furniture(page: number): PdfLine[] {
  return [
    { text: 'ETNC report 2026', x: 50, y: 812, size: 8, face: 'italic' },
    { text: String(page), x: 530, y: 30, size: 8, face: 'italic' },
  ];
}

/** A chapter's page: the title over both columns, then a heading, text on the left, and its end on the right. */
function chapterPage(page: number, chapter: typeof austria): PdfPage {
  const column = { characters: 48, size: 9 };
  return {
    lines: [
      ...furniture(page),
      ...setText(chapter.title, { x: 50, y: 760, characters: 50, size: 18, face: 'bold' }),
      ...setText(chapter.heading, { x: 50, y: 690, characters: 48, size: 11, face: 'bold' }),
      // Painted right before left: the order on the page counts, not the order in the file.
      ...setText(chapter.right, { ...column, x: 310, y: 690 }),
      ...setText(chapter.left, { ...column, x: 50, y: 672 }),
    ],
  };
}

function contentsPage(page: number): PdfPage {
  const entries = chapters.map((chapter, index) => `${chapter.title} ${page + 1 + index}`);
  return {
    lines: [
      ...furniture(page),
      { text: 'Contents', x: 50, y: 760, size: 18, face: 'bold' },
      ...entries.map(
        (text, index): PdfLine => ({ text, x: 50, y: 700 - index * 20, size: 9, face: 'regular' }),
      ),
      { text: 'Imprint 4', x: 50, y: 660, size: 9, face: 'regular' },
    ],
  };
}

function extract(
  pages: readonly PdfPage[],
  rest: { title?: string; outline?: { title: string; page: number }[] } = {},
) {
  const bytes = makePdf({ pages, ...rest });
  return extractDocument({
    id: 'two-columns',
    file: '/corpus/two-columns.pdf',
    sha256: '',
    bytes,
    name: 'corpus/two-columns.pdf',
    ingestedAt: '',
  });
}

function chapterNames({ document }: IngestedDocument): string[] {
  return document.chapters.map(
    (chapter) => `${chapter.kind} ${chapter.name} ${chapter.page}-${chapter.lastPage}`,
  );
}

function textOf({ passages }: IngestedDocument, chapter: string): string {
  return passages
    .filter((passage) => passage.chapter === chapter)
    .map((passage) => passage.text)
    .join(' ');
}

describe('a report in two columns without an outline', () => {
  const withContents = [contentsPage(1), chapterPage(2, austria), chapterPage(3, belgium)];

  it('takes its chapters from the contents page', async () => {
    const extracted = await extract(withContents);
    expect(extracted.document.report.chaptersFrom).toBe('contents');
    expect(chapterNames(extracted)).toEqual([
      'front Front matter 1-1',
      'chapter Austria 2-2',
      'chapter Belgium 3-3',
    ]);
  });

  it('reads the left column before the right one and joins the sentence that runs over both', async () => {
    const extracted = await extract(withContents);
    expect(textOf(extracted, 'Austria')).toBe(`${austria.left} ${austria.right}`);
    expect(textOf(extracted, 'Belgium')).toBe(`${belgium.left} ${belgium.right}`);
  });

  it('leaves the contents, running heads and page numbers out of the text and says so', async () => {
    const extracted = await extract(withContents);
    expect(extracted.document.report.skipped).toEqual([
      '6 running heads and page numbers',
      'the contents (page 1)',
    ]);
    expect(extracted.passages.map((passage) => passage.text).join(' ')).not.toMatch(/ETNC report|Imprint/);
  });

  it('knows of each line where it went', async () => {
    const { trace, document } = await extract(withContents);
    const leftOut = trace?.leftOut.map(({ as, text, box }) => `${box.page} ${as}: ${text}`);
    expect(leftOut?.filter((line) => line.startsWith('1 '))).toEqual([
      '1 running head: ETNC report 2026',
      '1 running head: 1',
      '1 contents: Contents',
      `1 contents: ${austria.title} 2`,
      `1 contents: ${belgium.title} 3`,
      '1 contents: Imprint 4',
    ]);
    expect(leftOut?.filter((line) => line.startsWith('2 '))).toEqual([
      '2 running head: ETNC report 2026',
      '2 running head: 2',
    ]);
    expect(trace?.headings.map(({ text, boxes }) => [text, boxes[0]?.page])).toContainEqual([
      austria.heading,
      2,
    ]);
    expect(document.report.counts).toMatchObject({ characters: { lost: 0 }, upwardPages: [] });
  });

  it('takes the lines of a draft, numbered at the edge of the page, for text and not for contents', async () => {
    const drafted = ({ left, right }: typeof austria) => {
      const lines = setText(`${left} ${right} ${left}`, { x: 60, y: 720, characters: 80, size: 10 });
      const numbers = lines.map(
        ({ y }, at): PdfLine => ({ text: String(8 + at), x: 540, y, size: 6, face: 'regular' }),
      );
      return { lines: [...lines, ...numbers] };
    };
    const { document, passages } = await extract([
      drafted(austria),
      drafted(belgium),
      chapterPage(2, austria),
      chapterPage(3, belgium),
    ]);
    expect(document.report.skipped.join()).not.toContain('the contents');
    expect(passages.map(({ text }) => text).join(' ')).toContain('one of only two such offices');
  });

  it('puts every passage under its heading', async () => {
    const { passages } = await extract(withContents);
    expect(new Set(passages.map((passage) => `${passage.chapter} > ${passage.section}`))).toEqual(
      new Set([`Austria > ${austria.heading}`, `Belgium > ${belgium.heading}`]),
    );
  });

  it('takes its chapters from the largest headings where there is no contents page', async () => {
    const extracted = await extract([
      chapterPage(1, austria),
      chapterPage(2, belgium),
      { lines: furniture(3) },
    ]);
    expect(extracted.document.report.chaptersFrom).toBe('headings');
    expect(chapterNames(extracted)).toEqual(['chapter Austria 1-1', 'chapter Belgium 2-3']);
  });

  it('is one chapter, named by its title, where there are no headings either', async () => {
    const text = setText(`${austria.left} ${austria.right}`, { x: 50, y: 700, characters: 90 });
    const extracted = await extract([{ lines: text }], { title: 'A note on Austria' });
    expect(extracted.document.report.chaptersFrom).toBe('none');
    expect(chapterNames(extracted)).toEqual(['chapter A note on Austria 1-1']);
    expect(textOf(extracted, 'A note on Austria')).toBe(`${austria.left} ${austria.right}`);
  });

  it('trusts the outline before anything else', async () => {
    const outline = [
      { title: 'Table of contents', page: 1 },
      { title: austria.title, page: 2 },
      { title: belgium.title, page: 3 },
    ];
    const extracted = await extract(withContents, { outline });
    expect(extracted.document.report.chaptersFrom).toBe('outline');
    expect(chapterNames(extracted)).toEqual([
      'front Table of contents 1-1',
      'chapter Austria 2-2',
      'chapter Belgium 3-3',
    ]);
  });
});

describe('a report whose only hyphen is "-"', () => {
  it('mends a broken word and keeps a compound, by the words of the rest of the text', async () => {
    const lines = [
      'The report speaks of de-risking and of dependency, of de-risking again and of',
      'a dependency that the EU would mend. Capitals agree on the logic of de-',
      'risking, and on less depen-',
      'dency, in the short- and',
      'the long-term view of small-',
      'and medium-sized firms.',
    ];
    const extracted = await extract(
      [
        {
          lines: lines.map((text, index) => ({
            text,
            x: 60,
            y: 700 - index * 13,
            size: 10,
            face: 'regular',
          })),
        },
      ],
      { title: 'Hyphens' },
    );
    expect(textOf(extracted, 'Hyphens')).toBe(
      'The report speaks of de-risking and of dependency, of de-risking again and of ' +
        'a dependency that the EU would mend. Capitals agree on the logic of ' +
        'de-risking, and on less dependency, in the short- and the long-term view of small- and medium-sized firms.',
    );
  });
});

describe('a page that is turned or does not start at the origin', () => {
  const lines = setText(austria.left, { x: 60, y: 500, characters: 90 });

  it('gives the same sentences and the same boxes as the plain page', async () => {
    const size = [842, 595] as const;
    const views: PdfPage[] = [
      { lines, mediaBox: [0, 0, size[0], size[1]] },
      { lines, mediaBox: [100, 200, 100 + size[0], 200 + size[1]] },
      { lines, rotate: 90, mediaBox: [0, 0, size[1], size[0]] },
      { lines, rotate: 90, mediaBox: [-30, 40, size[1] - 30, size[0] + 40] },
      { lines, rotate: 180, mediaBox: [0, 0, size[0], size[1]] },
      { lines, rotate: 270, mediaBox: [7, 9, size[1] + 7, size[0] + 9] },
    ];
    const [plain, ...others] = await Promise.all(views.map((page) => extract([page], { title: 'Turned' })));
    expect(plain?.passages[0]?.sentences[0]).toEqual({
      text: "Throughout the last decade, Austria's science and technology engagement with China has largely been characterised by steady continuity.",
      pages: [1],
      boxes: [
        {
          page: 1,
          x: expect.closeTo(60 / 842, 3),
          y: expect.closeTo((595 - 500 - 8) / 595, 3),
          width: expect.any(Number),
          height: expect.closeTo(10.5 / 595, 3),
        },
        {
          page: 1,
          x: expect.closeTo(60 / 842, 3),
          y: expect.closeTo((595 - 487 - 8) / 595, 3),
          width: expect.any(Number),
          height: expect.closeTo(10.5 / 595, 3),
        },
      ],
      noteIds: [],
      markers: [],
    });
    for (const other of others) expect(other.passages).toEqual(plain?.passages);
  });
});
