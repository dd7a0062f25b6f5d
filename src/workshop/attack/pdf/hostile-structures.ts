/** Files whose objects are wrong: loops, counts, depths, bombs. Each by its name. */
import { deflateSync } from 'node:zlib';
import { onePage, sentence, stream, toUnicode, writePdf } from './write-pdf.ts';

export type Makers = Record<string, () => Uint8Array>;

const repeat = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Objects that lead back to themselves. */
export const loops: Makers = {
  'a page tree that is its own kid': () => onePage({ pages: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' }),
  'a page tree of two nodes that hold each other': () =>
    onePage({
      pages: '<< /Type /Pages /Count 2 /Kids [6 0 R 3 0 R] >>',
      more: ['<< /Type /Pages /Count 1 /Kids [2 0 R] >>'],
    }),
  'a page that inherits from itself': () => onePage({ page: '/Parent 3 0 R' }),
  'a form that draws itself': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        stream(
          '/X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ],
    }),
  'two forms that draw each other': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R /Y 7 0 R >>',
      more: [
        stream('/Y Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
        stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
      ],
    }),
  'a pattern that paints itself': () =>
    onePage({
      content: `/Pattern cs /P scn 0 0 90 90 re f ${sentence}`,
      resources: '/Pattern << /P 6 0 R >>',
      more: [
        stream(
          '/Pattern cs /P scn 0 0 9 9 re f',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << /P 6 0 R >> >>',
        ),
      ],
    }),
  'a mask that masks itself': () =>
    onePage({
      content: `/G gs 0 0 90 90 re f ${sentence}`,
      resources: '/ExtGState << /G 6 0 R >>',
      more: [
        '<< /SMask << /S /Luminosity /G 7 0 R >> >>',
        stream(
          '/G gs 0 0 9 9 re f',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> /Resources << /ExtGState << /G 6 0 R >> >>',
        ),
      ],
    }),
  'an outline whose next entry is itself': () =>
    onePage({
      catalog: '/Outlines 6 0 R',
      more: [
        '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
        '<< /Title (A) /Parent 6 0 R /Next 7 0 R /Dest [3 0 R /Fit] >>',
      ],
    }),
  'an outline whose first child is itself': () =>
    onePage({
      catalog: '/Outlines 6 0 R',
      more: [
        '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
        '<< /Title (A) /Parent 6 0 R /First 7 0 R /Dest [3 0 R /Fit] >>',
      ],
    }),
  'contents that list themselves': () => onePage({ contents: '[4 0 R 4 0 R]' }),
  'a length that is the stream itself': () =>
    onePage({ contents: '<< /Length 4 0 R >>\nstream\nBT ET\nendstream' }),
  'a reference that refers to itself': () => onePage({ contents: '4 0 R', font: '6 0 R', more: ['5 0 R'] }),
  'a name tree that holds itself': () =>
    onePage({
      catalog: '/Names << /Dests 6 0 R >> /Outlines 7 0 R',
      more: [
        '<< /Kids [6 0 R] >>',
        '<< /First 8 0 R /Last 8 0 R >>',
        '<< /Title (A) /Parent 7 0 R /Dest (there) >>',
      ],
    }),
  'page labels that hold themselves': () =>
    onePage({ catalog: '/PageLabels 6 0 R', more: ['<< /Kids [6 0 R] >>'] }),
  'a cross-reference table before itself': () => {
    const file = Buffer.from(onePage()).toString('latin1');
    return Buffer.from(file.replace('/Root', `/Prev ${file.indexOf('xref\n')} /Root`), 'latin1');
  },
  'a Type 3 font whose glyph is set in itself': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /CharProcs << /A 6 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [9] /Resources << /Font << /F1 5 0 R >> >> >>',
      content: 'BT /F1 9 Tf (AAAA) Tj ET',
      more: [stream('9 0 d0 BT /F1 9 Tf (A) Tj ET')],
    }),
  'a composite font that descends from itself': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>',
    }),
  'a function of itself': () =>
    onePage({
      content: `/C cs .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C [/Separation /A /DeviceRGB 6 0 R] >>',
      more: ['<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [.5] /Encode [0 1 0 1] >>'],
    }),
  'a colour space of itself': () =>
    onePage({
      content: `/C cs .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C 6 0 R >>',
      more: ['[/Indexed 6 0 R 1 <0001>]'],
    }),
  'an object stream that lies in itself': () =>
    onePage({ contents: '6 0 R', more: [stream('6 0 << >>', '/Type /ObjStm /N 1 /First 4 /Extends 6 0 R')] }),
};

