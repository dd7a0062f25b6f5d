/** Draws pages of a PDF in shades of grey, as scans are recognised best. */
import { VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PagePicture } from '../../core/document-reader.ts';
import { type PdfDocument, withDocument } from './with-document.ts';

/** What Tesseract is made for: its documentation asks for at least 300 dots an inch. */
const pixelsPerPoint = 300 / 72;
/** A4 at that size has 8.7 million. Larger pages are drawn smaller; in colour each takes four bytes. */
const mostPixels = 20_000_000;
/** The longest side that a canvas takes. */
const longestSide = 30_000;

/** The canvas that PDF.js creates in Node, of @napi-rs/canvas. */
interface NodeCanvas {
  width: number;
  height: number;
  /** The pixels, not a copy: red, green, blue, alpha. */
  data(): Uint8Array;
}
interface CanvasFactory {
  create(width: number, height: number): { canvas: NodeCanvas; context: CanvasRenderingContext2D };
  destroy(created: { canvas: NodeCanvas; context: CanvasRenderingContext2D }): void;
}

/** How bright each pixel looks (ITU-R BT.601). */
function toShades(pixels: Uint8Array, count: number): Uint8Array {
  const shades = new Uint8Array(count);
  for (let index = 0, at = 0; index < count; index++, at += 4) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    shades[index] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return shades;
}

async function drawPage(document: PdfDocument, number: number): Promise<PagePicture> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(
    pixelsPerPoint,
    Math.sqrt(mostPixels / (width * height)),
    longestSide / Math.max(width, height),
  );
  const viewport = page.getViewport({ scale });
  // Typed as any object, since a caller may bring its own.
  const factory = document.canvasFactory as CanvasFactory;
  const created = factory.create(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  );
  try {
    const { canvas, context } = created;
    await page.render({ canvas: null, canvasContext: context, viewport }).promise;
    return {
      page: number,
      width: canvas.width,
      height: canvas.height,
      pixelsPerPoint: scale,
      shades: toShades(canvas.data(), canvas.width * canvas.height),
    };
  } finally {
    page.cleanup();
    factory.destroy(created);
  }
}

/** As `DocumentReader.draw`. */
export async function drawPages(
  bytes: Uint8Array,
  name: string,
  pages: readonly number[],
  use: (picture: PagePicture) => Promise<void>,
): Promise<void> {
  await withDocument(bytes, name, VerbosityLevel.ERRORS, async (document, askLibrary) => {
    for (const number of pages) await use(await askLibrary(drawPage(document, number)));
  });
}
