/** Page numbers: numbers at the edge of a row that rise with the pages. Pure. */
import { pageInWords } from '../../language/en/layout-words.ts';
import { romanValue } from '../../text/roman-number.ts';

/** A number at the start or the end of a row of text. */
export interface EdgeNumber {
  value: number;
  isRoman: boolean;
  /** Whether the row says nothing else. */
  isAlone: boolean;
}

/** Front matter has hardly more pages. */
const highestRoman = 399;

/** The numbers that a row may have as its page's: "– 12 –", "xii", "12 | Title", "Title 13", "Page 3 of 10". */
export function edgeNumbers(row: string): EdgeNumber[] {
  const words = row.split(/[\s|–—·•-]+/).filter((word) => word !== '');
  const isAlone = words.length === 1;
  const ofPage = pageInWords.exec(row)?.[1];
  const edges = new Set([words[0], words.at(-1), ofPage].filter((word) => word !== undefined));
  return [...edges].flatMap((word): EdgeNumber[] => {
    if (/^\d{1,4}$/.test(word)) return [{ value: Number(word), isRoman: false, isAlone }];
    const value = isAlone ? romanValue(word) : null;
    return value !== null && value <= highestRoman ? [{ value, isRoman: true, isAlone }] : [];
  });
}

/** How page numbers run: what is added to the page's place in the file, and on how many pages. */
export type Offsets = ReadonlyMap<string, number>;

export const offsetKey = (page: number, { value, isRoman }: EdgeNumber): string =>
  `${isRoman ? 'r' : ''}${value - page}`;

/** On how many pages each offset is found. @param rows the outer rows of each page, page 1 first. */
export function countOffsets(rows: readonly (readonly string[])[]): Offsets {
  const counts = new Map<string, number>();
  rows.forEach((texts, index) => {
    const keys = new Set(
      texts.flatMap((text) => edgeNumbers(text).map((edge) => offsetKey(index + 1, edge))),
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}
