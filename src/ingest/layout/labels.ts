/** Tells the labels of charts, which are no sentences: figures on their own, and the words among them. Pure. */
import { type Block, blockText } from '../page-model.ts';
import { areFigures } from './tables/words.ts';

/** A label is a line or two of at most so many words. */
const longest = 8;
/** Ems within which figures on their own belong to one chart, and how many make one. */
const across = 16;
const down = 8;
const fewest = 3;
/** Ems above and below a chart's figures where its words may be. */
const around = 2;

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

/** Whether two places are so near, in points to the side and up or down. */
function isNear(a: Place, b: Place, dx: number, dy: number): boolean {
  return (
    Math.max(a.left, b.left) - Math.min(a.right, b.right) <= dx &&
    Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top) <= dy
  );
}

/** The places that charts take: those of figures near each other. */
function chartsOf(figures: readonly Place[], em: number): Place[] {
  const groups: Place[][] = [];
  for (const figure of figures) {
    const near = groups.filter((group) =>
      group.some((other) => isNear(figure, other, across * em, down * em)),
    );
    const joined = [figure, ...near.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined);
  }
  return groups
    .filter((group) => group.length >= fewest)
    .map((group) => ({
      left: Math.min(...group.map(({ left }) => left)),
      right: Math.max(...group.map(({ right }) => right)),
      top: Math.max(...group.map(({ top }) => top)),
      bottom: Math.min(...group.map(({ bottom }) => bottom)),
    }));
}

/** A line or two that are no sentence. */
export const isShort = (block: Block): boolean => {
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
    for (const block of figures) block.kind = 'label';
    const em = figures[0]?.lines[0]?.size ?? 0;
    const charts = chartsOf(figures.map(placeOf), em);
    for (const block of short) {
      const own = placeOf(block);
      if (charts.some((chart) => isNear(own, chart, across * em, around * em))) block.kind = 'label';
    }
  }
}
