import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import type { Block } from '../page-model.ts';
import { titleOf } from './document-title.ts';

const cover = [
  makeBlock(['Fragmented', 'Europe'], { size: 40, font: 'Lato-Bold' }),
  makeBlock(['Dealing with China as a technology and', 'innovation power'], { size: 16 }),
  makeBlock(['A report by the European Think-tank Network on China (ETNC)'], { y: 200 }),
  makeBlock(['x'.repeat(400)], { page: 2 }),
];

function title(own: string | null, blocks: Block[] = cover): string {
  return titleOf({ title: own, pages: [], outline: [] }, blocks, 'fragmented-europe-2026').title;
}

describe('titleOf', () => {
  it('is the title that the file itself names', () => {
    expect(title('Fragmented Europe 2026')).toBe('Fragmented Europe 2026');
  });

  it('is the largest words of the first page with their subtitle, where the file names none or its draft', () => {
    const expected = 'Fragmented Europe: Dealing with China as a technology and innovation power';
    expect(title(null)).toBe(expected);
    expect(title('Microsoft Word - ETNC_final_v7.docx')).toBe(expected);
    expect(title('report.indd')).toBe(expected);
  });

  it('is none that the first pages do not say', () => {
    expect(title('Layout 1 of text paste up.2')).toMatch(/^Fragmented Europe: /);
    expect(title('Layout 1 of text paste up.2', cover.slice(3))).toBe('Layout 1 of text paste up.2');
    expect(title('0001018724-20-000004', cover.slice(3))).toBe('fragmented-europe-2026');
  });

  it('is no number that a file is registered under, no formula and no head of a form', () => {
    const paper = [
      makeBlock(['= 0.35 + 0.16 (N II)'], { size: 40 }),
      makeBlock(['FORM 10-K'], { size: 30 }),
      ...cover,
    ];
    expect(title('doi:10.1016/j.cor.2007.12.007', paper)).toMatch(/^Fragmented Europe: /);
    expect(title('10Q Doc-2022-08-03-15-21', paper)).toMatch(/^Fragmented Europe: /);
  });

  it('is as the outline has it where that says more', () => {
    const blocks = [makeBlock(['2023 Annual Report'], { size: 30 }), ...cover.slice(2)];
    const outline = [{ title: 'Ketchup 2023 Annual Report', page: 1, y: null, children: [] }];
    expect(titleOf({ title: null, pages: [], outline }, blocks, 'x')).toEqual({
      title: 'Ketchup 2023 Annual Report',
      from: 'outline',
    });
  });

  it('does not treat plain text below the title as a subtitle', () => {
    expect(title(null, cover.toSpliced(1, 1))).toBe('Fragmented Europe');
  });

  it('is no word that a program wrote where the first page, full of text, has another title', () => {
    const paper = [...cover.slice(0, 2), makeBlock(['x'.repeat(700)])];
    expect(title('CMR8', paper)).toMatch(/^Fragmented Europe: /);
    expect(title('Courts and Judges', paper)).toBe('Courts and Judges');
  });

  it('is without the authors of a paper, which stand below it in larger type', () => {
    const authors = makeBlock(['Jane Doe, John Roe and Ada Moe'], { size: 14 });
    const paper = [
      ...cover.slice(0, 1),
      authors,
      makeBlock(['Abstract— The courts of the district are studied.'], { y: 300 }),
      ...cover.slice(3),
    ];
    expect(title(null, paper)).toBe('Fragmented Europe');
  });

  it('has all its lines, of which a program makes one a little larger than the others', () => {
    const title1 = makeBlock(['Structural analysis of the courts in the'], { size: 16, font: 'Lato-Bold' });
    const title2 = makeBlock(['district of the north'], { size: 16.3, font: 'Lato-Bold', y: 700 });
    const paper = [title1, title2, ...cover.slice(2)];
    expect(title(null, paper)).toBe('Structural analysis of the courts in the district of the north');
  });

  it("is the file's name where the first page is empty", () => {
    expect(title(null, cover.slice(3))).toBe('fragmented-europe-2026');
    expect(title(null, cover.slice(2))).toBe('fragmented-europe-2026');
  });
});
