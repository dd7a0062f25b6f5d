/** A document's structure in reading order: the entries that were planned, and the headings that only its text has. Pure. */
import type { Passage, StructureEntry } from '../../core/types.ts';
import type { Block } from '../page-model.ts';
import type { PlannedEntry } from './mark-headings.ts';

/** A heading of the text, at its first block. */
export interface TextHeading extends Pick<StructureEntry, 'title'> {
  block: Block;
  /** As of the passages below it. */
  path: string[];
}

/** The ways under which there is text. */
function waysTo(passages: readonly Pick<Passage, 'path'>[]): ReadonlySet<string> {
  return new Set(passages.flatMap(({ path = [] }) => path.map((_, at) => keyOf(path.slice(0, at + 1)))));
}

const keyOf = (path: readonly string[]) => JSON.stringify(path);

/**
 * The entries with the levels of headings that only the text has: one below what their way leads through. By its style alone,
 * a heading may look as large as its chapter's title.
 */
function setLevels(entries: readonly StructureEntry[], added: ReadonlySet<StructureEntry>): StructureEntry[] {
  const levels = new Map<string, number>();
  return entries.map((entry) => {
    const { path } = entry;
    if (path === undefined) return entry;
    const above = levels.get(keyOf(path.slice(0, -1))) ?? path.length - 1;
    const level = added.has(entry) ? above + 1 : entry.level;
    levels.set(keyOf(path), level);
    return { ...entry, level };
  });
}

/**
 * @param headings all that the text is read under, those of planned entries too: they know the way there.
 * @param blocks of the whole document, in reading order.
 */
export function joinStructure(
  planned: readonly PlannedEntry[],
  headings: readonly TextHeading[],
  blocks: readonly Block[],
  passages: readonly Pick<Passage, 'path'>[],
): StructureEntry[] {
  const ways = waysTo(passages);
  const headingAt = new Map(headings.map((heading) => [heading.block, heading]));
  const positions = new Map(blocks.map((block, at) => [block, at]));
  let last = 0;
  const entries = planned.map(({ block, ...entry }) => {
    // One whose heading was not found is put at the top of its page, but never before the one above it.
    last = Math.max(last, block);
    const own = blocks[block];
    const heading = own && headingAt.get(own);
    const path = entry.path ?? (heading?.title === entry.title ? heading.path : undefined);
    return { at: last, entry: { ...entry, ...(path && { path }) } };
  });
  const added = headings
    .filter(({ block }) => block.heading === undefined || block.heading.isByStyle)
    .map(({ block, title, path }) => {
      const entry: StructureEntry = {
        title,
        kind: 'section',
        level: path.length,
        page: block.page,
        sources: ['heading'],
        path,
      };
      return { at: positions.get(block) ?? last, entry };
    });
  const inOrder = [...entries, ...added].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
  return setLevels(inOrder, new Set(added.map(({ entry }) => entry))).map((entry) => {
    const { path, ...pathless } = entry;
    const leadsToText = entry.kind !== 'section' || (path !== undefined && ways.has(keyOf(path)));
    return leadsToText ? entry : pathless;
  });
}
