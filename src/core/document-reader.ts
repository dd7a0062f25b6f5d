/** The interface of a reader for one kind of document: from bytes to pages of placed text. */
import type { BrokenWords } from './types.ts';

/** Characters in one font on one line, as the document places them. Points; origin bottom left of the page as it is read. */
export interface TextRun {
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  width: number;
  /** The font size, which is also the em. */
  size: number;
  /** The font's name: `Lato-Bold`. */
  font: string;
  bold: boolean;
  italic: boolean;
  /** The left edge of each character and the right edge of the last: text.length + 1 values. */
  edges: number[];
  /** Whether a blank run came before: the line may then continue over a wide gap. */
  afterBlank: boolean;
}

/** Characters set from bottom to top (rising) or from top to bottom, as heads of narrow columns are. Points, as of a run. */
export interface SidewaysRun {
  text: string;
  direction: 'rising' | 'falling';
  /** The left edge. */
  x: number;
  /** The lower edge. */
  y: number;
  width: number;
  height: number;
  /** The font size. */
  size: number;
  font: string;
  bold: boolean;
  italic: boolean;
}

/** A drawn line or a filled box, upright. Points; origin bottom left of the page as it is read; a line is thin. */
export interface Rule {
  /** The left edge. */
  x: number;
  /** The lower edge. */
  y: number;
  width: number;
  height: number;
}

export interface PageText {
  /** From 1. */
  number: number;
  /** The number printed on it, if the document tells; else `number`. */
  label: string;
  /** Of the page as it is read. */
  width: number;
  height: number;
  /** By how many degrees clockwise the page as shown is turned to be read, where most of it is set sideways. */
  turned?: 90 | 270;
  /** The upright, non-blank runs in the file's order. */
  runs: TextRun[];
  /** Those that are set sideways on it, in the file's order; absent without any. */
  sideways?: SidewaysRun[];
  /** Whether the page paints pictures; with no text it is probably a scan. */
  hasImages: boolean;
  /** The lines and boxes that it draws; absent where a reader knows of none. */
  rules?: Rule[];
  /** Of a page whose text was recognised in its picture. */
  ocr?: {
    /** The mean of its words, 0..1. */
    confidence: number;
    /** Those that were looked for: "eng+deu". */
    languages: string;
  };
}

export interface OutlineEntry {
  title: string;
  /** From 1. */
  page: number;
  /** The target's distance from the bottom of the page in points, if the outline tells. */
  y: number | null;
  children: OutlineEntry[];
}

/** A document as pages of placed text. */
export interface PlacedText {
  /** The title in the file's metadata; null without one. */
  title: string | null;
  /** The year in which the file was made, as its metadata have it; absent where they do not. */
  madeIn?: number | undefined;
  /** All pages in order. */
  pages: PageText[];
  /** Empty without one. */
  outline: OutlineEntry[];
  /** What is damaged and was read all the same, with its pages; absent if it was not looked for. */
  damage?: string[];
  /** What was mended of the letters that its fonts do not name; absent for none. */
  brokenWords?: BrokenWords;
  /** Pages that are pictures without text and were not read; absent for none. */
  unread?: number[];
  /** What to do about pages without text, as a sentence, where OCR is not all of it. */
  remedy?: string;
}

/** A page drawn in shades of grey. */
export interface PagePicture {
  /** From 1. */
  page: number;
  /** In pixels. */
  width: number;
  height: number;
  pixelsPerPoint: number;
  /** A byte a pixel, 0 for black, row by row from the top left. */
  shades: Uint8Array;
}

export interface ReadOptions {
  /** Called before each page with its number, from 1, and how many there are. */
  onPage?: (number: number, total: number) => void;
  /** Called before each step that is no page, as a noun: "its outline". */
  onStep?: (doing: string) => void;
  /** Finds what is damaged. It takes over what the process prints, so only for a process of its own. */
  findsDamage?: boolean;
  /** Stops reading when aborted. */
  signal?: AbortSignal | undefined;
}

/** Reads one kind of document, recognised by its bytes and not by its name. */
export interface DocumentReader {
  /** Its name in sentences: "a PDF". */
  readonly title: string;
  /** The signature of such files, for error messages: "%PDF-". */
  readonly mark: string;
  /** The usual file ending, without the dot: "pdf". It is left out of a document's id. */
  readonly ending: string;
  /** Whether a file is of this kind. @param head its first `headBytes` bytes, or all that it has. */
  recognises(head: Uint8Array): boolean;
  /**
   * @param bytes a file of this kind; not modified.
   * @param name the file's name in errors.
   * @throws VerseError saying why the file is refused; the reason of `signal`; whatever `onPage` throws.
   */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<PlacedText>;
  /**
   * Draws pages, each once the one before has been put to use, so that scans can be read; absent where this kind has none.
   * @param pages from 1.
   * @throws VerseError as `read`; whatever `use` throws.
   */
  draw?(
    bytes: Uint8Array,
    name: string,
    pages: readonly number[],
    use: (picture: PagePicture) => Promise<void>,
  ): Promise<void>;
}

/** How many bytes decide a file's kind. PDF allows its signature anywhere in them (PDF 1.7, implementation note 13). */
export const headBytes = 1024;
