/** Files that claim counts and sizes which nothing has. Each by its name. */
import { deflateSync } from 'node:zlib';
import { stream } from '../../typeset/write-pdf.ts';
import type { Makers } from './makers.ts';
import { oneDrawing, onePage, sentence, toUnicode } from './simple-pdfs.ts';

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
    oneDrawing([
      stream(
        '\u0000',
        '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
      ),
    ]),
  'a picture of 30,000 by 30,000 bits': () =>
    oneDrawing([
      stream(
        Buffer.alloc(30_000 * 3750),
        '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray',
      ),
    ]),
  'a mask of 10^6 by 10^6': () =>
    oneDrawing([
      stream(
        '\u0000',
        '/Type /XObject /Subtype /Image /ImageMask true /Width 1000000 /Height 1000000 /BitsPerComponent 1',
      ),
    ]),
  'a JPEG that says it is 65,500 by 65,500': () =>
    oneDrawing([
      `<< /Length 40 /Type /XObject /Subtype /Image /Width 65500 /Height 65500 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode >>\nstream\n\xff\xd8\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00\x00\x00\xff\xd9\nendstream`,
    ]),
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
