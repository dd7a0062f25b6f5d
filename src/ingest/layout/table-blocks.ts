/** Finds the blocks that are table cells. Pure. */
import type { Block } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

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

/** Small blocks beside others are table cells. A single pair is not, unless a table continues from or to the next page. */
export function markTables(blocks: readonly Block[], bodySize: number): void {
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
