import { describe, expect, it } from 'vitest';
import { fakeReader, makePagesFile } from '../testing/documents/fake-document-reader.ts';
import { reportSource, sweden } from '../testing/documents/small-report.ts';
import { makePage, makeRun } from '../testing/documents/text-runs.ts';
import { blankControls } from './blank-controls.ts';
import { extractDocument } from './extract.ts';

const clipboard = '\u001b]52;c;aGFja2Vk\u0007';

describe('the text of a document', () => {
  it('has a blank for each control character, so that a run keeps an edge for each character', () => {
    const runs = [makeRun('Volvo\u0003Cars\u202e'), makeRun('\u0001\u0002')];
    const { title, pages, outline } = blankControls({
      title: '\u001b[31mFragmented\u0000 Europe',
      pages: [{ ...makePage(runs, 1), label: '\u009b' }],
      outline: [{ title: 'Sweden\u2028: ban', page: 1, y: null, children: [] }],
    });
    expect(title).toBe('[31mFragmented Europe');
    expect(pages[0]?.label).toBe('1');
    expect(pages[0]?.runs.map(({ text }) => text)).toEqual(['Volvo Cars ']);
    expect(pages[0]?.runs[0]?.edges).toHaveLength('Volvo Cars '.length + 1);
    expect(outline[0]?.title).toBe('Sweden : ban');
  });

  it('has them in what is set sideways too', () => {
    const turned = { direction: 'rising', x: 0, y: 0, width: 10, height: 50, size: 10 } as const;
    const style = { font: 'Lato', bold: false, italic: false };
    const sideways = ['Staff\u0003 2021', '\u0001'].map((text) => ({ ...turned, ...style, text }));
    const { pages } = blankControls({ title: null, pages: [{ ...makePage([]), sideways }], outline: [] });
    expect(pages[0]?.sideways?.map(({ text }) => text)).toEqual(['Staff  2021']);
  });

  it('is without them in the passages, whatever kind of document it is of', async () => {
    const [paragraph = ''] = sweden.paragraphs;
    const chapter = { ...sweden, paragraphs: [paragraph.replace(' Huawei', `${clipboard}Huawei`)] };
    const source = reportSource([chapter, { ...sweden, title: `Po${clipboard}land` }], `A${clipboard} title`);
    const bytes = makePagesFile(source);
    const of = { id: 'a', file: '/a.pages', sha256: '', name: 'a.pages', ingestedAt: '', bytes };
    const { document, passages } = await extractDocument(of, { readers: [fakeReader] });
    const text = JSON.stringify([document, passages]);
    expect(text).toContain('companies ]52;c;aGFja2Vk Huawei and ZTE');
    expect(text).not.toMatch(/\\u00[01]/);
  });
});
