/** Draws pages with PDF.js, keeping the file open between pages. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { VerseError } from '../core/errors.ts';
import { encodePng } from './encode-png.ts';
import type { PageRequest, RenderPage } from './page-request.ts';

/**
 * How long a file stays open after a page. Reopening it makes a page take three times as long, since fonts and shared
 * pictures are read again (docs/page-pictures.md).
 */
const keptOpenMs = 60_000;

/** Pixels; with the largest width they are 64 MB. */
const mostHeight = 8000;

type LoadingTask = ReturnType<typeof getDocument>;
type PdfDocument = Awaited<LoadingTask['promise']>;

interface OpenFile {
  sha256: string;
  task: LoadingTask;
  document: PdfDocument;
}

/** The canvas that PDF.js creates in Node, of @napi-rs/canvas. */
interface NodeCanvas {
  width: number;
  height: number;
  /** The pixels, not a copy: red, green, blue, alpha. */
  data(): Buffer;
}
interface CanvasFactory {
  create(width: number, height: number): { canvas: NodeCanvas; context: CanvasRenderingContext2D };
  destroy(created: { canvas: NodeCanvas; context: CanvasRenderingContext2D }): void;
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

async function openFile(bytes: Uint8Array, sha256: string): Promise<OpenFile> {
  // PDF.js detaches the array it is given, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  try {
    return { sha256, task, document: await task.promise };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

function cannotDraw({ file, page }: PageRequest, cause: unknown): VerseError {
  const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  const message = `${basename(file)}: page ${page} cannot be drawn (${detail}).`;
  return new VerseError('damaged-pdf', message, 'Open the file in a PDF viewer.', { cause });
}

async function drawFrom(document: PdfDocument, { file, page: number, width }: PageRequest) {
  if (number > document.numPages) {
    throw new VerseError(
      'unknown-page',
      `${basename(file)} has no page ${number}.`,
      `Its pages are 1 to ${document.numPages}.`,
    );
  }
  const page = await document.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / size.width });
  if (!(viewport.height >= 1 && viewport.height <= mostHeight)) {
    const points = [size.width, size.height].map((length) => length.toLocaleString('en')).join(' by ');
    throw new VerseError(
      'over-limit',
      `${basename(file)}: page ${number} is too narrow or too flat to be drawn (${points} points).`,
    );
  }
  // Typed as any object, since a caller may bring its own.
  const factory = document.canvasFactory as CanvasFactory;
  const created = factory.create(width, Math.floor(viewport.height));
  try {
    const { canvas, context } = created;
    await page.render({ canvas: null, canvasContext: context, viewport }).promise;
    return encodePng(canvas.data(), canvas.width, canvas.height);
  } finally {
    page.cleanup();
    factory.destroy(created);
  }
}

/**
 * Opens a drawer of pages: one at a time, the last file kept open for a minute. The file is still read for each page,
 * to refuse one that has changed since its ingest.
 * Drawing @throws VerseError `unknown-page`, `over-limit` for a page of odd shape, `damaged-pdf`, `stale-index` for a changed file, `cannot-read` for a missing one.
 */
export function openPageDrawer({ keptMs = keptOpenMs }: { keptMs?: number } = {}): RenderPage {
  let open: OpenFile | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function close(): Promise<void> {
    const { task } = open ?? {};
    open = undefined;
    await task?.destroy();
  }

  async function draw(request: PageRequest): Promise<Uint8Array> {
    clearTimeout(timer);
    const bytes = await readUnchanged(request.file, request.sha256);
    if (open?.sha256 !== request.sha256) {
      await close();
      open = await openFile(bytes, request.sha256).catch((error: unknown) => {
        throw cannotDraw(request, error);
      });
    }
    try {
      return await drawFrom(open.document, request);
    } catch (error) {
      if (error instanceof VerseError) throw error;
      // After any failure the next page reopens the file.
      await close();
      throw cannotDraw(request, error);
    } finally {
      timer = setTimeout(() => {
        last = last.then(close);
      }, keptMs).unref();
    }
  }

  return (request) => {
    const picture = last.then(() => draw(request));
    last = picture.catch(() => undefined);
    return picture;
  };
}
