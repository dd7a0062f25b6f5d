/** Reads PDFs with PDF.js: from bytes to text runs with their geometry. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {
  DocumentReader,
  OutlineEntry,
  PageText,
  PlacedText,
  ReadOptions,
  SidewaysRun,
  TextRun,
} from '../../core/document-reader.ts';
import { drawPages } from './draw-pages.ts';
import { findDamage } from './find-damage.ts';
import { findRules } from './find-rules.ts';
import { isBold, isItalic } from './font-style.ts';
import { createGlyphRuler, type GlyphRuler } from './glyph-ruler.ts';
import { findLostGlyphs, type RestoredItem, restoreLostGlyphs } from './lost-glyphs.ts';
import { type AskLibrary, checkCharacters, checkOperators, checkPageCount } from './pdf-refusals.ts';
import { readTexQuotes, readTexSigns } from './tex-encoding.ts';
import { type PdfDocument, withDocument } from './with-document.ts';

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type PageItem = Extract<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { str: string }>;

type PageView = ReturnType<PdfPage['getViewport']>;

/** How text runs on the page as it is viewed; aslant it is a watermark or a stamp. */
type Direction = 'upright' | 'rising' | 'falling' | 'aslant';

/** The slope of a line of text, of ten degrees: slanted scans lean by one or two. */
const steepest = 0.18;

/** Points. What is set smaller nobody reads in print: fillers and names of fields, which programs leave there. */
const leastSize = 2;

/** Applies the page's view (media box offset, rotation) to a text matrix; returns the run's origin, size and direction. */
function placeRun(matrix: number[], view: PageView) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const [x = 0, top = 0] = view.convertToViewportPoint(e, f);
  const [end = 0, endTop = 0] = view.convertToViewportPoint(e + a, f + b);
  const [along, down] = [Math.abs(end - x), Math.abs(endTop - top)];
  let direction: Direction = 'aslant';
  if (down <= along * steepest) direction = 'upright';
  else if (along <= down * steepest) direction = endTop < top ? 'rising' : 'falling';
  return { x, y: view.height - top, size: Math.hypot(c, d) || Math.hypot(a, b), direction };
}

/** What letters take of their size across a line that is set sideways: above its baseline and below it, in ems. */
const [ascent, descent] = [0.8, 0.25];

/** @param along the length of the text in points, from its origin on. */
function turnRun(
  { x, y, size, direction }: ReturnType<typeof placeRun> & { direction: SidewaysRun['direction'] },
  along: number,
): Pick<SidewaysRun, 'direction' | 'x' | 'y' | 'width' | 'height' | 'size'> {
  const isRising = direction === 'rising';
  return {
    direction,
    x: x - size * (isRising ? ascent : descent),
    y: isRising ? y : y - along,
    width: size * (ascent + descent),
    height: along,
    size,
  };
}

/** Of so many characters set sideways for one that is upright, a page is read turned: it holds a table in landscape. */
const mostlySideways = 3;

/** By how many degrees a page must be turned clockwise for most of its text to be upright. */
function turnOf(items: readonly PageItem[], view: PageView): 0 | 90 | 270 {
  const count = { upright: 0, rising: 0, falling: 0, aslant: 0 };
  for (const { str, transform } of items) count[placeRun(transform, view).direction] += str.trim().length;
  const { upright, rising, falling } = count;
  if (rising > mostlySideways * (upright + falling)) return 90;
  return falling > mostlySideways * (upright + rising) ? 270 : 0;
}

/** PDF.js joins the strips that some scanners cut a page into. */
const paintsPicture = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
]);

/** Whether a font says what a code stands for, as its map to Unicode tells. */
function isNamed(fonts: PdfPage['commonObjs'], id: string, code: number): boolean {
  const font: unknown = fonts.has(id) ? fonts.get(id) : null;
  if (font === null || typeof font !== 'object' || !('toUnicode' in font)) return true;
  const { toUnicode } = font;
  if (toUnicode === null || typeof toUnicode !== 'object' || !('_map' in toUnicode)) return true;
  return Array.isArray(toUnicode._map) && toUnicode._map[code] !== undefined;
}

/** A run with what was lost of it, which it then is as wide as. */
function widen({ item, joined, str, before, after }: RestoredItem<PageItem>): PageItem {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[];
  const transform = [a, b, c, d, e - (a * before) / 1000, f - (b * before) / 1000];
  const printed = [item, ...joined].reduce((sum, { width }) => sum + width, 0);
  return { ...item, str, transform, width: printed + (Math.hypot(a, b) * (before + after)) / 1000 };
}