/** Counts that nothing has. */
export const counts: Makers = {
  ...Object.fromEntries(
    ['1000000000', '-1', '0', '4294967297', '1e30', '(many)'].map((count) => [
      `a page tree that counts ${count}`,
      () => onePage({ pages: `<< /Type /Pages /Count ${count} /Kids [3 0 R] >>` }),
    ]),
  ),
  'page labels for a page of 10^9': () =>
    onePage({
      pages: '<< /Type /Pages /Count 100000000 /Kids [3 0 R] >>',
      catalog: '/PageLabels << /Nums [0 << /S /r >> 99999999 << /S /D >>] >>',
    }),
  'labels of a thousand million in Roman numbers': () =>
    onePage({ catalog: '/PageLabels << /Nums [0 << /S /R /St 1000000000 >>] >>' }),
  'labels of a thousand million in letters': () =>
    onePage({ catalog: '/PageLabels << /Nums [0 << /S /A /St 1000000000 >>] >>' }),
  'a table of 2^31 objects': () =>
    Buffer.from(
      Buffer.from(onePage())
        .toString('latin1')
        .replace(/xref\n0 6/, 'xref\n0 2147483647'),
      'latin1',
    ),
  'a trailer of 2^31 objects': () =>
    Buffer.from(
      Buffer.from(onePage())
        .toString('latin1')
        .replace(/\/Size 6/, '/Size 2147483647'),
      'latin1',
    ),
  'an object stream of 10^9 objects': () =>
    onePage({ contents: '7 0 R', more: [stream('7 0 null', '/Type /ObjStm /N 1000000000 /First 4')] }),
  'a cross-reference stream of 10^9 entries': () =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n${stream('\u0001\u0000\u0000', '/Type /XRef /W [1 1 1] /Index [0 1000000000] /Size 1000000000 /Root 1 0 R')}\nendobj\nstartxref\n9\n%%EOF\n`,
      'latin1',
    ),
  'a cross-reference stream with fields of 10^9 bytes': () =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n${stream('\u0001\u0000\u0000', '/Type /XRef /W [1 1000000000 1] /Index [0 3] /Size 3 /Root 1 0 R')}\nendobj\nstartxref\n9\n%%EOF\n`,
      'latin1',
    ),
  'a predictor with rows of 10^9 columns': () =>
    onePage({
      contents: `<< /Length 20 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1000000000 /Colors 4 >> >>\nstream\n${deflateSync(Buffer.from('BT ET')).toString('latin1')}\nendstream`,
    }),
  'a picture of 10^5 by 10^5': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        stream(
          '\u0000',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ],
    }),
  'a picture of 30,000 by 30,000 bits': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        stream(
          Buffer.alloc(30_000 * 3750),
          '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray',
        ),
      ],
    }),
  'a mask of 10^6 by 10^6': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        stream(
          '\u0000',
          '/Type /XObject /Subtype /Image /ImageMask true /Width 1000000 /Height 1000000 /BitsPerComponent 1',
        ),
      ],
    }),
  'a JPEG that says it is 65,500 by 65,500': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        `<< /Length 40 /Type /XObject /Subtype /Image /Width 65500 /Height 65500 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode >>\nstream\n\xff\xd8\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00\x00\x00\xff\xd9\nendstream`,
      ],
    }),
  'a sampled function of 10^8 samples': () =>
    onePage({
      content: `/C cs .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C [/Separation /A /DeviceRGB 6 0 R] >>',
      more: [
        stream(
          '\u0000',
          '/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [100000000] /BitsPerSample 32',
        ),
      ],
    }),
  'a shading of 10^6 steps': () =>
    onePage({
      content: `/S sh ${sentence}`,
      resources: '/Shading << /S 6 0 R >>',
      more: [
        '<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1000000 0 1000000] /Function << /FunctionType 2 /Domain [0 1] /N 1000000 >> >>',
      ],
    }),
  'widths for 2^31 characters': () =>
    onePage({
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2147483647 /Widths [1 2 3] >>',
    }),
  'character widths for a range of 10^9': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      more: [
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << >> /W [0 1000000000 500] >>',
      ],
    }),
  'a map to Unicode of 2^32 characters': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      more: [stream(toUnicode('1 beginbfrange <00000000> <ffffffff> <0000> endbfrange'))],
    }),
  'a character map of 2^32 codes': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /DescendantFonts [7 0 R] >>',
      more: [
        stream(
          'begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap',
          '/Type /CMap /CMapName /A',
        ),
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << >> >>',
      ],
    }),
};

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** An outline, each entry in the one before. */
function deepOutline(depth: number): Uint8Array {
  const entry = (index: number) =>
    `<< /Title (Level ${index}) /Parent ${6 + index} 0 R /Dest [3 0 R /Fit]${index < depth - 1 ? ` /First ${8 + index} 0 R /Last ${8 + index} 0 R /Count 1` : ''} >>`;
  return onePage({
    catalog: '/Outlines 6 0 R',
    more: ['<< /First 7 0 R /Last 7 0 R /Count 1 >>', ...repeat(depth, entry)],
  });
}

/** Forms, each drawing the next several times. */
function nestedForms(levels: number, times: number): Uint8Array {
  const form = (level: number) =>
    stream(
      level === levels - 1 ? 'BT /F1 9 Tf (deep) Tj ET' : '/X Do '.repeat(times),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> ${level < levels - 1 ? `/XObject << /X ${7 + level} 0 R >>` : ''} >>`,
    );
  return onePage({
    content: `${sentence} /X Do`,
    resources: '/XObject << /X 6 0 R >>',
    more: repeat(levels, form),
  });
}

