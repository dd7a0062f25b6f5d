/** Tells the labels of charts, which are no sentences: figures on their own, and the words among them. Pure. */
import { type Block, blockText } from '../page-model.ts';
import { areFigures } from './tables/words.ts';

/** A label is a line or two of at most so many words. */
const longest = 8;
/** Ems within which figures on their own make the words beside them labels, and how many. */
const across = 16;
const down = 8;
const fewest = 3;

interface Place {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function placeOf({ lines }: Block): Place {
  return {
    left: Math.min(...lines.map((line) => line.x)),
    right: Math.max(...lines.map((line) => line.right)),
    top: Math.max(...lines.map((line) => line.y)),
    bottom: Math.min(...lines.map((line) => line.y)),
  };
}

function isNear(a: Place, b: Place, em: number): boolean {
  const dx = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const dy = Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top);
  return dx <= across * em && dy <= down * em;
}

const isShort = (block: Block): boolean => {
  const text = blockText(block).trim();
  return block.lines.length <= 2 && text.split(/\s+/).length <= longest && !/[.!?:;]["”’)]?$/.test(text);
};

/** A dash on its own is a bullet. */
const isFigure = (text: string): boolean => /\d/.test(text) && areFigures(text);

/** Marks the body blocks of a document that are labels: axis numbers, values on bars, and the words near several of them. */
export function markLabels(blocks: readonly Block[]): void {
  const pages = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.kind !== 'body' || !isShort(block)) continue;
    pages.set(block.page, [...(pages.get(block.page) ?? []), block]);
  }
  for (const short of pages.values()) {
    const figures = short.filter((block) => isFigure(blockText(block).trim()));
    const places = figures.map(placeOf);
    for (const block of figures) block.kind = 'label';
    if (figures.length < fewest) continue;
    for (const block of short) {
      const em = block.lines[0]?.size ?? 0;
      const own = placeOf(block);
      if (places.filter((place) => isNear(own, place, em)).length >= fewest) block.kind = 'label';
    }
  }
}
