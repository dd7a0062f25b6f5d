/** The part of tesseract.js that is used here: typed apart from it, since this code compiles where it is not installed. */

interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface TesseractWord {
  text: string;
  /** Percent. */
  confidence: number;
  bbox: Bounds;
  symbols: { text: string; bbox: Bounds }[];
}

export interface TesseractLine {
  words: TesseractWord[];
  baseline: Bounds;
  /** In pixels; the height is that of small letters, ascenders and descenders together. */
  rowAttributes: { rowHeight: number; ascenders: number; descenders: number };
}

export interface TesseractWorker {
  recognize(
    image: Uint8Array,
    options: Record<string, string>,
    output: { text: boolean; blocks: boolean },
  ): Promise<{ data: { blocks: { paragraphs: { lines: TesseractLine[] }[] }[] | null } }>;
  terminate(): Promise<unknown>;
}

export interface Tesseract {
  createWorker(
    languages: string,
    engine: number,
    options: {
      langPath: string;
      cacheMethod: 'none';
      gzip: boolean;
      errorHandler: (error: unknown) => void;
    },
  ): Promise<TesseractWorker>;
}
