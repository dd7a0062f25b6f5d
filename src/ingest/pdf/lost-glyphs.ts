/**
 * Letters that PDF.js gives as blanks. Where a font does not say what a glyph stands for, PDF.js takes its code for it, and the
 * codes 9 to 13 are blanks of Unicode: TeX's older fonts have ff, fi and fl there, so that "confidence" reads "con dence". The
 * page's drawing operators still tell such a glyph from a blank. Pure.
 */
import { normalizeUnicode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a page's drawing operators tell of one glyph, in the order in which it is drawn. */
interface DrawnGlyph {
  /** What it reads as; a sign of its own where it is lost. */
  text: string;
  isLost: boolean;
  /** Whether the pen moves before it as far as between two words. */
  isApart: boolean;
  /** Thousandths of an em. */
  width: number;
}

/** A run as PDF.js gives it, or what was lost of it given back. */
export interface RestoredItem<Item> {
  item: Item;
  /** The runs behind that it was parted from at a lost glyph. */
  joined: Item[];
  str: string;
  /** By how many thousandths of an em it begins earlier and ends later. */
  before: number;
  after: number;
}

/** Thousandths of an em between two words of a line, where kerning takes fewer. */
const leastGap = 150;

/** Characters of a page that are looked through for a run's; operators and runs come in one order, but for what is hidden. */
const farthest = 5000;

/** A lost glyph's sign: a control character of the second block that stands for nothing else, which `mendLetters` reads. */
const signOf = (code: number) => String.fromCharCode(code + 0x80);

const isBlank = (text: string) => text.trim() === '';

/**
 * @param isNamed whether a font says what a code stands for.
 * @returns the glyphs of a page; undefined where none is lost.
 */
export function findLostGlyphs(
  operators: { fnArray: number[]; argsArray: unknown[] },
  isNamed: (fontId: string, code: number) => boolean,
): DrawnGlyph[] | undefined {
  const drawn: DrawnGlyph[] = [];
  let fontId = '';
  let isApart = true;
  let hasLost = false;
  operators.fnArray.forEach((operator, index) => {
    const args: unknown = operators.argsArray[index];
    const [first]: unknown[] = Array.isArray(args) ? args : [];
    if (operator === OPS.setFont) fontId = String(first);
    else if (operator !== OPS.showText || !Array.isArray(first)) isApart = true;
    else
      for (const glyph of first) {
        if (typeof glyph === 'number') isApart ||= glyph <= -leastGap;
        if (!isGlyph(glyph)) continue;
        const { unicode, originalCharCode: code, width } = glyph;
        const isLost = /^[\t-\r]$/.test(unicode) && unicode.charCodeAt(0) === code && !isNamed(fontId, code);
        hasLost ||= isLost;
        const text = isLost ? signOf(code) : normalizeUnicode(unicode);
        drawn.push({ text, isLost, isApart, width });
        isApart = !isLost && isBlank(unicode);
      }
  });
  return hasLost ? drawn : undefined;
}

interface Glyph {
  unicode: string;
  originalCharCode: number;
  width: number;
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';

/** What stands between two letters of a run: the lost glyphs, with a blank where the pen moved; else its blanks. */
function tellGap(between: readonly DrawnGlyph[], next: DrawnGlyph | undefined, blanks: string): string {
  const lost = between.filter(({ isLost }) => isLost);
  if (lost.length === 0) return blanks;
  return [...lost, ...(next === undefined ? [] : [next])]
    .map((glyph) => (glyph.isApart ? ' ' : '') + (glyph.isLost ? glyph.text : ''))
    .join('');
}

/** The lost glyphs that end the word before a gap, and those that begin the one behind it. */
function partGap(between: readonly DrawnGlyph[], next: DrawnGlyph | undefined) {
  const lost = between.filter(({ isLost }) => isLost);
  const apart = lost.findIndex((glyph) => glyph.isApart);
  const ending = apart < 0 ? lost : lost.slice(0, apart);
  const last = lost.findLastIndex((glyph) => glyph.isApart);
  const beginning = last < 0 || next === undefined || next.isApart ? [] : lost.slice(last);
  return { ending, beginning };
}

const widthOf = (glyphs: readonly DrawnGlyph[]) => glyphs.reduce((sum, { width }) => sum + width, 0);

/** The lost glyphs at an edge of a run, which stand where it had blanks. */
const textBefore = (lost: readonly DrawnGlyph[], blanks: string) =>
  lost.length === 0 ? blanks : lost.map(({ text }) => text).join('');

/** The letters of a page's glyphs but for the lost ones, and the glyph of each UTF-16 unit. */
function readLetters(drawn: readonly DrawnGlyph[]) {
  const owners: number[] = [];
  let letters = '';
  drawn.forEach(({ text, isLost }, index) => {
    if (isLost) return;
    for (const unit of text.replace(/\s/g, '').split('')) {
      letters += unit;
      owners.push(index);
    }
  });
  return { letters, owners };
}

/**
 * The runs of a page with a sign for each lost glyph where a blank stood. A run whose letters are not found among the glyphs,
 * as where a script runs from right to left, is left as it is.
 */
export function restoreLostGlyphs<Item extends { str: string; fontName: string }>(
  items: readonly Item[],
  drawn: readonly DrawnGlyph[],
): RestoredItem<Item>[] {
  const { letters, owners } = readLetters(drawn);
  const glyphAt = (at: number) => drawn[owners[at] ?? -1];
  const gapBefore = (at: number) => drawn.slice((owners[at - 1] ?? -1) + 1, owners[at] ?? drawn.length);
  const restored: RestoredItem<Item>[] = [];
  let cursor = 0;
  /** The run before, where its word goes on: PDF.js parts a run at a wide glyph that it takes for a blank. */
  let open: RestoredItem<Item> | undefined;
  for (const item of items) {
    const { str } = item;
    const own = str.replace(/\s/g, '');
    if (own === '' && open !== undefined) continue;
    const start = own === '' ? -1 : letters.slice(0, cursor + farthest).indexOf(own, cursor);
    if (start < 0) {
      restored.push({ item, joined: [], str, before: 0, after: 0 });
      open = undefined;
      continue;
    }
    const { beginning } = partGap(gapBefore(start), glyphAt(start));
    let at = start;
    let blanks = '';
    let text = '';
    for (const unit of str.split('')) {
      if (isBlank(unit)) {
        blanks += unit;
        continue;
      }
      text +=
        (at === start ? textBefore(beginning, blanks) : tellGap(gapBefore(at), glyphAt(at), blanks)) + unit;
      blanks = '';
      at++;
    }
    const gap = gapBefore(at);
    const { ending } = partGap(gap, glyphAt(at));
    text += textBefore(ending, blanks);
    if (open !== undefined && start === cursor && open.item.fontName === item.fontName) {
      open.str += text;
      open.after += widthOf(ending);
      open.joined.push(item);
    } else {
      open = { item, joined: [], str: text, before: widthOf(beginning), after: widthOf(ending) };
      restored.push(open);
    }
    const goesOn = ending.length > 0 && ending.length === gap.length && glyphAt(at)?.isApart === false;
    if (!goesOn) open = undefined;
    cursor = at;
  }
  return restored;
}
