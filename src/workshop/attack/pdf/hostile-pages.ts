/** Files whose pages, texts and fonts are odd. Each by its name. */

import { seededRandom } from '../../../core/seeded-random.ts';
import { stream, writePdf } from '../../typeset/write-pdf.ts';
import type { Makers } from './makers.ts';
import { oneDrawing, onePage, sentence, toUnicode } from './simple-pdfs.ts';

const box = (...sides: readonly (string | number)[]) => `/MediaBox [${sides.join(' ')}]`;

function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${3 + index} 0 R`);
  return writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] /MediaBox [0 0 595 842] >>`,
      ...kids.map(() => '<< /Type /Page /Parent 2 0 R >>'),
    ],
  });
}

/** Pages of no size that paper has. */
export const pages: Makers = {
  '10,000 empty pages': () => manyPages(10_000),
  '100,000 empty pages': () => manyPages(100_000),
  'no page': () => manyPages(0),
  'a page of 10^9 points': () => onePage({ page: box(0, 0, 1e9, 1e9) }),
  'a page of 10^300 points': () => onePage({ page: box(0, 0, `1${'0'.repeat(300)}`, `1${'0'.repeat(300)}`) }),
  'a page 1 point wide and a million high': () => onePage({ page: box(0, 0, 1, 1e6) }),
  'a page a million points wide and 1 high': () => onePage({ page: box(0, 0, 1e6, 1) }),
  'a page of no size': () => onePage({ page: box(0, 0, 0, 0) }),
  'a page the wrong way round': () => onePage({ page: box(595, 842, 0, 0) }),
  'a page far from its origin': () => onePage({ page: box(-1e9, -1e9, -1e9 + 595, -1e9 + 842) }),
  'a page whose box is text': () => onePage({ page: '/MediaBox [(a) /b null true]' }),
  'a page without a box': () => onePage({ page: '' }),
  'a page turned by 37 degrees': () => onePage({ page: `${box(0, 0, 595, 842)} /Rotate 37` }),
  'a page turned by 10^9 degrees': () => onePage({ page: `${box(0, 0, 595, 842)} /Rotate 1000000000` }),
  'a page whose unit is 10^9': () => onePage({ page: `${box(0, 0, 595, 842)} /UserUnit 1000000000` }),
  'a page cut to nothing': () => onePage({ page: `${box(0, 0, 595, 842)} /CropBox [9000 9000 9001 9001]` }),
};

const type1 = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const sized = (size: string) => () =>
  onePage({ content: `BT /F1 ${size} Tf 60 700 Td (${'Sweden banned two companies. '.repeat(5)}) Tj ET` });

/** A font whose file is noise after its first bytes. */
function noiseFont(kind: 'FontFile' | 'FontFile2' | 'FontFile3', head: string, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const noise = Uint8Array.from({ length: 5000 }, () => Math.floor(random() * 256));
  const subtype = kind === 'FontFile2' ? 'TrueType' : 'Type1';
  return onePage({
    font: `<< /Type /Font /Subtype /${subtype} /BaseFont /Noise /FirstChar 32 /LastChar 34 /Widths [500 -500 1e9] /FontDescriptor << /FontName /Noise /Flags 4 /${kind} 6 0 R >> >>`,
    more: [
      stream(
        Buffer.concat([Buffer.from(head, 'latin1'), noise]),
        kind === 'FontFile3' ? '/Subtype /Type1C' : '/Length1 500 /Length2 4000 /Length3 500',
      ),
    ],
  });
}

/** Fonts and sizes that nobody sets. */
export const fonts: Makers = {
  ...Object.fromEntries(
    ['1000000000', '1e9', '0', '-12', '.0000001', '99999999999999999999'].map((size) => [
      `a font of size ${size}`,
      sized(size),
    ]),
  ),
  'a font of size 10^9, each word at another place': () =>
    onePage({
      content: `BT /F1 1000000000 Tf ${Array.from({ length: 500 }, (_, index) => `1 0 0 1 ${index * 1e7} ${index} Tm (word ${index}) Tj`).join(' ')} ET`,
    }),
  'a text scaled by 10^9': () =>
    onePage({ content: `BT /F1 9 Tf 1000000000 0 0 1000000000 0 0 Tm (Sweden banned two companies.) Tj ET` }),
  'a text scaled to nothing': () =>
    onePage({ content: 'BT /F1 9 Tf 0 0 0 0 60 700 Tm (Sweden banned two companies.) Tj ET' }),
  'words 10^9 apart': () =>
    onePage({ content: `BT /F1 9 Tf 1000000000 Tw 1000000000 Tc (Sweden banned two companies.) Tj ET` }),
  'a text moved by 10^9 between letters': () =>
    onePage({ content: `BT /F1 9 Tf [${'(a) -1000000000 '.repeat(2000)}] TJ ET` }),
  'no font': () => onePage({ content: 'BT /None 9 Tf (Sweden banned two companies.) Tj ET', font: 'null' }),
  'a font that is a number': () => onePage({ font: '42' }),
  'a Type 3 font whose matrix is zero': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0 0 0 0 0 0] /CharProcs << /A 6 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [0] >>',
      content: 'BT /F1 9 Tf (AAAA) Tj ET',
      more: [stream('0 0 d0 0 0 9 9 re f')],
    }),
  'a font with 50,000 differences': () =>
    onePage({ font: type1.replace('/WinAnsiEncoding', `<< /Differences [0 ${'/A '.repeat(50_000)}] >>`) }),
  ...Object.fromEntries(
    [1, 2, 3].flatMap((seed) => [
      [`a TrueType font of noise, ${seed}`, () => noiseFont('FontFile2', '\x00\x01\x00\x00\x00\x0f', seed)],
      [`an OpenType font of noise, ${seed}`, () => noiseFont('FontFile2', 'OTTO\x00\x0f', seed)],
      [
        `a CFF font of noise, ${seed}`,
        () => noiseFont('FontFile3', '\x01\x00\x04\x01\x00\x01\x01\x01', seed),
      ],
      [
        `a Type 1 font of noise, ${seed}`,
        () => noiseFont('FontFile', '%!PS-AdobeFont-1.0: A\ncurrentfile eexec\n', seed),
      ],
    ]),
  ),
};

