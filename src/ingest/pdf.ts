/** The only importer of PDF.js: from the bytes of a PDF to text runs with their geometry. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { VerseError } from '../errors.ts';
import { createGlyphRuler, type GlyphRuler } from './glyph-ruler.ts';
import type { OutlineEntry, PageText, PdfText, TextRun } from './page-model.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const endMarkWindow = 4096;

/** Refuses what is plainly no whole PDF before PDF.js tries to repair it. */
function checkEnvelope(bytes: Uint8Array, name: string): void {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) {
    throw new VerseError('not-a-pdf', `${name}: the file is empty.`, 'Copy or download it again.');
  }
  if (!head.includes('%PDF-')) {
    throw new VerseError(
      'not-a-pdf',
      `${name}: not a PDF (its first bytes are not %PDF-).`,
      'Give a PDF file.',
    );
  }
  const tail = Buffer.from(bytes.subarray(-endMarkWindow)).toString('latin1');
  if (!tail.includes('%%EOF')) {
    throw new VerseError(
      'damaged-pdf',
      `${name}: the file breaks off before the PDF's end mark (${bytes.length} bytes).`,
      'Copy or download it again.',
    );
  }
}

function openError(cause: unknown, name: string): VerseError {
  const kind = cause instanceof Error ? cause.name : '';
  if (kind === 'PasswordException') {
    return new VerseError(
      'encrypted-pdf',
      `${name}: the PDF is encrypted and needs a password.`,
      'Save a copy without the password (for example with qpdf --decrypt).',
      { cause },
    );
  }
  const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  return new VerseError(
    'damaged-pdf',
    `${name}: the PDF is damaged (${detail}).`,
    'Copy or download it again.',
    {
      cause,
    },
  );
}

/**
 * Opens a PDF, hands it to `use` and closes it whatever happens.
 * @param bytes the file; copied, since PDF.js detaches what it is given.
 * @param name what error sentences call the file.
 * @throws VerseError `not-a-pdf`, `damaged-pdf`, `encrypted-pdf`.
 */
async function withDocument<T>(
  bytes: Uint8Array,
  name: string,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  checkEnvelope(bytes, name);
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  try {
    return await use(await task.promise);
  } catch (cause) {
    throw cause instanceof VerseError ? cause : openError(cause, name);
  } finally {
    await task.destroy();
  }
}

/** Applies the page's view (media box offset, rotation) to a text matrix; gives the run's origin and size. */
function placeRun(matrix: number[], page: PdfPage, viewport: ReturnType<PdfPage['getViewport']>) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const [x = 0, top = 0] = viewport.convertToViewportPoint(e, f);
  const upright = page.rotate % 180 === 0 ? Math.abs(b) <= Math.abs(a) : Math.abs(a) <= Math.abs(b);
  return { x, y: viewport.height - top, size: Math.hypot(c, d) || Math.hypot(a, b), upright };
}

async function readPage(page: PdfPage, label: string, ruler: GlyphRuler): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  ruler.learn(operators);
  const content = await page.getTextContent();
  const fonts = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = fonts.get(id);
    if (known !== undefined) return known;
    const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const name = font !== null && typeof font === 'object' && 'name' in font ? String(font.name) : id;
    const plain = name.replace(/^[A-Z]{6}\+/, '');
    fonts.set(id, plain);
    return plain;
  };
  const runs: TextRun[] = [];
  let afterBlank = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      afterBlank ||= item.str !== '' && !item.hasEOL;
      continue;
    }
    const { x, y, size, upright } = placeRun(item.transform, page, viewport);
    if (!upright) continue;
    const text = item.str.replace(/\s/g, ' ');
    const font = nameOf(item.fontName);
    runs.push({
      text,
      x,
      y,
      width: item.width,
      size,
      font,
      bold: /bold|black|heavy|semibold|demi/i.test(font),
      italic: /italic|oblique/i.test(font),
      edges: ruler.edges(item.fontName, text, x, item.width, size),
      afterBlank,
    });
    afterBlank = false;
  }
  const hasImages = operators.fnArray.some(
    (code) =>
      code === OPS.paintImageXObject ||
      code === OPS.paintInlineImageXObject ||
      code === OPS.paintImageMaskXObject,
  );
  page.cleanup();
  return { number: page.pageNumber, label, width: viewport.width, height: viewport.height, runs, hasImages };
}

type OutlineItems = NonNullable<Awaited<ReturnType<PdfDocument['getOutline']>>>;

async function readOutline(document: PdfDocument, items: OutlineItems): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  for (const item of items) {
    const target = typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest;
    const reference: unknown = target?.[0];
    if (!target || reference === undefined || reference === null) continue;
    try {
      const index =
        typeof reference === 'number'
          ? reference
          : await document.getPageIndex(reference as Parameters<PdfDocument['getPageIndex']>[0]);
      const y: unknown = target[3];
      entries.push({
        title: item.title.replace(/\s+/g, ' ').trim(),
        page: index + 1,
        y: typeof y === 'number' ? y : null,
        children: await readOutline(document, item.items),
      });
    } catch {
      // An entry that points nowhere is no use to anyone: the others still are.
    }
  }
  return entries;
}

/**
 * Reads a PDF's text runs, page by page, with its outline and title.
 * @param onPage called after each page with its number and the page count.
 * @throws VerseError `not-a-pdf`, `damaged-pdf`, `encrypted-pdf`.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  onPage: (done: number, total: number) => void = () => {},
): Promise<PdfText> {
  return withDocument(bytes, name, async (document) => {
    const labels = await document.getPageLabels();
    const ruler = createGlyphRuler();
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, labels?.[number - 1] || String(number), ruler));
      onPage(number, document.numPages);
    }
    const metadata = await document.getMetadata().catch(() => null);
    const info: unknown = metadata?.info;
    const title =
      info !== null && typeof info === 'object' && 'Title' in info ? String(info.Title).trim() : '';
    return {
      title: title === '' ? null : title,
      pages,
      outline: await readOutline(document, (await document.getOutline()) ?? []),
    };
  });
}
