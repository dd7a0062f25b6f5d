/** Tells the words within a figure, such as a chart's legend, which are no sentences: small and short, beside its caption. Pure. */
import { figureCaption } from '../../language/en/layout-words.ts';
import { type Block, blockText } from '../page-model.ts';
import { isShort } from './labels.ts';
import { thresholds } from './thresholds.ts';

/** Words of a line among several that is a label of its own, as beside each bar. */
const wordsOfRow = 3;

/** Rows of a word or two, none of which ends as a sentence does. */
const areRows = ({ lines }: Block): boolean =>
  lines.every(
    ({ text }) => text.trim().split(/\s+/).length <= wordsOfRow && !/[.!?:;]["”’)]?$/.test(text.trim()),
  );

const top = ({ lines }: Block): number => Math.max(...lines.map(({ y }) => y));
const bottom = ({ lines }: Block): number => Math.min(...lines.map(({ y }) => y));

function overlap(a: Block, b: Block): boolean {
  const [left, right] = [
    Math.max(Math.min(...a.lines.map(({ x }) => x)), Math.min(...b.lines.map(({ x }) => x))),
    Math.min(Math.max(...a.lines.map((line) => line.right)), Math.max(...b.lines.map((line) => line.right))),
  ];
  return right > left;
}

/** Whether a block stands between two others, one above the other. */
function isBetween(block: Block, one: Block, other: Block): boolean {
  const [upper, lower] = top(one) > top(other) ? [one, other] : [other, one];
  return (
    top(block) < bottom(upper) && bottom(block) > top(lower) && (overlap(block, one) || overlap(block, other))
  );
}

/** Marks the body blocks that are words of a figure: nothing but such words and figures stands between them and its caption. */
export function markFigureLabels(blocks: readonly Block[], bodySize: number): void {
  const isCaption = (block: Block) =>
    (block.kind === 'caption' || block.kind === 'body') && figureCaption.test(blockText(block).trim());
  const isSmall = ({ lines }: Block) => lines.every(({ size }) => size <= bodySize * thresholds.caption.size);
  const isWords = (block: Block) =>
    block.kind === 'body' && !isCaption(block) && isSmall(block) && (isShort(block) || areRows(block));
  for (const caption of blocks.filter(isCaption)) {
    const own = blocks.filter(({ page }) => page === caption.page);
    const rest = own.filter((block) => block !== caption && block.kind !== 'label' && !isWords(block));
    for (const block of own)
      if (isWords(block) && !rest.some((other) => isBetween(other, block, caption))) block.kind = 'label';
  }
}
