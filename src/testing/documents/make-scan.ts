/** Makes scans: the pages of a small PDF, drawn and put into another as pictures. */
import { deflateSync } from 'node:zlib';
import type { PagePicture } from '../../core/document-reader.ts';
import { pdfReader } from '../../ingest/pdf/pdf-reader.ts';
import { makePdf, type PdfPage } from '../../workshop/typeset/make-pdf.ts';

/** The pages as pictures, as the reader draws them. */
export async function drawPages(pages: readonly PdfPage[]): Promise<PagePicture[]> {
  const pictures: PagePicture[] = [];
  const numbers = pages.map((_, index) => index + 1);
  await pdfReader.draw?.(makePdf({ pages }), 'drawn.pdf', numbers, async (picture) => {
    pictures.push(picture);
  });
  return pictures;
}

/** A picture over a whole page of this size, as a page's content has it. */
function paint({ width, height, shades, pixelsPerPoint }: PagePicture): string {
  const matrix = `${width / pixelsPerPoint} 0 0 ${height / pixelsPerPoint} 0 0 cm`;
  const look = `/W ${width} /H ${height} /CS /G /BPC 8 /F [/AHx /Fl]`;
  return `q ${matrix} BI ${look} ID ${deflateSync(shades).toString('hex')}> EI Q`;
}

/** Each page as one that only shows its picture. */
export async function scanPages(pages: readonly PdfPage[]): Promise<PdfPage[]> {
  const pictures = await drawPages(pages);
  return pages.flatMap(({ mediaBox }, index) => {
    const picture = pictures[index];
    if (picture === undefined) return [];
    return [{ lines: [], drawing: paint(picture), ...(mediaBox && { mediaBox }) }];
  });
}