/** Things in things. */
export const depths: Makers = {
  'an outline 200 deep': () => deepOutline(200),
  'an outline 1,500 deep': () => deepOutline(1500),
  'an outline 20,000 deep': () => deepOutline(20_000),
  'forms 10 deep, each drawn 10 times': () => nestedForms(10, 10),
  'forms 6 deep, each drawn 10 times': () => nestedForms(6, 10),
  'forms 3,000 deep': () => nestedForms(3000, 1),
  'a page tree 3,000 deep': () =>
    onePage({
      pages: '<< /Type /Pages /Count 1 /Kids [6 0 R] >>',
      more: repeat(
        3000,
        (index) =>
          `<< /Type /Pages /Parent ${index === 0 ? 2 : 5 + index} 0 R /Count 1 /Kids [${index === 2999 ? 3 : 7 + index} 0 R] >>`,
      ),
    }),
  'a reference through 5,000 others': () =>
    onePage({
      contents: '6 0 R',
      more: repeat(5000, (index) => (index === 4999 ? stream(sentence) : `${7 + index} 0 R`)),
    }),
  'arrays 100,000 deep in the catalog': () => onePage({ catalog: `/A ${nested('[', ']', 100_000)}` }),
  'dictionaries 50,000 deep in the catalog': () =>
    onePage({ catalog: `/A ${nested('<</A ', '>>', 50_000)}` }),
  'arrays 100,000 deep on the page': () =>
    onePage({ content: `${nested('[', ']', 100_000)} TJ ${sentence}` }),
  'brackets 100,000 deep in a string': () =>
    onePage({ content: `BT /F1 9 Tf ${nested('(', ')', 100_000)} Tj ET` }),
  'states saved a million deep': () => onePage({ content: `${'q '.repeat(1_000_000)} ${sentence}` }),
  'marked content 100,000 deep': () => onePage({ content: `${'/Span BMC '.repeat(100_000)} ${sentence}` }),
  'functions 2,000 deep': () =>
    onePage({
      content: `/C cs .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C [/Separation /A /DeviceRGB 6 0 R] >>',
      more: repeat(2000, (index) =>
        index === 1999
          ? '<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0] /C1 [1 1 1] >>'
          : `<< /FunctionType 3 /Domain [0 1] /Functions [${7 + index} 0 R] /Bounds [] /Encode [0 1] >>`,
      ),
    }),
  'a calculator of 100,000 braces': () =>
    onePage({
      content: `/C cs .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C [/Separation /A /DeviceRGB 6 0 R] >>',
      more: [stream(`{${nested('{', '}', 100_000)}}`, '/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]')],
    }),
  'a tree of tags 5,000 deep': () =>
    onePage({
      catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
      more: repeat(
        5000,
        (index) => `<< /Type /StructElem /S /Div /K ${index === 4999 ? '[]' : `${7 + index} 0 R`} >>`,
      ),
    }),
};

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000, 0x20);
/** Packed by Flate several times over. */
function flateTimes(bytes: Uint8Array, times: number): string {
  let packed = Buffer.from(bytes);
  for (let turn = 0; turn < times; turn++) packed = deflateSync(packed, { level: 9 });
  return `<< /Length ${packed.length} /Filter [${'/FlateDecode '.repeat(times)}] >>\nstream\n${packed.toString('latin1')}\nendstream`;
}

