/** Small files that unpack to hundreds of megabytes. Each by its name. */
import { deflateSync } from 'node:zlib';
import { stream, writePdf } from '../../typeset/write-pdf.ts';
import { type Makers, repeat } from './makers.ts';
import { oneDrawing, onePage, sentence } from './simple-pdfs.ts';

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000, 0x20);

/** Packed by Flate several times over. */
function flateTimes(bytes: Uint8Array, times: number): string {
  let packed = Buffer.from(bytes);
  for (let turn = 0; turn < times; turn++) packed = deflateSync(packed, { level: 9 });
  return `<< /Length ${packed.length} /Filter [${'/FlateDecode '.repeat(times)}] >>\nstream\n${packed.toString('latin1')}\nendstream`;
}

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
    oneDrawing([
      stream(
        zeros(500),
        '/Type /XObject /Subtype /Image /Width 12900 /Height 12900 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
      ),
    ]),
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
