/** Files whose objects lead back to themselves. Each by its name. */

import { stream } from '../../typeset/write-pdf.ts';
import type { Makers } from './makers.ts';
import { oneDrawing, onePage, sentence } from './simple-pdfs.ts';

export const loops: Makers = {
  'a page tree that is its own kid': () => onePage({ pages: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' }),
  'a page tree of two nodes that hold each other': () =>
    onePage({
      pages: '<< /Type /Pages /Count 2 /Kids [6 0 R 3 0 R] >>',
      more: ['<< /Type /Pages /Count 1 /Kids [2 0 R] >>'],
    }),
  'a page that inherits from itself': () => onePage({ page: '/Parent 3 0 R' }),
  'a form that draws itself': () =>
    oneDrawing([
      stream(
        '/X Do',
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
      ),
    ]),
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
