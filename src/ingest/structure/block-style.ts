/** How a block is set. Pure. */
import { isCapitals } from '../../text/capitals.ts';
import { familyOf } from '../layout/font-family.ts';
import { type Block, blockText, type Line } from '../page-model.ts';

/** Blocks of one style share its key. */
export interface BlockStyle {
  key: string;
  /** By size, then bold, capitals and italics. */
  weight: number;
  isCapitals: boolean;
}

const faceOf = ({ font, size, bold, italic }: Line) =>
  [familyOf(font), Math.round(size * 2) / 2, bold, italic].join('/');

/** The first line in the face of most of a block's characters. */
function mainLine({ lines }: Block): Line | undefined {
  const lengths = new Map<string, number>();
  for (const line of lines) lengths.set(faceOf(line), (lengths.get(faceOf(line)) ?? 0) + line.text.length);
  const [face] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  return lines.find((line) => faceOf(line) === face);
}

export function styleOf(block: Block): BlockStyle {
  const line = mainLine(block);
  if (line === undefined) return { key: '', weight: 0, isCapitals: false };
  const capitals = isCapitals(blockText(block));
  const size = Math.round(line.size * 2) / 2;
  return {
    key: `${faceOf(line)}/${capitals}`,
    weight: size + (line.bold ? 1 : 0) + (capitals ? 0.5 : 0) - (line.italic ? 0.3 : 0),
    isCapitals: capitals,
  };
}
