/** How a block is set. Pure. */
import { isCapitals } from '../../text/capitals.ts';
import { type Block, blockText } from '../page-model.ts';

/** Blocks of one style share its key. */
export interface BlockStyle {
  key: string;
  /** By size, then bold, capitals and italics. */
  weight: number;
  isCapitals: boolean;
}

/** The name of a font's family: "Lato" of "Lato-Bold". */
export const familyOf = (font: string): string => font.replace(/[-,].*$/, '');

export function styleOf(block: Block): BlockStyle {
  const [line] = block.lines;
  if (line === undefined) return { key: '', weight: 0, isCapitals: false };
  const capitals = isCapitals(blockText(block));
  const size = Math.round(line.size * 2) / 2;
  return {
    key: [familyOf(line.font), size, line.bold, line.italic, capitals].join('/'),
    weight: size + (line.bold ? 1 : 0) + (capitals ? 0.5 : 0) - (line.italic ? 0.3 : 0),
    isCapitals: capitals,
  };
}
