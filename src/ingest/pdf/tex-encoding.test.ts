import { describe, expect, it } from 'vitest';
import { onePage, toUnicode } from '../../workshop/attack/pdf/simple-pdfs.ts';
import { stream } from '../../workshop/typeset/write-pdf.ts';
import { pdfReader } from './pdf-reader.ts';
import { readTexQuotes, readTexSigns } from './tex-encoding.ts';

/** The text of a page set in `name`, whose map to Unicode names what `ranges` tell. */
async function read(name: string, ranges: string) {
  const widths = `/FirstChar 32 /LastChar 126 /Widths [${Array.from({ length: 95 }, () => 500).join(' ')}]`;
  const map = `1 begincodespacerange <00> <ff> endcodespacerange ${ranges}`;
  const bytes = onePage({
    content: String.raw`BT /F1 10 Tf 60 700 Td (From 2016{2017 \\many" asked|twice) Tj ET`,
    font: `<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+${name} ${widths} /ToUnicode 6 0 R >>`,
    more: [stream(toUnicode(map))],
  });
  const { pages } = await pdfReader.read(bytes, 'report.pdf', {});
  return pages[0]?.runs.map(({ text }) => text);
}

const lettersAlone = '1 beginbfrange <61> <7a> <0061> endbfrange';

describe("the signs of TeX's text fonts", () => {
  it('are read where the font does not name their codes', async () => {
    expect(await read('CMR12', lettersAlone)).toEqual(['From 2016–2017 “many” asked—twice']);
  });

  it('are what the font names them', async () => {
    const all = '1 beginbfrange <20> <7e> <0020> endbfrange';
    expect(await read('CMR12', all)).toEqual([String.raw`From 2016{2017 \many" asked|twice`]);
  });

  it('are ASCII in typewriter faces and in fonts of other families', async () => {
    expect(await read('CMTT10', lettersAlone)).toEqual([String.raw`From 2016{2017 \many" asked|twice`]);
    expect(await read('Garamond', lettersAlone)).toEqual([String.raw`From 2016{2017 \many" asked|twice`]);
  });

  it.each([
    'CMR10',
    'CMBX12',
    'CMTI8',
    'CMSS17',
    'CMCSC10',
    'CMBXTI10',
    'CMSSBX10',
  ])('are those of %s', (font) => {
    expect(readTexSigns('a{b', font, () => false)).toBe('a–b');
  });

  it.each(['CMTT12', 'CMSLTT10', 'CMMI10', 'CMSY10', 'CMEX10', 'SFRM1000'])('are not those of %s', (font) => {
    expect(readTexSigns('a{b', font, () => false)).toBe('a{b');
  });
});

describe('readTexQuotes', () => {
  it('sets the quotation marks of a title as they are printed, and leaves others', () => {
    expect(readTexQuotes("Russian ``Active Measures'' Campaign")).toBe('Russian “Active Measures” Campaign');
    expect(readTexQuotes("The ``Board and its members' rights")).toBe("The ``Board and its members' rights");
  });
});
