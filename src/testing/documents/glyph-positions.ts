/**
 * Where each letter of a page is painted, from the page's drawing operators: a separate reader, which shares no code
 * with the ingest's. It knows the operators that the report uses and refuses others.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A letter or digit with the position of its middle, as shares of the page's width and height; origin top left. */
export interface PaintedLetter {
  letter: string;
  x: number;
  y: number;
  /** The type size in points. */
  size: number;
}

type Matrix = [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first and then `outer` (PDF 32000-1, 8.3.4). */
function concat(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function toMatrix(values: unknown): Matrix {
  const numbers = Array.from(values as ArrayLike<number>);
  if (numbers.length !== 6) throw new Error(`This is no matrix: ${numbers}.`);
  return numbers as Matrix;
}

const ignored: ReadonlySet<number> = new Set([
  OPS.beginText,
  OPS.endText,
  OPS.dependency,
  OPS.setFillRGBColor,
  OPS.setStrokeRGBColor,
  OPS.setGState,
  OPS.setLineWidth,
  OPS.constructPath,
]);

interface ShownGlyph {
  unicode: string;
  width: number;
}

/** The letters and digits of a text. */
export const lettersOf = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];

/** The letters of a page, in the order in which they are painted. */
function readOperators(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
  [left = 0, bottom = 0, right = 0, top = 0]: number[],
): PaintedLetter[] {
  const letters: PaintedLetter[] = [];
  const saved: Matrix[] = [];
  let page = identity;
  let line = identity;
  let size = 0;

  function show(glyphs: readonly (ShownGlyph | number | null)[]): void {
    let at = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        at -= (glyph * size) / 1000;
        continue;
      }
      const advance = (glyph.width * size) / 1000;
      const own = lettersOf(glyph.unicode);
      own.forEach((letter, index) => {
        // Every letter covers a quarter of its size above the base line.
        const middle: Matrix = [1, 0, 0, 1, at + (advance * (index + 0.5)) / own.length, size / 4];
        const [scale, , , , x, y] = concat(concat(page, line), middle);
        letters.push({
          letter,
          x: (x - left) / (right - left),
          y: 1 - (y - bottom) / (top - bottom),
          size: Math.abs(scale) * size,
        });
      });
      at += advance;
    }
  }

  fnArray.forEach((code, index) => {
    const args = argsArray[index] as unknown[];
    if (code === OPS.save) saved.push(page);
    else if (code === OPS.restore) page = saved.pop() ?? identity;
    else if (code === OPS.transform) page = concat(page, toMatrix(args));
    else if (code === OPS.setTextMatrix) line = toMatrix(args[0]);
    else if (code === OPS.setFont) size = Number(args[1]);
    else if (code === OPS.showText) show(args[0] as ShownGlyph[]);
    else if (!ignored.has(code)) throw new Error(`This reader does not know operator ${code}.`);
  });
  return letters;
}

/** The letters of the given pages. */
export async function readPaintedLetters(
  bytes: Uint8Array,
  pages: Iterable<number>,
): Promise<Map<number, PaintedLetter[]>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const letters = new Map<number, PaintedLetter[]>();
  try {
    for (const number of pages) {
      const page = await document.getPage(number);
      letters.set(number, readOperators(await page.getOperatorList(), page.view));
      page.cleanup();
    }
    return letters;
  } finally {
    await task.destroy();
  }
}

/**
 * Finds the text on a page. Each result has the indices of the letters that follow one another as in the text, from its
 * start as far as they do; small digits between words, which are note numbers, are skipped.
 */
export function findLetters(painted: readonly PaintedLetter[], text: string): number[][] {
  const wanted = lettersOf(text);
  const size = (position: number) => painted[position]?.size ?? 0;
  return painted.flatMap((first, start) => {
    if (first.letter !== wanted[0]) return [];
    const places: number[] = [];
    for (let at = start; at < painted.length && places.length < wanted.length; at++) {
      if (painted[at]?.letter === wanted[places.length]) places.push(at);
      else if (size(at) >= 0.8 * size(start)) break;
    }
    return [places];
  });
}