/** Little that unpacks to much. */
export const bombs: Makers = {
  'contents of 100 MB of blanks': () => onePage({ contents: stream(zeros(100)) }),
  'contents of 1 GB of blanks, packed twice': () => onePage({ contents: flateTimes(zeros(1000), 2) }),
  'contents of 300 MB of operators': () =>
    onePage({ contents: flateTimes(Buffer.alloc(300_000_000, 'q Q\n'), 2) }),
  'a text of 200 MB': () =>
    onePage({
      contents: flateTimes(
        Buffer.concat([
          Buffer.from('BT /F1 9 Tf ('),
          Buffer.alloc(200_000_000, 'word '),
          Buffer.from(') Tj ET'),
        ]),
        2,
      ),
    }),
  'contents that are the same 50 MB forty times': () =>
    onePage({ contents: `[${'6 0 R '.repeat(40)}]`, more: [stream(zeros(50))] }),
  'a map to Unicode of 200 MB': () =>
    onePage({
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      more: [flateTimes(Buffer.alloc(200_000_000, '1 beginbfchar <41> <0042> endbfchar\n'), 2)],
    }),
  'an object stream of 300 MB': () =>
    onePage({ contents: '7 0 R', more: [stream(zeros(300), '/Type /ObjStm /N 1 /First 4')] }),
  'a picture of 500 MB': () =>
    onePage({
      content: `/X Do ${sentence}`,
      resources: '/XObject << /X 6 0 R >>',
      more: [
        stream(
          zeros(500),
          '/Type /XObject /Subtype /Image /Width 12900 /Height 12900 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ],
    }),
  'a colour profile of 300 MB': () =>
    onePage({
      content: `/C cs .5 .5 .5 scn 0 0 9 9 re f ${sentence}`,
      resources: '/ColorSpace << /C [/ICCBased 6 0 R] >>',
      more: [stream(zeros(300), '/N 3')],
    }),
  'a font file of 300 MB': () =>
    onePage({
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor << /FontName /A /Flags 4 /FontFile2 6 0 R >> >>',
      more: [stream(zeros(300))],
    }),
  'runs that unpack to 200 MB': () =>
    onePage({
      contents: `<< /Length ${3_200_000} /Filter [/FlateDecode /RunLengthDecode] >>\nstream\n${deflateSync(Buffer.alloc(3_200_000, '\x81 ', 'latin1')).toString('latin1')}\nendstream`,
    }),
  'metadata of a thousand million laughs': () => {
    const entities = repeat(9, (index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities}]><x:xmpmeta xmlns:x="adobe:ns:meta/">&l9;</x:xmpmeta>`;
    return onePage({
      catalog: '/Metadata 6 0 R',
      more: [stream(xml, '/Type /Metadata /Subtype /XML', false)],
    });
  },
  'a title of 50 MB': () =>
    onePage({ trailer: '/Info 6 0 R', more: [`<< /Title (${'A'.repeat(50_000_000)}) >>`] }),
  'half a million objects': () =>
    writePdf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        ...repeat(500_000, () => 'null'),
      ],
    }),
};
