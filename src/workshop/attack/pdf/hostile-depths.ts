/** Files whose objects lie thousands deep in each other. Each by its name. */

import { stream } from '../../typeset/write-pdf.ts';
import { type Makers, repeat } from './makers.ts';
import { onePage, sentence } from './simple-pdfs.ts';

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
