/** Finds running heads and page numbers. Pure. */
import type { PageText } from '../../core/document-reader.ts';
import type { Line } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

function styleKey(line: Line): string {
  return `${line.font}/${line.size.toFixed(1)}`;
}

/** A line's position and style, which running heads share from page to page. */
function placeKey(line: Line): string {
  return `${Math.round(line.y)}|${styleKey(line)}`;
}

/** The lines of a page's outer rows: those with nothing between them and the page's edge, and air to the next row. */
function outerLines(page: PageText, lines: readonly Line[]): Line[] {
  const { zone, clearance } = thresholds.furniture;
  const rows = [...new Set(lines.map((line) => Math.round(line.y)))].sort((a, b) => b - a);
  const isClear = (row: number, next: number | undefined, size: number) =>
    next === undefined || Math.abs(row - next) >= clearance * size;
  return lines.filter((line) => {
    const row = Math.round(line.y);
    const place = rows.indexOf(row);
    if (line.y > page.height * (1 - zone)) {
      // Two rows at the top may both be furniture (title and rule), not more.
      return place <= 1 && isClear(row, rows[place + 1], line.size);
    }
    if (line.y < page.height * zone) {
      return place >= rows.length - 2 && isClear(row, rows[place - 1], line.size);
    }
    return false;
  });
}

/**
 * The running heads and page numbers among a document's lines.
 * Position alone eats body lines: the place must recur on many pages, and either its text recurs too (digits aside)
 * or its style is one that hardly anything else is set in.
 */
export function findFurniture(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
): Set<Line> {
  const { pages: share, leastPages, styleShare } = thresholds.furniture;
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of linesOfPage.flat()) {
    characters.set(styleKey(line), (characters.get(styleKey(line)) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const places = new Map<string, { pages: Set<number>; lines: Line[]; texts: Map<string, number> }>();
  pages.forEach((page, index) => {
    for (const line of outerLines(page, linesOfPage[index] ?? [])) {
      const key = placeKey(line);
      const place = places.get(key) ?? {
        pages: new Set<number>(),
        lines: [],
        texts: new Map<string, number>(),
      };
      place.pages.add(page.number);
      place.lines.push(line);
      const text = line.text.replace(/\d+/g, '#');
      place.texts.set(text, (place.texts.get(text) ?? 0) + 1);
      places.set(key, place);
    }
  });
  const furniture = new Set<Line>();
  for (const place of places.values()) {
    if (place.pages.size < Math.max(leastPages, share * pages.length)) continue;
    for (const line of place.lines) {
      const recurs = (place.texts.get(line.text.replace(/\d+/g, '#')) ?? 0) >= leastPages;
      const ownStyle = (characters.get(styleKey(line)) ?? 0) < styleShare * total;
      if (recurs || ownStyle) furniture.add(line);
    }
  }
  return furniture;
}
