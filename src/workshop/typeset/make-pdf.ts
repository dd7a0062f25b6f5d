/** Makes small PDFs: a few objects, the four Helvetica faces, and lines where the caller puts them. */
import { writePdf } from './write-pdf.ts';

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic';

/**
 * A line of text. Positions are in points from the bottom left of the page as a viewer shows it, whatever its rotation
 * and media box.
 */
export interface PdfLine {
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  face: Face;
  /** Whether it runs upwards, like the label of a figure's axis. */
  isTurned?: boolean;
  /** Points that each blank is wider than the font has it, as in justified text. */
  wordSpacing?: number;
}

export interface PdfPage {
  lines: readonly PdfLine[];
  /** By how many degrees a viewer turns the page clockwise. */
  rotate?: 0 | 90 | 180 | 270;
  /** Left, bottom, right, top; 595 x 842 (A4) at the origin by default. */
  mediaBox?: readonly [number, number, number, number];
  /** Whether a grey picture covers the page, as in a scan. */
  hasPicture?: boolean;
  /** Operators that draw, as a page's content has them: "72 500 200 0.5 re f". */
  drawing?: string;
}

export interface PdfSource {
  pages: readonly PdfPage[];
  title?: string;
  /** Entries of the outline; pages count from 1. */
  outline?: readonly { title: string; page: number }[];
  /** Whether it asks for a password; nobody knows it. */
  isEncrypted?: boolean;
}

const faces: Record<Face, { resource: string; font: string }> = {
  regular: { resource: 'F1', font: 'Helvetica' },
  bold: { resource: 'F2', font: 'Helvetica-Bold' },
  italic: { resource: 'F3', font: 'Helvetica-Oblique' },
  'bold-italic': { resource: 'F4', font: 'Helvetica-BoldOblique' },
};

/** The signs of WinAnsiEncoding from 0x80 on that Latin-1 has not. */
export const winAnsi = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A PDF string, a byte a character: the fonts are in WinAnsiEncoding. */
function literal(text: string): string {
  const bytes = text.replace(/[^\0-\xff]/g, (sign) => String.fromCharCode(0x80 + winAnsi.indexOf(sign)));
  return `(${bytes.replace(/[\\()]/g, (character) => `\\${character}`)})`;
}

const a4: readonly [number, number, number, number] = [0, 0, 595, 842];

/** The matrix from the page as shown to the page's own coordinates (PDF 32000-1, 8.3.3 and 14.11.2). */
function viewMatrix(page: PdfPage): string {
  const [left, bottom, right, top] = page.mediaBox ?? a4;
  if (page.rotate === 90) return `0 1 -1 0 ${right} ${bottom}`;
  if (page.rotate === 180) return `-1 0 0 -1 ${right} ${top}`;
  if (page.rotate === 270) return `0 -1 1 0 ${left} ${top}`;
  return `1 0 0 1 ${left} ${bottom}`;
}

function contentOf(page: PdfPage): string {
  const picture = page.hasPicture ? 'q 400 0 0 600 50 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n' : '';
  const text = page.lines.map(({ face, size, isTurned, wordSpacing, x, y, text: own }) => {
    const spacing = wordSpacing === undefined ? '' : `${wordSpacing.toFixed(3)} Tw `;
    const place = `${isTurned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm`;
    return `BT /${faces[face].resource} ${size} Tf ${spacing}${place} ${literal(own)} Tj${spacing && ' 0 Tw'} ET`;
  });
  return `${viewMatrix(page)} cm\n${picture}${page.drawing ?? ''}\n${text.join('\n')}`;
}

/**
 * Makes a PDF. Its objects: 1 the catalog, 2 the page tree, 3-6 the fonts, then two for each page, then the outline.
 */
export function makePdf(source: PdfSource): Uint8Array {
  const objects: string[] = [];
  const firstPage = 7;
  const pageObject = (page: number) => firstPage + (page - 1) * 2;
  const outline = source.outline ?? [];
  const outlineRoot = firstPage + source.pages.length * 2;
  const infoObject = outlineRoot + (outline.length > 0 ? outline.length + 1 : 0);
  const encryptObject = infoObject + 1;
  objects.push(
    `<< /Type /Catalog /Pages 2 0 R${outline.length > 0 ? ` /Outlines ${outlineRoot} 0 R` : ''} >>`,
    `<< /Type /Pages /Count ${source.pages.length} /Kids [${source.pages.map((_, index) => `${pageObject(index + 1)} 0 R`).join(' ')}] >>`,
    ...Object.values(faces).map(
      ({ font }) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ),
  );
  const fonts = Object.values(faces).map(({ resource }, index) => `/${resource} ${index + 3} 0 R`);
  source.pages.forEach((page, index) => {
    const content = contentOf(page);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [${(page.mediaBox ?? a4).join(' ')}] /Rotate ${page.rotate ?? 0} ` +
        `/Resources << /Font << ${fonts.join(' ')} >> >> /Contents ${pageObject(index + 1) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  if (outline.length > 0) {
    objects.push(
      `<< /Type /Outlines /First ${outlineRoot + 1} 0 R /Last ${outlineRoot + outline.length} 0 R /Count ${outline.length} >>`,
    );
    outline.forEach((entry, index) => {
      const own = outlineRoot + 1 + index;
      const previous = index > 0 ? ` /Prev ${own - 1} 0 R` : '';
      const next = index < outline.length - 1 ? ` /Next ${own + 1} 0 R` : '';
      objects.push(
        `<< /Title ${literal(entry.title)} /Parent ${outlineRoot} 0 R${previous}${next} /Dest [${pageObject(entry.page)} 0 R /Fit] >>`,
      );
    });
  }
  objects.push(`<< ${source.title === undefined ? '' : `/Title ${literal(source.title)}`} >>`);
  // These keys match no password, so that a reader can only ask for one.
  const key = `<${'5a'.repeat(32)}>`;
  if (source.isEncrypted) objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`);

  const encrypt = source.isEncrypted ? ` /Encrypt ${encryptObject} 0 R /ID [<00> <00>]` : '';
  return new Uint8Array(writePdf({ objects, trailer: `/Info ${infoObject} 0 R${encrypt}` }));
}

/** How a text is set: from which baseline on, and with how many characters in a line at most. */
export interface Setting {
  x: number;
  y: number;
  characters: number;
  size?: number;
  leading?: number;
  face?: Face;
}

/** Breaks a text into lines at blanks and sets them below one another. */
export function setText(text: string, setting: Setting): PdfLine[] {
  const { x, y, characters, size = 10, leading = size * 1.3, face = 'regular' } = setting;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => ({ text: line, x, y: y - index * leading, size, face }));
}
