/** Reads pages that are pictures without text by OCR, where it is wanted and installed. */
import { installCommand } from '../config/install-command.ts';
import type { DocumentReader, PlacedText } from '../core/document-reader.ts';
import type { OcrChoice, Recognisers } from '../core/recogniser.ts';
import type { ExtractionReport } from '../core/types.ts';
import { createRecognisers, notInstalled } from '../ocr/tesseract.ts';
import { hasInk } from './has-ink.ts';
import { findFurniture } from './layout/furniture.ts';
import { formLines } from './layout/lines.ts';
import { dropMisreadMarkers } from './misread-markers.ts';
import { partLines } from './part-lines.ts';
import { placeWords, type RecognisedPage } from './place-words.ts';
import { findSparsePages, otherRemedy } from './text-layer.ts';

export interface ScanOptions {
  /** None are read by default. */
  ocr?: OcrChoice | undefined;
  /** Those of tesseract.js by default. */
  recognisers?: Recognisers | undefined;
  /** Called before each page with its number, how many were read before it, and how many there are to read; and after the last. */
  onScan?: (page: number, done: number, total: number) => void;
  signal?: AbortSignal | undefined;
}

const noOcr: OcrChoice = { when: 'off', languages: 'eng' };

/** Characters. No running heads are longer, so that a document whose pages have more need not be looked at for them. */
const longestHeads = 400;

/** The pages with pictures and hardly any text beside running heads. */
function findScans({ pages }: PlacedText): number[] {
  const maybe = pages.some(
    ({ hasImages, runs }) => hasImages && runs.reduce((sum, { text }) => sum + text.length, 0) < longestHeads,
  );
  if (!maybe) return [];
  const lines = formLines(pages);
  const furniture = findFurniture(pages, lines);
  const sparse = new Set(
    findSparsePages(
      pages,
      lines.map((own) => own.filter((line) => !furniture.has(line))),
    ),
  );
  return pages.flatMap(({ number, hasImages }) => (hasImages && sparse.has(number) ? [number] : []));
}

function remedyOf({ when }: OcrChoice, missing: readonly string[]): string {
  if (when === 'off') return `Ingest it with --ocr, or ${otherRemedy}`;
  return `Install what reads scans: ${installCommand(missing)}. Or ${otherRemedy}`;
}

/** @throws VerseError `bad-installation` where OCR is asked for and not installed. */
export function requireOcr(
  { when, languages }: OcrChoice,
  recognisers: Recognisers = createRecognisers(),
): void {
  const missing = when === 'on' ? recognisers.missing(languages) : [];
  if (missing.length > 0) throw notInstalled(missing);
}

/** Whether a document that was read before would now be read otherwise. */
export function isReadOtherwise(
  { ocr: before, unread }: Pick<ExtractionReport, 'ocr' | 'unread'>,
  { when, languages }: OcrChoice = noOcr,
  recognisers: Recognisers = createRecognisers(),
): boolean {
  if (before === undefined && unread === undefined) return false;
  if (when === 'off') return before !== undefined;
  const isWanted =
    unread === undefined ? before?.languages !== languages : when === 'on' || unread.isTried === undefined;
  return isWanted && recognisers.missing(languages).length === 0;
}

/**
 * The document with the words of its scanned pages, or with these pages as unread.
 * @throws VerseError as the reader draws; the reason of `signal`; whatever `onScan` throws.
 */
export async function readScans(
  placed: PlacedText,
  file: { reader: DocumentReader; bytes: Uint8Array; name: string },
  { ocr = noOcr, recognisers = createRecognisers(), onScan = () => {}, signal }: ScanOptions,
): Promise<PlacedText> {
  const { reader, bytes, name } = file;
  const scans = reader.draw === undefined ? [] : findScans(placed);
  if (scans.length === 0) return placed;
  const missing = ocr.when === 'off' ? [] : recognisers.missing(ocr.languages);
  if (ocr.when === 'off' || missing.length > 0)
    return { ...placed, unread: scans, remedy: remedyOf(ocr, missing) };
  const recogniser = await recognisers.open(ocr.languages);
  const recognised: RecognisedPage[] = [];
  const tell = () => onScan(scans[recognised.length] ?? scans.at(-1) ?? 1, recognised.length, scans.length);
  try {
    tell();
    await reader.draw?.(bytes, name, scans, async (picture) => {
      const page = placed.pages[picture.page - 1];
      const printed = hasInk(picture) ? await recogniser.recognise(picture) : [];
      const lines = dropMisreadMarkers(partLines(printed));
      if (page !== undefined)
        recognised.push({ page, lines, picture: { pixelsPerPoint: picture.pixelsPerPoint } });
      signal?.throwIfAborted();
      tell();
    });
  } finally {
    await recogniser.close();
  }
  const read = new Map(placeWords(recognised, ocr.languages).map((page) => [page.number, page]));
  return {
    ...placed,
    pages: placed.pages.map((page) => read.get(page.number) ?? page),
    remedy: 'OCR finds no words in its pictures; scan it again, upright and at 300 dots an inch.',
  };
}
