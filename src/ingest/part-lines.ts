/** Parts lines that a recogniser read across: of a column or a box and what stands beside it. Pure. */
import type { PrintedLine, PrintedWord } from '../core/recogniser.ts';

const numbers = {
  /** Times the height of small letters, half an em: a gap that may be between columns. Most between words are a quarter. */
  gap: 1.2,
  /** The same: how much the gaps of two lines must share, and how far apart the lines may be. */
  shared: 0.6,
  leading: 5,
  /** Times the spacing of the lines: what is further down is another paragraph. */
  sameLeading: 1.25,
  /** So many lines in a row have a gap there. In justified text two may. */
  lines: 3,
  /** Words on either side, at the mean, and the share of digits: fewer words or more digits are cells of a table's rows. */
  words: 2,
  digits: 0.3,
} as const;

/** A gap in a line: before which word, and from where to where. */
interface Gap {
  line: number;
  word: number;
  left: number;
  right: number;
}

function gapsOf({ words, xHeight }: PrintedLine, line: number): Gap[] {
  return words.slice(1).flatMap((word, index) => {
    const left = words[index]?.edges.at(-1) ?? 0;
    const right = word.edges[0] ?? left;
    return right - left >= numbers.gap * xHeight ? [{ line, word: index + 1, left, right }] : [];
  });
}

function continues(gap: Gap, above: Gap, lines: readonly PrintedLine[]): boolean {
  const [upper, lower] = [lines[above.line], lines[gap.line]];
  if (upper === undefined || lower === undefined || gap.line !== above.line + 1) return false;
  const distance = lower.baseline - upper.baseline;
  const shared = Math.min(gap.right, above.right) - Math.max(gap.left, above.left);
  const unit = Math.max(upper.xHeight, lower.xHeight);
  return distance > 0 && distance <= numbers.leading * unit && shared >= numbers.shared * unit;
}

/** Gaps below one another. */
function findChains(lines: readonly PrintedLine[]): Gap[][] {
  const chains: Gap[][] = [];
  for (const gap of lines.flatMap(gapsOf)) {
    const chain = chains.find((one) => {
      const last = one.at(-1);
      return last !== undefined && continues(gap, last, lines);
    });
    if (chain === undefined) chains.push([gap]);
    else chain.push(gap);
  }
  return chains.filter(({ length }) => length >= numbers.lines);
}

/** Whether these are lines of text, not cells. */
function isText(parts: readonly (readonly PrintedWord[])[]): boolean {
  const text = parts.flat().map((word) => word.text);
  const characters = text.join('');
  return (
    text.length >= numbers.words * parts.length &&
    (characters.match(/\d/g)?.length ?? 0) <= numbers.digits * characters.length
  );
}

/** The last of the lines that go on below a chain at its spacing: what stands beside it must not break the sentence off. */
function endOfParagraph(chain: readonly Gap[], lines: readonly PrintedLine[]): number {
  const baselineOf = (line: number) => lines[line]?.baseline ?? Number.POSITIVE_INFINITY;
  const [first, last] = [chain[0]?.line ?? 0, chain.at(-1)?.line ?? 0];
  const leading = (baselineOf(last) - baselineOf(first)) / (chain.length - 1);
  let end = last;
  while (baselineOf(end + 1) - baselineOf(end) <= numbers.sameLeading * leading) end++;
  return end;
}

/** The lines in reading order, those that were read across in two: a paragraph first, then what stands beside it. */
export function partLines(lines: readonly PrintedLine[]): PrintedLine[] {
  const chains = findChains(lines);
  const isLone = (chain: readonly Gap[]) =>
    chain.every(({ line }) =>
      chains.every((other) => other === chain || other.every((gap) => gap.line !== line)),
    );
  const wordsOf = ({ line, word }: Gap, side: 'left' | 'right') => {
    const words = lines[line]?.words ?? [];
    return side === 'left' ? words.slice(0, word) : words.slice(word);
  };
  const parted = chains.filter(
    (chain) =>
      isLone(chain) &&
      isText(chain.map((gap) => wordsOf(gap, 'left'))) &&
      isText(chain.map((gap) => wordsOf(gap, 'right'))),
  );
  const ends = new Map(parted.map((chain) => [chain, endOfParagraph(chain, lines)]));
  return lines.flatMap((line, index) => {
    const gap = parted.flat().find((one) => one.line === index);
    const own = gap === undefined ? line : { ...line, words: wordsOf(gap, 'left') };
    const beside = parted
      .filter((chain) => ends.get(chain) === index)
      .flat()
      .map((one) => ({ ...(lines[one.line] ?? line), words: wordsOf(one, 'right') }));
    return [own, ...beside];
  });
}
