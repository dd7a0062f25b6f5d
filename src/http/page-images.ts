/** Pages of a PDF as pictures, drawn by pdf-parse. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { VerseError } from '../errors.ts';

export interface PageRequest {
  /** The PDF's path. */
  file: string;
  /** Its SHA-256 when it was ingested: the picture is of that file or there is none. */
  sha256: string;
  /** Counted from 1. */
  page: number;
  /** Pixels, up to `maxPageWidth`. */
  width: number;
}

/** Draws a page as PNG. */
export type RenderPage = (request: PageRequest) => Promise<Uint8Array>;

export const maxPageWidth = 2000;
const widthStep = 200;

/** The widths really drawn, so that windows of slightly different sizes share one picture. */
export function roundWidth(width: number): number {
  return Math.min(maxPageWidth, Math.ceil(width / widthStep) * widthStep);
}

async function readUnchanged(file: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const message = `${basename(file)} is not where it was when it was ingested.`;
    throw new VerseError('cannot-read', message, 'Put it back, or run `verse ingest` again.', { cause });
  });
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new VerseError(
    'stale-index',
    `${basename(file)} has changed since it was ingested.`,
    'Run `verse ingest` again.',
  );
}

/**
 * Draws one page, opening and closing the file.
 * @throws VerseError `unknown-page`, `stale-index` for a file that changed, `cannot-read` for one that has gone.
 */
export async function drawPage({ file, sha256, page, width }: PageRequest): Promise<Uint8Array> {
  // PDF.js detaches the array it is given: this copy is its own.
  const parser = new PDFParse({ data: new Uint8Array(await readUnchanged(file, sha256)) });
  try {
    const shot = await parser.getScreenshot({
      partial: [page],
      desiredWidth: width,
      imageBuffer: true,
      imageDataUrl: false,
    });
    const image = shot.pages[0]?.data;
    if (image !== undefined) return image;
    throw new VerseError(
      'unknown-page',
      `${basename(file)} has no page ${page}.`,
      `Its pages are 1 to ${shot.total}.`,
    );
  } finally {
    await parser.destroy();
  }
}

/**
 * A renderer that draws one page at a time (drawing takes the whole event loop) and keeps the last `cacheSize`
 * pictures, which is about half a megabyte each. A page asked for twice while it is drawn is drawn once.
 */
export function openPageRenderer(options: { cacheSize?: number; draw?: RenderPage } = {}): RenderPage {
  const { cacheSize = 32, draw = drawPage } = options;
  const pictures = new Map<string, Promise<Uint8Array>>();
  let last: Promise<unknown> = Promise.resolve();

  /** Draws behind whatever is being drawn; a failure is not kept. */
  function enqueue(key: string, request: PageRequest): Promise<Uint8Array> {
    const picture = last.then(() => draw(request));
    last = picture.catch(() => pictures.delete(key));
    return picture;
  }

  return (request) => {
    const width = roundWidth(request.width);
    const key = `${request.sha256} ${request.page} ${width}`;
    const picture = pictures.get(key) ?? enqueue(key, { ...request, width });
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    pictures.delete(key);
    pictures.set(key, picture);
    const [oldest] = pictures.keys();
    if (pictures.size > cacheSize && oldest !== undefined) pictures.delete(oldest);
    return picture;
  };
}
