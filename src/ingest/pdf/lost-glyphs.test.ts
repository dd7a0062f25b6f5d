import { describe, expect, it } from 'vitest';
import { onePage, toUnicode } from '../../workshop/attack/pdf/simple-pdfs.ts';
import { stream } from '../../workshop/typeset/write-pdf.ts';
import { pdfReader } from './pdf-reader.ts';

/** A font that draws all of ASCII and names what is printed of it, and what `more` does; each is half an em wide. */
function makeFont(more = '') {
  const codes = Array.from({ length: 127 }, (_, code) => code);
  const each = (tell: (code: number) => string | number) => codes.map(tell).join(' ');
  const procs = `/CharProcs << ${each((code) => `/draws${code} 7 0 R`)} >>`;
  const names = `/Encoding << /Type /Encoding /Differences [0 ${each((code) => `/draws${code}`)}] >>`;
  const widths = `/FirstChar 0 /LastChar 126 /Widths [${each(() => 500)}]`;
  const map = '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange';
  return {
    font: `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /Resources << >> ${widths} ${names} ${procs} /ToUnicode 6 0 R >>`,
    more: [stream(toUnicode(`${map} ${more}`)), stream('500 0 0 0 500 700 d1 0 0 400 700 re f')],
  };
}

async function read(text: string, font = makeFont()) {
  const bytes = onePage({ content: `BT /F1 10 Tf 60 700 Td ${text} ET`, ...font });
  const { pages } = await pdfReader.read(bytes, 'report.pdf', {});
  return pages[0]?.runs ?? [];
}

const textOf = async (...args: Parameters<typeof read>) => (await read(...args)).map(({ text }) => text);

describe('letters that a font does not name and PDF.js gives as blanks', () => {
  it('have a sign of their own within a word', async () => {
    expect(await textOf(String.raw`(had con\014dence in it) Tj`)).toEqual(['had con\u008cdence in it']);
  });

  it('keep the blank before and behind them where the pen moves as far', async () => {
    expect(await textOf(String.raw`[(had)-333(\014led)-333(the)-333(proo)-20(\014)-333(then)] TJ`)).toEqual([
      'had',
      '\u008cled the proo\u008c',
      'then',
    ]);
    expect(await textOf(String.raw`(had \014led it) Tj`)).toEqual(['had', '\u008cled it']);
  });

  it('stand at the edges of a run, which is as much wider', async () => {
    const [run] = await read(String.raw`(\014led proo\014) Tj`);
    expect(run?.text).toBe('\u008cled proo\u008c');
    expect(run?.x).toBeCloseTo(60, 5);
    expect(run?.width).toBeCloseTo(50, 5);
    expect(run?.edges).toHaveLength(11);
  });

  it('join the word that PDF.js parts at them', async () => {
    expect(await textOf(String.raw`(re\014\014\014ect on it) Tj`)).toEqual(['re\u008c\u008c\u008cect on it']);
  });

  it('are blanks where the font names them so', async () => {
    const font = makeFont('1 beginbfchar <09> <0009> endbfchar');
    expect(await textOf(String.raw`(Name\011Age) Tj`, font)).not.toContain('Name\u0089Age');
    expect((await textOf(String.raw`(Name\011Age) Tj`, font)).join(' ')).toBe('Name Age');
  });
});
