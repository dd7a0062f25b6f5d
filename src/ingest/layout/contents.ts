/** The table of contents: its titles and pages. Pure. */

import { contentsTitle } from '../../language/en/layout-words.ts';
import { type Block, blockText, type Line } from '../page-model.ts';

/** Whether a text is the heading of a table of contents. */
export function isContentsTitle(text: string): boolean {
  return contentsTitle.test(text.trim());
}

const contentsEntry = /^(.{3,160}?)[\s.…]{2,}(\d{1,4})$|^(.{3,160}?\p{L}.*?)\s+(\d{1,4})$/u;

/** Moves page numbers that are painted separately to the end of their line. */
function joinNumbers(lines: readonly Line[]): string[] {
  const isNumber = (line: Line) => /^\d{1,4}$/.test(line.text);
  const titles = lines.filter((line) => !isNumber(line));
  const ownerOf = (number: Line) =>
    titles.find((line) => line.page === number.page && Math.abs(line.y - number.y) <= 2 && line.x < number.x);
  const owners = new Map(lines.filter(isNumber).map((number) => [ownerOf(number), number]));
  return lines.flatMap((line) => {
    if (isNumber(line)) return ownerOf(line) === undefined ? [line.text] : [];
    const number = owners.get(line);
    return [number === undefined ? line.text : `${line.text} ${number.text}`];
  });
}

/** Titles named by the contents pages, in order. */
export function readContents(blocks: readonly Block[]): string[] {
  const at = blocks.findIndex((block) => isContentsTitle(blockText(block)));
  const heading = blocks[at];
  if (heading === undefined) return [];
  // Page numbers may be painted before the heading.
  const above = blocks.slice(0, at).filter((block) => block.page === heading.page);
  const lines = [...above, ...blocks.slice(at + 1, at + 400)].flatMap((block) => block.lines);
  const titles: string[] = [];
  let pending = '';
  for (const entry of joinNumbers(lines)) {
    const text = `${pending} ${entry}`.trim();
    const match = contentsEntry.exec(text);
    if (match !== null) {
      titles.push((match[1] ?? match[3] ?? '').trim());
      pending = '';
    } else {
      pending = text.length > 160 ? '' : text;
      if (pending === '' && titles.length > 2) break;
    }
  }
  return titles;
}

/** The blocks without those of contents pages, and the pages left out. */
export function dropContents(blocks: readonly Block[]): { kept: Block[]; pages: number[] } {
  const pages = new Set<number>();
  for (const page of new Set(blocks.map((block) => block.page))) {
    const lines = blocks.filter((block) => block.page === page).flatMap((block) => block.lines);
    const numbered = lines.filter(
      (line) => /\p{L}.*\s\d{1,4}$/u.test(line.text) || /^\d{1,4}$/.test(line.text),
    ).length;
    const titled = lines.some((line) => isContentsTitle(line.text));
    const follows = pages.has(page - 1);
    const many = numbered >= 3 && numbered >= lines.length * 0.3 && (titled || follows);
    // The last page may hold an entry or two.
    if (many || (follows && numbered >= lines.length * 0.5)) pages.add(page);
  }
  return { kept: blocks.filter((block) => !pages.has(block.page)), pages: [...pages] };
}