async function readPage(
  page: PdfPage,
  label: string,
  ruler: GlyphRuler,
  askLibrary: AskLibrary,
  name: string,
): Promise<PageText> {
  const operators = await askLibrary(page.getOperatorList());
  checkOperators(operators.fnArray.length, name, page.pageNumber);
  ruler.learn(operators);
  const content = await askLibrary(page.getTextContent());
  const found = content.items.filter((item) => 'str' in item);
  const lost = findLostGlyphs(operators, (id, code) => isNamed(page.commonObjs, id, code));
  const items = lost === undefined ? found : restoreLostGlyphs(found, lost).map(widen);
  const turned = turnOf(items, page.getViewport({ scale: 1 }));
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 });
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
  const sideways: SidewaysRun[] = [];
  let afterBlank = false;
  for (const item of items) {
    if (item.str.trim() === '') {
      afterBlank ||= item.str !== '' && !item.hasEOL;
      continue;
    }
    const placed = placeRun(item.transform, viewport);
    const { x, y, size, direction } = placed;
    if (direction === 'aslant' || size < leastSize) continue;
    const font = nameOf(item.fontName);
    const text = readTexSigns(item.str.replace(/\s/g, ' '), font, (code) =>
      isNamed(page.commonObjs, item.fontName, code),
    );
    if (direction !== 'upright') {
      const style = { font, bold: isBold(font), italic: isItalic(font) };
      sideways.push({ text, ...turnRun({ ...placed, direction }, item.width), ...style });
      continue;
    }
    runs.push({
      text,
      x,
      y,
      width: item.width,
      size,
      font,
      bold: isBold(font),
      italic: isItalic(font),
      edges: ruler.edges(item.fontName, text, x, item.width, size),
      afterBlank,
    });
    afterBlank = false;
  }
  const hasImages = operators.fnArray.some((code) => paintsPicture.has(code));
  const rules = findRules(operators, (x, y) => {
    const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y);
    return [left, viewport.height - top];
  });
  page.cleanup();
  return {
    number: page.pageNumber,
    label,
    width: viewport.width,
    height: viewport.height,
    ...(turned !== 0 && { turned }),
    runs,
    ...(sideways.length > 0 && { sideways }),
    hasImages,
    ...(rules.length > 0 && { rules }),
  };
}

type OutlineItems = NonNullable<Awaited<ReturnType<PdfDocument['getOutline']>>>;

/** The index of an outline entry's page, from 0; undefined if it points nowhere. */
async function findTarget(document: PdfDocument, reference: unknown): Promise<number | undefined> {
  if (reference === undefined || reference === null || typeof reference === 'number') {
    return reference ?? undefined;
  }
  // Skip an entry that points nowhere, and keep the others.
  return document
    .getPageIndex(reference as Parameters<PdfDocument['getPageIndex']>[0])
    .catch(() => undefined);
}

async function readOutline(
  document: PdfDocument,
  items: OutlineItems,
  askLibrary: AskLibrary,
): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  for (const { title, dest, items: below } of items) {
    const target = typeof dest === 'string' ? await askLibrary(document.getDestination(dest)) : dest;
    const index = await findTarget(document, target?.[0]);
    if (index === undefined) continue;
    const y: unknown = target?.[3];
    entries.push({
      title: readTexQuotes(title).replace(/\s+/g, ' ').trim(),
      page: index + 1,
      y: typeof y === 'number' ? y : null,
      children: await readOutline(document, below, askLibrary),
    });
  }
  return entries;
}

/** The title and the year of making in the file's metadata. */
async function readMetadata(document: PdfDocument): Promise<Pick<PlacedText, 'title' | 'madeIn'>> {
  const metadata = await document.getMetadata().catch(() => null);
  const info: unknown = metadata?.info;
  const known = info !== null && typeof info === 'object' ? info : {};
  const title = 'Title' in known ? String(known.Title).trim() : '';
  // "D:20220131…" (PDF 1.7, 7.9.4).
  const year =
    'CreationDate' in known ? /^(?:D:)?((?:19|20)\d\d)/.exec(String(known.CreationDate))?.[1] : undefined;
  return { title: title === '' ? null : title, ...(year !== undefined && { madeIn: Number(year) }) };
}

async function read(
  bytes: Uint8Array,
  name: string,
  { onPage = () => {}, onStep = () => {}, findsDamage, signal }: ReadOptions = {},
): Promise<PlacedText> {
  const finder = findsDamage ? findDamage() : undefined;
  const verbosity = findsDamage ? VerbosityLevel.WARNINGS : VerbosityLevel.ERRORS;
  const reading = withDocument(bytes, name, verbosity, async (document, askLibrary) => {
    checkPageCount(document.numPages, name);
    const labels = await askLibrary(document.getPageLabels());
    const ruler = createGlyphRuler();
    const pages: PageText[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      onPage(number, document.numPages);
      finder?.atPage(number);
      const page = await askLibrary(document.getPage(number));
      const read = await readPage(page, labels?.[number - 1] || String(number), ruler, askLibrary, name);
      pages.push(read);
      characters += read.runs.reduce((sum, { text }) => sum + text.length, 0);
      checkCharacters(characters, name, number);
      // PDF.js never yields to the event loop, and nobody could stop it.
      await nextTurn();
      signal?.throwIfAborted();
    }
    onStep('its outline');
    const outline = (await askLibrary(document.getOutline())) ?? [];
    const placed = {
      ...(await readMetadata(document)),
      pages,
      outline: await readOutline(document, outline, askLibrary),
    };
    return { ...placed, ...(finder && { damage: finder.found() }) };
  });
  return reading.finally(() => finder?.stop());
}

/**
 * Reads PDFs: text runs page by page, with outline and title. A run's font is its PostScript name without its subset prefix.
 * Reading @throws VerseError `damaged-pdf`, `encrypted-pdf`, `over-limit`.
 */
export const pdfReader: DocumentReader = {
  title: 'a PDF',
  mark: '%PDF-',
  ending: 'pdf',
  recognises: (head) => Buffer.from(head).toString('latin1').includes('%PDF-'),
  read,
  draw: drawPages,
};
