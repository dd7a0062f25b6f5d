import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { makePdf, type PdfLine, type PdfPage, setText } from '../../typeset/make-pdf.ts';
import { evaluateStructure } from './evaluate-structure.ts';
import { formatStructure, renderStructure } from './structure-table.ts';

const folder = temporaryFolder('structure');

/** Parts, chapters and the first pages that are printed on them: the file has two pages more in front. */
const book = [
  { title: 'Part I Law', page: 1 },
  { title: '1 The courts of the land and how their judges have been chosen since the reform', page: 3 },
  { title: '2 Lawyers', page: 6 },
  { title: 'Part II Order', page: 9 },
  { title: '3 The police in towns and villages and the limits that the constitution sets to it', page: 11 },
  { title: '4 Prisons', page: 14 },
];
const front = 2;
const sentence =
  'The reform of the last decade changed how cases are heard, and it did so in every district of the country.';

const line = (text: string, x: number, y: number, size = 10, face: PdfLine['face'] = 'regular'): PdfLine => ({
  text,
  x,
  y,
  size,
  face,
});

/** Contents in two columns, whose long titles wrap, without leaders. */
function contentsPage(): PdfPage {
  const lines = [line('Contents', 60, 780, 20, 'bold')];
  const columns = [book.slice(0, 3), book.slice(3)];
  columns.forEach((entries, column) => {
    let y = 720;
    const x = 60 + column * 260;
    for (const { title, page } of entries) {
      const face = title.startsWith('Part') ? 'bold' : 'regular';
      const rows = setText(title, { x, y, characters: 38, size: 9, face });
      lines.push(...rows, line(String(page), x + 210, rows.at(-1)?.y ?? y, 9));
      y -= rows.length * 12 + 16;
    }
  });
  return { lines };
}

function bookPage(printed: number): PdfPage {
  const entry = book.find(({ page }) => page === printed);
  const lines = [line(String(printed), 290, 30, 8)];
  if (entry?.title.startsWith('Part')) return { lines: [...lines, line(entry.title, 60, 500, 24, 'bold')] };
  const title =
    entry === undefined
      ? []
      : setText(entry.title, { x: 60, y: 760, characters: 40, size: 16, face: 'bold' });
  const text = Array.from({ length: 8 }, (_, at) =>
    setText(`${sentence} ${sentence}`, { x: 60, y: 680 - at * 60, characters: 90, size: 10 }),
  );
  return { lines: [...lines, ...title, ...text.flat()] };
}

function writeBook(): void {
  const pages = [{ lines: [line('Law and Order', 60, 600, 30, 'bold')] }, contentsPage()];
  for (let printed = 1; printed <= 16; printed++) pages.push(bookPage(printed));
  const outline = book.map(({ title, page }) => ({ title, page: page + front }));
  writeFileSync(join(folder, 'book.pdf'), makePdf({ pages, outline }));
  const level = (title: string) => (title.startsWith('Part') ? 1 : 2);
  const known = book.map(({ title, page }) => `${level(title)},${title},${page + front}`);
  writeFileSync(join(folder, 'book.toc'), known.join('\n'));
}

describe('evaluateStructure', () => {
  it('refuses a folder without contents files', async () => {
    await expect(evaluateStructure(folder)).rejects.toThrow('no PDF with a contents file');
  });

  it('finds parts and chapters by the outline, and by what is printed', async () => {
    writeBook();
    const scores = await evaluateStructure(folder);
    expect(
      scores.map(({ reading, from, chapters, entries }) => [
        reading,
        from,
        chapters.right,
        chapters.found,
        entries.right,
      ]),
    ).toEqual([
      ['with its outline', 'outline', 4, 4, 6],
      ['without an outline', 'contents', 4, 4, 6],
    ]);
    expect(formatStructure(scores)).toMatch(/book +with its outline +4 of 4, 4 found/);
    expect(renderStructure(scores)).toContain('| mean of 1 | without an outline |  | 1.000 |');
  });
});
