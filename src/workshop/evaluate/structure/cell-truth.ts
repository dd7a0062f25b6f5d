/** Reads the cells that a document's tables are known to have, as the table competition of ICDAR 2013 wrote them down. Pure. */
import { VerseError } from '../../../core/errors.ts';

/** A cell's place in its table, from 0, up to the last row and column that it spans. */
export interface CellPlace {
  row: number;
  rowEnd: number;
  column: number;
  columnEnd: number;
  text: string;
}

/** In points, origin bottom left. */
export interface KnownCell extends CellPlace {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A table, or the part of one on a page. */
export interface KnownTable {
  page: number;
  cells: KnownCell[];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** The parts of a text from each opening of an element to the next. */
const partsOf = (xml: string, element: string): string[] => xml.split(`<${element}`).slice(1);

/** @throws VerseError `bad-input` naming the file. */
export function parseCellTruth(xml: string, name: string): KnownTable[] {
  return partsOf(xml, 'region ').map((region) => {
    const numberOf = (part: string, attribute: string, otherwise?: number): number => {
      const value = new RegExp(`\\b${attribute}=['"](-?\\d+)`).exec(part)?.[1];
      if (value !== undefined) return Number(value);
      if (otherwise !== undefined) return otherwise;
      throw new VerseError(
        'bad-input',
        `${name}: a region or cell has no ${attribute}.`,
        'Give a file in the format of the ICDAR 2013 table competition (report-str.xml).',
      );
    };
    const cells = partsOf(region, 'cell ').map((cell): KnownCell => {
      const [row, column] = [numberOf(cell, 'start-row'), numberOf(cell, 'start-col')];
      return {
        row,
        rowEnd: numberOf(cell, 'end-row', row),
        column,
        columnEnd: numberOf(cell, 'end-col', column),
        text: decode(/<content>([\s\S]*?)<\/content>/.exec(cell)?.[1] ?? ''),
        left: numberOf(cell, 'x1'),
        bottom: numberOf(cell, 'y1'),
        right: numberOf(cell, 'x2'),
        top: numberOf(cell, 'y2'),
      };
    });
    return { page: numberOf(region, 'page'), cells: cells.filter(({ text }) => text.trim() !== '') };
  });
}
