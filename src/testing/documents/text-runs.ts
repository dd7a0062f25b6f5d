/** Text runs, lines and blocks for tests; every character is half an em wide. */

import type { PageText, TextRun } from '../../core/document-reader.ts';
import type { Block, BlockKind, Line } from '../../ingest/page-model.ts';
import { isBold, isItalic } from '../../ingest/pdf/font-style.ts';

/** What a test may set of a run; by default it is body text in EB Garamond at 10 points on the left margin. */
export interface Look {
  x?: number;
  y?: number;
  size?: number;
  font?: string;
  afterBlank?: boolean;
  page?: number;
  column?: number | null;
  /** Of a block: whether it is set beside the text. */
  float?: true;
}

/** The width of a text in points. */
export function widthOf(text: string, size = 10): number {
  return (text.length * size) / 2;
}

function edgesOf(text: string, x: number, size: number): number[] {
  return Array.from({ length: text.length + 1 }, (_, index) => x + widthOf(text.slice(0, index), size));
}

export function makeRun(text: string, look: Look = {}): TextRun {
  const { x = 60, y = 700, size = 10, font = 'EB-Garamond', afterBlank = false } = look;
  return {
    text,
    x,
    y,
    width: widthOf(text, size),
    size,
    font,
    bold: isBold(font),
    italic: isItalic(font),
    edges: edgesOf(text, x, size),
    afterBlank,
  };
}

export function makePage(runs: TextRun[], number = 1): PageText {
  return { number, label: String(number), width: 595, height: 842, runs, hasImages: false };
}

export function makeLine(text: string, look: Look = {}): Line {
  const { text: _, width, afterBlank: __, ...run } = makeRun(text, look);
  return {
    ...run,
    page: look.page ?? 1,
    text,
    markers: [],
    right: run.x + width,
    column: look.column ?? null,
  };
}

/** Lines below one another, 13 points apart from `look.y` on. */
export function makeLines(texts: readonly string[], look: Look = {}): Line[] {
  const { y = 700, size = 10 } = look;
  return texts.map((text, index) => makeLine(text, { ...look, y: y - index * size * 1.3 }));
}

export function makeBlock(texts: readonly string[], look: Look = {}, kind: BlockKind = 'body'): Block {
  const { page = 1, float } = look;
  return { kind, page, lines: makeLines(texts, look), ...(float && { float }) };
}
