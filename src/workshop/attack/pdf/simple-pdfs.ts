/** Simple PDFs that attacks begin with: one page whose parts the caller changes, and a report of several. */
import { stream, writePdf } from '../../typeset/write-pdf.ts';

export interface OnePage {
  /** The page's content; a sentence in Helvetica by default. */
  content?: string;
  /** Instead of the content's stream. */
  contents?: string;
  /** More entries of the page, the catalog, its resources, the trailer. */
  page?: string;
  catalog?: string;
  resources?: string;
  trailer?: string;
  /** Object 5, the font F1. */
  font?: string;
  /** Object 2, the page tree. */
  pages?: string;
  /** Objects from 6 on. */
  more?: readonly string[];
}

export const sentence =
  'BT /F1 11 Tf 60 700 Td (Sweden banned two companies from its 5G networks in October 2020.) Tj ET';

/** A document of one page: 1 the catalog, 2 the page tree, 3 the page, 4 its content, 5 its font. */
export function onePage(parts: OnePage = {}): Uint8Array {
  const { content = sentence, contents = stream(content), more = [], trailer = '' } = parts;
  return writePdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${parts.catalog ?? ''} >>`,
      parts.pages ?? '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${parts.resources ?? ''} >> ${parts.page ?? '/MediaBox [0 0 595 842]'} >>`,
      contents,
      parts.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      ...more,
    ],
    trailer,
  });
}

/** One page that draws an object, a picture or a form, so many times. @param more the object, which is number 6, and those behind it. */
export function oneDrawing(more: readonly string[], times = 1): Uint8Array {
  return onePage({
    content: `${'/X Do '.repeat(times)}${sentence}`,
    resources: '/XObject << /X 6 0 R >>',
    more,
  });
}

/** A document of several pages with an outline and a font of its own coding, as reports are: what mutations begin with. */
export function report(pageCount: number): Uint8Array {
  const page = (index: number) => 5 + index * 2;
  const outline = page(pageCount);
  const numbers = Array.from({ length: pageCount }, (_, index) => index);
  return writePdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R /Outlines ${outline} 0 R >>`,
      `<< /Type /Pages /Count ${pageCount} /Kids [${numbers.map((one) => `${page(one)} 0 R`).join(' ')}] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>',
      stream(
        toUnicode(
          '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange',
        ),
      ),
      ...numbers.flatMap((one) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page(one) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        stream(
          Array.from(
            { length: 30 },
            (_, line) =>
              `BT /F1 10 Tf 60 ${760 - line * 20} Td (Country ${one} spent ${line + 1} million euros on research in the year ${1990 + line}.) Tj ET`,
          ).join('\n'),
        ),
      ]),
      `<< /Type /Outlines /First ${outline + 1} 0 R /Last ${outline + pageCount} 0 R /Count ${pageCount} >>`,
      ...numbers.map(
        (one) =>
          `<< /Title (Country ${one}) /Parent ${outline} 0 R /Dest [${page(one)} 0 R /Fit]${one > 0 ? ` /Prev ${outline + one} 0 R` : ''}${one < pageCount - 1 ? ` /Next ${outline + one + 2} 0 R` : ''} >>`,
      ),
    ],
  });
}

/** A ToUnicode map with these sections. */
export function toUnicode(sections: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def ${sections} endcmap end end`;
}
