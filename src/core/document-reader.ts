/** What the layout rules are given of a document, whatever its kind, and what reads one kind. */

/** Characters in one font on one line, as the document places them. Points; origin bottom left of the page as shown. */
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
  /** A blank run stood before this one: the same line may go on over a wide gap. */
  afterBlank: boolean;
}

export interface PageText {
  /** From 1. */
  number: number;
  /** The number printed on it, where the document says; else `number`. */
  label: string;
  width: number;
  height: number;
  /** Upright ones that are not blank, in the order of the file. */
  runs: TextRun[];
  /** Whether the page paints pictures; with no text it is probably a scan. */
  hasImages: boolean;
}

export interface OutlineEntry {
  title: string;
  /** From 1. */
  page: number;
  /** Distance of the target from the bottom of the page in points, where the outline says. */
  y: number | null;
  children: OutlineEntry[];
}

/** A document as pages of placed text. */
export interface PlacedText {
  /** As the file calls itself; null where it does not. */
  title: string | null;
  /** In order, none left out. */
  pages: PageText[];
  /** Empty where there is none. */
  outline: OutlineEntry[];
}

export interface ReadOptions {
  /** Called after each page with how many are read and how many there are. */
  onPage?: (done: number, total: number) => void;
  /** Once it is aborted no further page is read. */
  signal?: AbortSignal | undefined;
}

/** Reads one kind of document. A file's kind is told by its bytes; its name only names it. */
export interface DocumentReader {
  /** In a sentence: "a PDF". */
  readonly title: string;
  /** What the first bytes of such a file hold, as a refusal says it: "%PDF-". */
  readonly mark: string;
  /** What names of such files usually end in, without the point: "pdf". A document's id goes without it. */
  readonly ending: string;
  /** Whether a file is of this kind. @param head its first `headBytes` bytes, or all that it has. */
  recognises(head: Uint8Array): boolean;
  /**
   * @param bytes a file of this kind; left as they are.
   * @param name what error sentences call the file.
   * @throws VerseError that says why the file is refused; the reason of `signal`; what `onPage` throws.
   */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<PlacedText>;
}

/** How much of a file tells its kind. PDF readers accept a signature anywhere in it (PDF 1.7, implementation note 13). */
export const headBytes = 1024;
