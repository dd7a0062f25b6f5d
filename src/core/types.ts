/**
 * The nouns of the product. They import only other nouns.
 *
 * document (one PDF) > chapter > section > passage > sentence, and beside them notes (endnotes and footnotes).
 * Pages count from 1 in the file; the number printed on the page is its `label`.
 */
import type { MatterRole } from './matter-forms.ts';

/** A rectangle on a page, in shares of the page's width and height (0..1), origin top left. */
export interface Box {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An endnote or footnote of a chapter. */
export interface Note {
  /** Unique in the index: `<document>/<chapter number>/n<label>`. */
  id: string;
  chapter: string;
  /** What is printed before it: "12", "*", "a". */
  label: string;
  text: string;
  urls: string[];
  /** The page of its first line. */
  page: number;
  pages: number[];
  boxes: Box[];
}

/** The position of a note's marker in a sentence, whose text does not contain it. */
export interface NoteMarker {
  noteId: string;
  /** The number of UTF-16 units of the sentence's text before it: 0..text.length. */
  offset: number;
}

/** One sentence as the report prints it, but with lines joined and note markers removed. */
export interface Sentence {
  text: string;
  /** Its pages, ascending; two if it runs over a page break. */
  pages: number[];
  /** One rectangle per line. */
  boxes: Box[];
  /** Ids of the notes whose markers are in it or directly after it. */
  noteIds: string[];
  /** The positions of their markers, in text order; an endnote's own sentence has none. */
  markers: NoteMarker[];
  /** Of a sentence on a page that was read by OCR: how sure that page's words are, 0..1. */
  ocr?: { confidence: number };
  /** If it is a row of a table: what stands over its cells there. */
  row?: TableRow;
  /** If it opens an item of a printed list: that list, counted in its chapter from 1. */
  item?: number;
  /** If a printed list stands below it: that list. */
  announces?: number;
}

/** A cell of a table's row, as it is printed. */
export interface RowCell {
  text: string;
  /** The heads of its column, from the outer one on; empty without any. */
  heads: string[];
  /** One rectangle per line. */
  boxes: Box[];
}

/** Where a row stands in its table. Its words are printed there, though not beside the row. */
export interface TableRow {
  /** What stands above the table as its title. */
  caption: string | null;
  /** What the figures count, as printed: "in millions". */
  unit: string | null;
  /** The labels of the group that the row is in, from the outer one on: "Current assets". */
  under: string[];
  /** From left to right; the sentence's text is theirs, joined by " | ". */
  cells: RowCell[];
}

export type PassageKind = 'body' | 'note' | 'table';

/** The unit of search: whole sentences of one section of a chapter. */
export interface Passage {
  /** Unique in the index: `<document>/<chapter number>/<passage number>`, in reading order. */
  id: string;
  documentId: string;
  /** The chapter's short name, as `Chapter.name`. */
  chapter: string;
  /** The heading above it, or null before the first heading. */
  section: string | null;
  /** The way to it: part, chapter, section, subsection, as far as it has them; absent for notes. */
  path?: string[];
  kind: PassageKind;
  /** The front or back matter that it belongs to; absent for others, and for notes. */
  matter?: MatterRole;
  /** The sentences joined by spaces, or the rows by newlines if `kind` is `table`. */
  text: string;
  pages: number[];
  sentences: Sentence[];
}

/** `front` and `back` are the pages before the first and after the last chapter: searched, never routed to. */
export type ChapterKind = 'front' | 'chapter' | 'back';

export interface Chapter {
  /** The short name: the title up to its colon ("Germany"), without an article. */
  name: string;
  title: string;
  kind: ChapterKind;
  page: number;
  lastPage: number;
  /** The title of the part that it is in; absent without one. */
  part?: string;
}

/**
 * What says that a title is one: the file's outline, the printed contents, a heading in the text, a number that goes on from
 * the one before, the running heads of the pages below it.
 */
export type TitleSource = 'outline' | 'contents' | 'heading' | 'numbering' | 'running head';

/** A part, chapter or section of a document. */
export interface StructureEntry {
  /** As printed. */
  title: string;
  /** A part holds chapters; whatever is below a chapter is a section. */
  kind: 'part' | 'chapter' | 'section';
  /** From 1, the outermost. */
  level: number;
  page: number;
  /** What says so; the more, the surer. */
  sources: TitleSource[];
  /** What it is, if it is front or back matter of its document or chapter. */
  matter?: MatterRole;
  /**
   * The way to it: as `Passage.path` of the passages below it begins, or its own title if it is a part. Absent for a section
   * whose heading was not found in the text, or has no text below it.
   */
  path?: string[];
}

/** A sample of a document's sentences, by which another edition is noticed without reading both; see `compare/sketch.ts`. */
export interface TextSketch {
  /** The version of the rules that it was made by. */
  rules: number;
  /** How many distinct sentences it is of. */
  sentences: number;
  /** The smallest of their hashes, 32 bits each, ascending; 128 at most. */
  hashes: number[];
}

/** One ingested PDF. */
export interface ReportDocument {
  /** The file's name without its ending. */
  id: string;
  /** As printed, unless one was set by hand. */
  title: string;
  /** The printed title of a document whose title was set by hand; absent for the others. */
  printedTitle?: string;
  /** The year that it is of, as read of it unless one was set by hand; absent where neither says so. */
  year?: number;
  /** The year that is read of a document whose year was set by hand, null for none; absent for the others. */
  printedYear?: number | null;
  /** Set by hand, in the order in which they were given; absent without any. */
  tags?: string[];
  /** The collection that it is in, by which tokens see it; absent for none: only who sees all documents sees it. */
  collection?: string;
  /** `Language.tag`, told from its text. */
  language: string;
  /** The file's absolute path at the time it was ingested. */
  file: string;
  sha256: string;
  pageCount: number;
  /** The printed page numbers, page 1 first; the file's own if there are none. */
  pageLabels: string[];
  chapters: Chapter[];
  /** Its parts, chapters and sections in reading order; absent where none were found. */
  structure?: StructureEntry[];
  ingestedAt: string;
  /** Absent where an earlier version made the index. */
  sketch?: TextSketch;
  report: ExtractionReport;
}

/** A document that has most of its sentences in common with another one. */
export interface NoticedEdition {
  /** Its id. */
  document: string;
  /** The id of the other. */
  like: string;
  /** How many of its sentences the other has, 0..1. */
  share: number;
  /** Whether both have the same sentences. */
  isDuplicate: boolean;
}

/** Words with letters that the file draws and does not name, or names wrongly, as of a ligature. */
export interface BrokenWords {
  /** By the document's other words, where these leave no doubt. */
  mended: number;
  /** With a blank or a sign in the place of the letters. */
  left: number;
}

/** Where a document's title was found; `file name`: nowhere. */
export type TitleOrigin = 'form' | 'metadata' | 'first page' | 'outline' | 'file name';

/** What is counted of how a document was read, by which its reading is judged; its trace has the places. */
export interface ReadingCounts {
  titleFrom: TitleOrigin;
  /** Characters but blanks: of all lines, and of those that no rule left out and no passage has. */
  characters: { all: number; lost: number };
  /** Of the labels of markers without a note, those that go on from the one before, as notes do and exponents do not. */
  serialMarkers: number;
  /** Notes that no sentence cites. */
  uncitedNotes: number;
  /** Tables most of whose figures have no head. */
  headlessTables: number;
  /** Pages on which the text, as it is read, breaks off and goes back up its own column. */
  upwardPages: number[];
  /**
   * Words in lower case, and those that no dictionary has and the text hardly repeats, or that have
   * a sign among their letters; absent without a dictionary.
   */
  words?: { all: number; unknown: number };
}

/** What the extraction found in one document, and what it could not use. */
export interface ExtractionReport {
  /** Where the chapters came from; `pages`: nothing was sure, and a long document was divided by its pages. */
  chaptersFrom: 'outline' | 'contents' | 'headings' | 'pages' | 'none';
  chapters: number;
  /** Those of its chapters that more than one source tells. */
  confirmedChapters: number;
  /** Why its chapters may be wrong, and what to do, as a sentence; absent where nothing speaks against them. */
  unsure?: string;
  headings: number;
  passages: Record<PassageKind, number>;
  sentences: number;
  notes: number;
  markers: { found: number; resolved: number };
  pullQuotes: number;
  tables: number;
  /** Pages with fewer than 20 characters besides running heads: blanks, pictures. */
  sparsePages: number[];
  /** What was left out of the passages and why, as sentences. */
  skipped: string[];
  /** What is damaged in the file and was read all the same; absent for none. */
  damage?: string[];
  /** With their share of all words, 0..1; absent for none. */
  brokenWords?: BrokenWords & { share: number };
  /** The pages that were read by OCR, how sure their words are (0..1), and in which languages; absent for none. */
  ocr?: { pages: number[]; confidence: number; languages: string };
  /**
   * Pages that are pictures without text and were not read, and what to do, as a sentence; absent for none. Those that were
   * tried are tried again only where OCR is asked for.
   */
  unread?: { pages: number[]; remedy: string; isTried?: true };
  /** Absent where an earlier version read it. */
  counts?: ReadingCounts;
}

/** Why a line is in no passage; `lost`: no rule left it out, and yet no passage has it. */
export type LeftOutAs = 'running head' | 'contents' | 'caption' | 'label' | 'pull quote' | 'lost';

/** A line that is in no passage. */
export interface LeftOutLine {
  as: LeftOutAs;
  text: string;
  box: Box;
}

/** A heading, with a rectangle for each of its lines. */
export interface TracedHeading {
  text: string;
  boxes: Box[];
}

/** A table on one page. */
export interface TracedTable {
  /** What stands above it as its title. */
  caption: string | null;
  box: Box;
  /** Without its heads. */
  rows: number;
  /** Cells with figures beside the rows' labels, and those of them whose column has no head. */
  figures: { all: number; headless: number };
}

/** A note's marker to which no note was found, or a word that is in no dictionary. */
export interface PlacedWord {
  text: string;
  page: number;
}

/**
 * What a reading leaves behind beside the passages: where headings and tables stand, and which lines are in no passage. It is
 * kept so that a reader can be shown, page by page, how well a document was read.
 */
export interface ReadingTrace {
  headings: TracedHeading[];
  tables: TracedTable[];
  /** Page by page. */
  leftOut: LeftOutLine[];
  looseMarkers: PlacedWord[];
  /** In reading order; the first 200. */
  unknownWords: PlacedWord[];
}

/** What ingest passes to the index: one document with its passages and notes. */
export interface IngestedDocument {
  document: ReportDocument;
  passages: Passage[];
  notes: Note[];
  /** Absent where nothing traced the reading. */
  trace?: ReadingTrace | undefined;
}

/** The encoder's output for one text. */
export interface Encoding {
  /** The text's vector, of unit length, `dimensions` values. */
  vector: Float32Array;
  /** The pieces of its vocabulary that are kept: no function words, punctuation or marks of its own. */
  tokens: string[];
  /** The words that `tokens` are pieces of, as in the vocabulary: in lower case, some without accents. */
  words: string[];
  /** For each token, the index of its word in `words`. */
  tokenWords: number[];
  /** Unit vectors of `tokens`, concatenated: tokens.length x dimensions. */
  tokenVectors: Float32Array;
  /** For each token, the index of the part of the text it came from (see `Encoder.encodePassage`). */
  tokenParts: number[];
}

/** Scores of a hit; 0..1 within one result list, null if that ranking did not return the passage. */
export interface HitScores {
  keyword: number | null;
  vector: number | null;
  maxsim: number | null;
}

/** A passage with its scores. */
export interface Hit {
  passage: Passage;
  /** The fused and reranked score, 0..1 within one result list. */
  score: number;
  scores: HitScores;
}

/** A span of text: offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A warning for the reader of an answer. */
export interface Warning {
  code: string;
  message: string;
}

/** Progress of long work. `total` is null if it is not known. */
export interface Progress {
  stage: string;
  done: number;
  total: number | null;
}
export type OnProgress = (progress: Progress) => void;

/** Options to follow long work and to stop it. */
export interface WorkOptions {
  onProgress?: OnProgress;
  /** When aborted, the work stops at its next step and throws the signal's reason. */
  signal?: AbortSignal | undefined;
}