/** A text whose letters mean this in Unicode, by four hexadecimal digits a unit. */
function meaning(units: string): Uint8Array {
  return onePage({
    font: type1.replace('>>', '/ToUnicode 6 0 R >>'),
    more: [
      stream(
        toUnicode(
          `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <61> <${units}> endbfchar`,
        ),
      ),
    ],
  });
}

/** Letters that are no letters. */
export const characters: Makers = {
  'an a that is a NUL': () => meaning('0000'),
  'an a that is an escape sequence': () => meaning('001b005d00350032003b0063003b'),
  'an a that is a line break': () => meaning('000a000d'),
  'an a that turns the direction': () => meaning('202e'),
  'an a that is half a surrogate': () => meaning('d800'),
  'an a of no width': () => meaning('200bfeff'),
  'an a for private use': () => meaning('e000'),
  'an a of a thousand letters': () => meaning('0062'.repeat(1000)),
  'an a of a million letters': () => meaning('0062'.repeat(1_000_000)),
  'an a with a thousand accents': () => meaning(`0061${'0301'.repeat(1000)}`),
  'an a that is nothing': () => meaning(''),
  'every character from a range of control characters': () =>
    onePage({
      font: type1.replace('>>', '/ToUnicode 6 0 R >>'),
      more: [stream(toUnicode('1 beginbfrange <20> <7e> <0000> endbfrange'))],
    }),
  'a title of control characters': () =>
    onePage({ trailer: '/Info 6 0 R', more: ['<< /Title (\x1b]52;c;aGFjaw==\x07\x00\x9b31m) >>'] }),
  'an outline of control characters': () =>
    onePage({
      catalog: '/Outlines 6 0 R',
      more: [
        '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
        '<< /Title (\x1b[2J\x07) /Parent 6 0 R /Dest [3 0 R /Fit] >>',
      ],
    }),
  'a font named by control characters': () => onePage({ font: type1.replace('/Helvetica', '/#1b#5b2J#00') }),
};

/** Pages that draw without end. */
export const operators: Makers = {
  'states saved and restored a million times': () =>
    onePage({ content: `${'q Q '.repeat(1_000_000)}${sentence}` }),
  'states saved and restored five million times': () =>
    onePage({ content: `${'q Q '.repeat(5_000_000)}${sentence}` }),
  'a million texts': () => onePage({ content: `BT /F1 9 Tf ${'(a) Tj '.repeat(1_000_000)}ET` }),
  'a million words at one place': () =>
    onePage({ content: `BT /F1 9 Tf ${'1 0 0 1 60 700 Tm (word) Tj '.repeat(300_000)}ET` }),
  '200,000 texts at places of their own': () =>
    onePage({
      content: `BT /F1 9 Tf ${Array.from({ length: 200_000 }, (_, index) => `1 0 0 1 ${(index * 7919) % 595} ${(index * 104_729) % 842} Tm (a${index}) Tj`).join(' ')} ET`,
    }),
  'a path of two million lines': () =>
    onePage({ content: `0 0 m ${'9 9 l 0 0 l '.repeat(1_000_000)} S ${sentence}` }),
  'a path of dashes of 10^-6': () =>
    onePage({ content: `[.000001 .000001] 0 d 0 0 m 595 842 l S ${sentence}` }),
  'a line of 10^9 points': () => onePage({ content: `1000000000 w 0 0 m 595 842 l S ${sentence}` }),
  '100,000 pictures in the line': () =>
    onePage({ content: `${'BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI '.repeat(100_000)}${sentence}` }),
  '100,000 clippings': () => onePage({ content: `${'0 0 9 9 re W n '.repeat(100_000)}${sentence}` }),
  '100,000 operators that there are not': () => onePage({ content: `${'foo '.repeat(100_000)}${sentence}` }),
  'a million numbers without an operator': () => onePage({ content: `${'1 '.repeat(1_000_000)}${sentence}` }),
  'a picture in the line without an end': () =>
    onePage({ content: `${sentence} BI /W 99999 /H 99999 /CS /RGB /BPC 8 ID ${'x'.repeat(100_000)}` }),
  'a pattern of a million tiles': () =>
    onePage({
      content: `/Pattern cs /P scn 0 0 595 842 re f ${sentence}`,
      resources: '/Pattern << /P 6 0 R >>',
      more: [
        stream(
          '0 0 1 1 re f',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .0001 /YStep .0001 /Resources << >>',
        ),
      ],
    }),
  'transparent groups 2,000 times': () =>
    oneDrawing(
      [
        stream(
          '0 0 595 842 re f',
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true >>',
        ),
      ],
      2000,
    ),
};
