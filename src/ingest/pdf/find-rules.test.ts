import { describe, expect, it } from 'vitest';
import { makePdf, type PdfPage } from '../../workshop/typeset/make-pdf.ts';
import { pdfReader } from './pdf-reader.ts';

async function rulesOf(drawing: string, page: Partial<PdfPage> = {}) {
  const { pages } = await pdfReader.read(makePdf({ pages: [{ lines: [], drawing, ...page }] }), 'report.pdf');
  return pages[0]?.rules;
}

describe('the rules of a page', () => {
  it('are its level and upright lines, drawn or filled', async () => {
    expect(await rulesOf('72 500 m 272 500 l S 72 400 0.5 100 re f')).toEqual([
      { x: 72, y: 500, width: 200, height: 0 },
      { x: 72, y: 400, width: 0.5, height: 100 },
    ]);
  });

  it('are the four sides of a box that is drawn, and the box itself if it is filled', async () => {
    expect(await rulesOf('72 400 200 100 re S')).toHaveLength(4);
    expect(await rulesOf('0.9 g 72 400 200 100 re f')).toEqual([{ x: 72, y: 400, width: 200, height: 100 }]);
  });

  it('are one box where boxes of one colour touch, as a cell and its margin do', async () => {
    const cells = '72 400 36 10 re f 108 400 1.5 10 re f';
    expect(await rulesOf(`0.9 g ${cells}`)).toEqual([{ x: 72, y: 400, width: 37.5, height: 10 }]);
    expect(await rulesOf(`0.9 g 72 400 36 10 re f 0 g 108 400 1.5 10 re f`)).toHaveLength(2);
  });

  it('have no upright line in the margin of a white cell, which touches the cell', async () => {
    const line = { x: 300, y: 400, width: 1.5, height: 10 };
    expect(await rulesOf('1 g 72 400 36 10 re f 108 400 1.5 10 re f 300 400 1.5 10 re f')).toEqual([line]);
  });

  it('are one box where boxes of one colour and width touch from above, as the lines of a row do', async () => {
    const rows = '72 410 200 10 re f 72 400 200 10 re f';
    expect(await rulesOf(`0.9 g ${rows}`)).toEqual([{ x: 72, y: 400, width: 200, height: 20 }]);
    expect(await rulesOf(`0.9 g 72 410 200 10 re f 0.8 g 72 400 200 10 re f`)).toHaveLength(2);
    expect(await rulesOf(`0.9 g 72 411 200 10 re f 72 400 200 10 re f`)).toHaveLength(2);
  });

  it('leave out slanting lines, curves, strokes of a point, clips and white boxes', async () => {
    const drawings = [
      '72 500 m 272 450 l S',
      '72 500 m 100 500 150 500 200 500 c S',
      '72 500 m 73 500 l S',
      '72 400 200 100 re W n',
      '1 g 72 400 200 100 re f',
    ];
    for (const drawing of drawings) expect(await rulesOf(drawing), drawing).toBeUndefined();
  });

  it('stand where they are shown: moved, scaled and on a page that is turned', async () => {
    expect(await rulesOf('q 2 0 0 2 10 20 cm 30 40 m 130 40 l S Q 72 500 m 272 500 l S')).toEqual([
      { x: 70, y: 100, width: 200, height: 0 },
      { x: 72, y: 500, width: 200, height: 0 },
    ]);
    const [turned] = (await rulesOf('72 500 m 272 500 l S', { rotate: 90 })) ?? [];
    expect(turned).toMatchObject({ x: 72, y: 500, width: 200 });
  });

  it('are none on a page that draws more than a table would', async () => {
    const lines = Array.from({ length: 4100 }, (_, index) => `72 ${index / 10} m 272 ${index / 10} l S`);
    expect(await rulesOf(lines.join('\n'))).toBeUndefined();
  });
});
