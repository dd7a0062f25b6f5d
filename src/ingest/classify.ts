/** What each block is: rules 10, 11 and 15 of the layout. Pure. */
import { type Block, blockText, lettersOf } from './page-model.ts';
import { thresholds } from './thresholds.ts';

const captionText =
  /^©|^(?:figure|fig\.|table|chart|box|map|exhibit|graph|source|sources)\s*:?\s*\d*[a-z]?\b/i;
const sentenceEndInside = /[.!?]["'”’)]*\s+\p{Lu}/u;

/**
 * The size that a stretch of text is mainly set in, in points: the largest plain size that holds at least a fifth
 * of the characters, since endnotes can outweigh the body they belong to.
 */
export function bodySizeOf(blocks: readonly Block[]): number {
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of blocks.flatMap((block) => block.lines)) {
    if (line.bold) continue;
    const size = line.size.toFixed(1);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const common = [...characters].filter(([, count]) => count >= total * 0.2).map(([size]) => Number(size));
  return common.length > 0 ? Math.max(...common) : 10;
}

/** Word pairs of a text, lower case. */
function wordPairs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Share of a block's word pairs that occur in `pairs`. */
function coverage(block: Block, pairs: ReadonlySet<string>): number {
  const own = wordPairs(blockText(block));
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Narrower than its column: it may stand beside the text. */
function isNarrow(block: Block, columnWidth: number): boolean {
  const width =
    Math.max(...block.lines.map((line) => line.right)) - Math.min(...block.lines.map((line) => line.x));
  return block.lines.length >= 2 && width <= columnWidth * thresholds.quote.width;
}

function isQuote(block: Block, bodySize: number, columnWidth: number, pairs: ReadonlySet<string>): boolean {
  const { coverage: enough, longestWords, longCoverage } = thresholds.quote;
  if (block.lines.every((line) => line.bold && line.italic)) {
    const text = blockText(block);
    const long = wordCount(text) > longestWords || sentenceEndInside.test(text);
    return !long || isNarrow(block, columnWidth) || coverage(block, pairs) >= longCoverage;
  }
  const size = block.lines[0]?.size ?? 0;
  return isNarrow(block, columnWidth) && size >= bodySize * 1.05 && coverage(block, pairs) >= enough;
}

const labelled = /^(?:\d{1,2}[.)]\s+)?([\p{Lu}\p{N}][^:.!?]{1,40}):\s+(?=[\p{Lu}\p{N}])/u;

/**
 * Whether a float in the style of pull quotes is a heading: it opens with a label ("Outlook: Uneven awakening …"),
 * which the text nowhere holds. Holds for 7 floats of the report and for none of its 116 pull quotes.
 */
function isTitledFloat(block: Block, pairs: ReadonlySet<string>): boolean {
  const text = blockText(block);
  const match = labelled.exec(text);
  if (match === null || wordCount(text) > thresholds.quote.longestWords) return false;
  const over = wordPairs(
    `${match[1]?.split(/\s/).at(-1) ?? ''} ${text.slice(match[0].length).split(/\s/)[0] ?? ''}`,
  )[0];
  return over !== undefined && !pairs.has(over);
}

function isHeading(block: Block, bodySize: number): boolean {
  return block.lines.every(
    (line) => line.bold && !line.italic && line.size >= bodySize * thresholds.heading.size,
  );
}

/** Whether two blocks stand beside each other: their first lines share a baseline, and they do not overlap. */
export function standBeside(a: Block, b: Block): boolean {
  const [first, other] = [a.lines[0], b.lines[0]];
  return (
    first !== undefined &&
    other !== undefined &&
    a.page === b.page &&
    Math.abs(first.y - other.y) <= 1.5 &&
    a !== b
  );
}

/** The left edges of a table's columns. */
function columnStarts(cells: Iterable<Block>): number[] {
  return [...cells].map((block) => Math.min(...block.lines.map((line) => line.x)));
}

/** Small blocks that stand beside others are cells of a table. A stray pair is none, unless it goes on a table of the next or last page. */
function markTables(blocks: readonly Block[], bodySize: number): void {
  const small = blocks.filter(
    (block) => block.kind === 'body' && (block.lines[0]?.size ?? 0) <= bodySize * thresholds.table.size,
  );
  const pages = [...new Set(small.map((block) => block.page))];
  const onPage = (page: number) => small.filter((block) => block.page === page);
  const cellsOf = new Map(
    pages.map((page) => {
      const candidates = onPage(page);
      return [
        page,
        candidates.filter((block) => candidates.some((other) => standBeside(block, other))),
      ] as const;
    }),
  );
  const isTable = (page: number) => (cellsOf.get(page)?.length ?? 0) >= 4;
  const goesOn = (page: number) => {
    const starts = columnStarts(cellsOf.get(page) ?? []);
    const known = [page - 1, page + 1]
      .filter(isTable)
      .flatMap((near) => columnStarts(cellsOf.get(near) ?? []));
    return starts.length >= 2 && starts.every((start) => known.some((other) => Math.abs(other - start) <= 2));
  };
  for (const page of pages.filter((number) => isTable(number) || goesOn(number))) {
    const cells = cellsOf.get(page) ?? [];
    const top = Math.max(...cells.map((block) => block.lines[0]?.y ?? 0));
    const bottom = Math.min(...cells.map((block) => block.lines.at(-1)?.y ?? 0));
    for (const block of onPage(page)) {
      const y = block.lines[0]?.y ?? 0;
      if (y <= top + 1 && y >= bottom - 1) block.kind = 'table';
    }
  }
}

/** A byline set like a heading: the first words below the title, which the list of authors holds as well. */
function findByline(blocks: readonly Block[], names: ReadonlySet<string>): Block | undefined {
  const first = blocks.find((block) => !block.lines.every((line) => line.bold && line.italic));
  return first !== undefined && names.has(lettersOf(blockText(first))) ? first : undefined;
}

/**
 * Tells the kind of each block of one chapter. Blocks from the endnotes' heading on are notes.
 * @param pairs word pairs of the whole document's plain text, which pull quotes repeat.
 * @param names letters of the lines that the front matter lists (`lettersOf`), authors among them.
 */
export function classifyBlocks(
  blocks: Block[],
  bodySize: number,
  pairs: ReadonlySet<string>,
  names: ReadonlySet<string> = new Set(),
): void {
  const columnWidth = Math.max(
    0,
    ...blocks.flatMap((block) => block.lines).map((line) => line.right - line.x),
  );
  const byline = findByline(blocks, names);
  let inNotes = false;
  for (const block of blocks) {
    const text = blockText(block).trim();
    if (isHeading(block, bodySize)) {
      block.kind = block === byline ? 'body' : 'heading';
      inNotes = /^(?:end\s?notes?|notes|footnotes|references|anmerkungen|endnoten)$/i.test(text);
    } else if (isQuote(block, bodySize, columnWidth, pairs)) {
      block.kind = isTitledFloat(block, pairs) ? 'heading' : 'quote';
    } else if (inNotes) {
      block.kind = 'note';
    } else if (captionText.test(text) && wordCount(text) <= 12) {
      block.kind = 'caption';
    } else {
      block.kind = 'body';
    }
  }
  markTables(blocks, bodySize);
}

/** Word pairs of the plain text of a document. */
export function plainWordPairs(blocks: readonly Block[]): Set<string> {
  const plain = blocks.filter((block) => block.lines.every((line) => !line.bold));
  return new Set(plain.flatMap((block) => wordPairs(blockText(block))));
}
