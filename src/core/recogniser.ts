/** The interface of a recogniser of printed text (OCR): from a page's picture to words with their places. */
import type { PagePicture } from './document-reader.ts';

/** Which pages without text are read by OCR, and in which languages. */
export interface OcrChoice {
  /** `auto` where it is installed, `on` refuses to begin where it is not. */
  when: 'auto' | 'on' | 'off';
  /** Tesseract's codes of the languages, joined by "+": "eng+deu". */
  languages: string;
}

/** In pixels of the picture, from its top left. */
export interface PrintedWord {
  text: string;
  /** 0..1. */
  confidence: number;
  /** The left edge of each character and the right edge of the last: text.length + 1 values. */
  edges: number[];
}

export interface PrintedLine {
  words: PrintedWord[];
  /** How far down the baseline is, in the line's middle. */
  baseline: number;
  /** The height of its small letters. */
  xHeight: number;
}

export interface Recogniser {
  /** The lines of a page, in reading order. */
  recognise(picture: PagePicture): Promise<PrintedLine[]>;
  close(): Promise<void>;
}

/** Where recognisers come from. */
export interface Recognisers {
  /** The packages that must be installed before one can be opened. */
  missing(languages: string): string[];
  /** @throws VerseError `bad-installation` where one is missing or cannot be loaded. */
  open(languages: string): Promise<Recogniser>;
}
