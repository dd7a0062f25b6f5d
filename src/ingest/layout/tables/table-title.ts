/** Finds what stands above a table: its title, and what its figures count. Pure. */
import { captionText, unitText } from '../../../language/en/layout-words.ts';
import type { FoundTable, Line } from '../../page-model.ts';
import { areFigures } from './words.ts';

export interface TableTitle {
  caption: string | null;
  /** "in millions", as it is printed. */
  unit: string | null;
  /** Those of the caption. */
  titleLines?: Line[];
}

/** So many lines above a table are its title at most, each of so many words, and so many ems apart. */
const mostLines = 4;
const longest = 24;
const apart = 2.6;

/** The short lines above a table, the nearest last. */
function linesAbove({ top, left, right }: FoundTable, lines: readonly Line[]): Line[] {
  const above: Line[] = [];
  let y = top;
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    if (line.y < top - 1 || line.right < left || line.x > right || !/\p{L}/u.test(line.text)) continue;
    const isNear =
      line.y - y <= apart * line.size && line.text.split(' ').length <= longest && !areFigures(line.text);
    if (!isNear || above.length === mostLines) break;
    above.unshift(line);
    y = line.y;
    if (captionText.test(line.text)) break;
  }
  return above;
}

const isInBrackets = (text: string): boolean => /^\(.*\)$/.test(text);

/** A line in bold or capitals, which is no sentence. */
const isTitle = ({ text, bold }: Line): boolean =>
  (bold || text === text.toUpperCase()) && !/[.:;,]$/.test(text) && !isInBrackets(text);

/** What a text says its figures count, as it is printed. */
const unitIn = (text: string): string | null => unitText.exec(text)?.[0] ?? null;

/** Rows in which a table says what its figures count. */
const firstRows = 4;

/** Whether a cell says no more than what the figures count: "(in millions)", "In millions, except per share data". */
export function isUnit(text: string): boolean {
  const own = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  return own.length < text.length ? unitText.test(text) : unitText.exec(own)?.[0] === own;
}

/** Whether a text above a table is no more than a piece of its title, or says what its figures count. */
export function isInTitle(text: string, { caption, unit }: TableTitle): boolean {
  return caption?.includes(text) === true || (unit !== null && isUnit(text) && text.includes(unit));
}

export function titleOfTable(table: FoundTable, lines: readonly Line[]): TableTitle {
  const above = linesAbove(table, lines);
  const first = above.findLastIndex(({ text }) => captionText.test(text));
  const units = [...above].reverse().map(({ text }) => unitIn(text));
  const inside = table.cells
    .filter((cell) => cell.row < firstRows && isUnit(cell.text))
    .map(({ text }) => unitIn(text));
  const unit = [...units, ...inside].find((text) => text !== null) ?? null;
  const titles = above
    .slice(Math.max(0, first))
    .filter((line) => (first >= 0 ? !isInBrackets(line.text) : isTitle(line)) && !isUnit(line.text));
  const caption = titles.map(({ text }) => text).join(' ');
  return caption === '' ? { caption: null, unit } : { caption, unit, titleLines: titles };
}
