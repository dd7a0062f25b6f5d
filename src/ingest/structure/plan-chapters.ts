/** Divides a document's blocks into chapters, by what its outline, contents and headings say together. Pure. */
import type { OutlineEntry } from '../../core/document-reader.ts';
import type { Chapter, ExtractionReport } from '../../core/types.ts';
import { chapterLabel } from '../../language/en/layout-words.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { isFloat } from '../layout/floats.ts';
import { thresholds } from '../layout/thresholds.ts';
import { type Block, blockText, isProse } from '../page-model.ts';
import { buildTree, type ChosenChapter, chooseChapters, type StructureNode } from './choose-chapters.ts';
import { withoutStop } from './closing-stop.ts';
import { isContentsTitle, type PrintedContents, type PrintedNumber } from './contents-rows.ts';
import type { Entry } from './entries.ts';
import { entriesFromContents } from './entries-from-contents.ts';
import { entriesFromHeadings } from './entries-from-headings.ts';
import { entriesFromOutline } from './entries-from-outline.ts';
import { markByStyle } from './heading-styles.ts';
import { markByNumber } from './mark-by-number.ts';
import { markHeadings, type PlannedEntry } from './mark-headings.ts';
import { mergeEntries } from './merge-entries.ts';
import { toPageRanges } from './page-ranges.ts';
import type { RunningHeads } from './running-heads.ts';
import { shortName } from './short-name.ts';
import { addEvidence } from './title-evidence.ts';

/** A chapter and its blocks, from `firstBlock` to before `endBlock`. */
export interface ChapterSpan {
  chapter: Chapter;
  firstBlock: number;
  endBlock: number;
  /** The last block of its title; null without one. */
  titleBlock: number | null;
}

export interface ChapterPlan {
  from: ExtractionReport['chaptersFrom'];
  spans: ChapterSpan[];
  /** Parts, chapters and sections in reading order. */
  structure: PlannedEntry[];
}

export interface DocumentBlocks {
  outline: readonly OutlineEntry[];
  /** In reading order. */
  blocks: readonly Block[];
  /** The printed contents, whose lines are in none of the blocks. */
  contents: readonly PrintedContents[];
  /** The size that most of the text is set in, in points. */
  bodySize: number;
  pageCount: number;
  title: string;
  /** The numbers printed on the pages, as far as they were found. */
  printed: ReadonlyMap<number, PrintedNumber>;
  runningHeads: RunningHeads;
}

/** Chapters of one name get their full titles instead, or the part that they are in. */
function nameChapters(chosen: readonly { title: string; part: string | null }[]): string[] {
  const isSingle = (names: readonly string[], at: number) =>
    names.indexOf(names[at] ?? '') === at && names.lastIndexOf(names[at] ?? '') === at;
  const short = chosen.map(({ title }) => shortName(title));
  const full = chosen.map(({ title }) => title);
  const inPart = chosen.map(({ title, part }) => (part === null ? title : `${title} (${part})`));
  return short.map((name, at) =>
    isSingle(short, at) ? name : isSingle(full, at) ? (full[at] ?? name) : (inPart[at] ?? name),
  );
}

/** Moves a start back over a divider ("Germany / From mutual benefit …") on the same page or the page before. */
function includeDivider(start: number, title: string, blocks: readonly Block[]): number {
  const letters = titleKey(title);
  const page = blocks[start]?.page ?? 1;
  const isDivider = (candidates: readonly Block[]) => {
    const texts = candidates.map(blockText);
    if (candidates.some(({ kind }) => kind === 'table') || texts.some(isProse)) return false;
    if (texts.length > 0 && texts.every((text) => chapterLabel.test(text.trim()))) return true;
    return (
      texts.length > 0 &&
      // A short table of contents also names the title.
      !texts.some(isContentsTitle) &&
      texts.join('').length <= thresholds.page.divider &&
      texts.some((text) => titleKey(text).length >= 2 && letters.includes(titleKey(text)))
    );
  };
  const firstOf = (number: number) => blocks.findIndex((block) => block.page === number);
  const top = firstOf(page);
  const above = blocks.slice(top, start);
  // Floats are painted before the text around them, so they belong to the chapter.
  const plain = above.filter((block) => !isFloat(block));
  if (plain.length > 0) return isDivider(plain) ? top : start;
  const before = firstOf(page - 1);
  return before >= 0 && before < top && isDivider(blocks.slice(before, top)) ? before : top;
}

/** The fewest entries that make a structure. */
const leastEntries = 2;

/** The entries of the document, and the source that has most of them. */
function findEntries(document: DocumentBlocks): Pick<ChapterPlan, 'from'> & { entries: Entry[] } {
  const { outline, blocks, contents, bodySize, pageCount, printed } = document;
  // That of a single chapter covers little of the document; of a short and a long one, the long one says more.
  const reach = (entries: readonly Entry[]) =>
    ((entries.at(-1)?.page ?? 0) - (entries[0]?.page ?? 0)) / pageCount + entries.length / 10_000;
  const [longest = []] = contents
    .map((each) => entriesFromContents(each, blocks, bodySize, pageCount, printed))
    .sort((a, b) => reach(b) - reach(a));
  const inOutline = entriesFromOutline(outline, blocks, bodySize);
  const hasPages = new Set(inOutline.map(({ page }) => page)).size >= leastEntries;
  if (hasPages) return { from: 'outline', entries: mergeEntries(inOutline, longest) };
  if (longest.length >= leastEntries) return { from: 'contents', entries: longest };
  const headings = entriesFromHeadings(document);
  if (headings.length >= leastEntries) return { from: 'headings', entries: headings };
  return { from: inOutline.length > 0 ? 'outline' : 'none', entries: inOutline };
}

/** Where a chapter begins, and the page that it is said to begin on. */
interface ChapterStart {
  title: string;
  kind: Chapter['kind'];
  part: StructureNode | null;
  page: number;
  block: number;
  titleEnd: number | null;
}

/** The end of a title that is repeated below a divider: on the divider, and above the text. */
function endOfTitle({ title, titleEnd }: StructureNode, blocks: readonly Block[]): number | null {
  if (titleEnd === null) return null;
  const near = blocks.slice(titleEnd + 1, titleEnd + 4);
  const at = near.findIndex((block) => titleKey(blockText(block)) === titleKey(title));
  const between = near.slice(0, at).reduce((sum, block) => sum + blockText(block).length, 0);
  return at >= 0 && between <= thresholds.page.divider ? titleEnd + 1 + at : titleEnd;
}

/** A part's first chapter takes in the part's own page, where that has hardly more than its title. */
function toStart({ node, part, kind }: ChosenChapter, blocks: readonly Block[]): ChapterStart {
  const own = includeDivider(node.block, node.title, blocks);
  const before = part !== null && part.children[0] === node ? blocks.slice(part.block, own) : [];
  const length = before.reduce((sum, block) => sum + blockText(block).length, 0);
  const isDivider =
    part !== null &&
    length > 0 &&
    length <= thresholds.page.divider + part.title.length &&
    !before.some((block) => block.kind === 'table' || isProse(blockText(block)));
  return {
    title: node.title,
    kind,
    part,
    page: own === node.block ? node.page : (blocks[own]?.page ?? node.page),
    block: isDivider ? part.block : own,
    titleEnd: endOfTitle(node, blocks),
  };
}

/** Finds the structure of a document: its chapters, and the headings, which are marked in `blocks`. */
export function planChapters(document: DocumentBlocks): ChapterPlan {
  const { blocks, pageCount } = document;
  const { from, entries: found } = findEntries(document);
  const titled = found.map((entry) => ({ ...entry, title: withoutStop(entry.title) }));
  const entries = addEvidence(titled, document.runningHeads);
  const tree = buildTree(entries, pageCount);
  const chosen = chooseChapters(tree, pageCount);
  const starts = chosen.map((chapter) => toStart(chapter, blocks)).sort((a, b) => a.block - b.block);
  const isNone = !starts.some(({ kind }) => kind === 'chapter');
  const whole = {
    title: document.title,
    kind: 'chapter' as const,
    part: null,
    page: 1,
    block: 0,
    titleEnd: null,
  };
  const front = {
    title: 'Front matter',
    kind: 'front' as const,
    part: null,
    page: 1,
    block: 0,
    titleEnd: null,
  };
  const ranges = isNone ? toPageRanges(blocks, pageCount) : [];
  const pieces = ranges.map((range) => ({ ...whole, ...range }));
  if (isNone) starts.splice(0, starts.length, ...(pieces.length > 0 ? pieces : [whole]));
  else if ((starts[0]?.block ?? 0) > 0 || (starts[0]?.page ?? 1) > 1) starts.unshift(front);
  const names = nameChapters(starts.map(({ title, part }) => ({ title, part: part?.title ?? null })));
  const spans = starts.map((start, index): ChapterSpan => {
    const next = starts[index + 1];
    const endBlock = next?.block ?? blocks.length;
    const page = index === 0 ? 1 : start.page;
    const nextPage = next === undefined ? pageCount + 1 : (blocks[next.block]?.page ?? pageCount + 1);
    const nextStartsPage = next !== undefined && blocks[next.block - 1]?.page !== nextPage;
    const lastPage = Math.max(page, next === undefined || nextStartsPage ? nextPage - 1 : nextPage);
    const { title, kind, part } = start;
    return {
      chapter: {
        name: names[index] ?? title,
        title,
        kind,
        page,
        lastPage,
        ...(part !== null && { part: part.title }),
      },
      firstBlock: start.block,
      endBlock,
      titleBlock: start.titleEnd,
    };
  });
  const structure = markHeadings(tree, blocks, chosen);
  const chapterLevel = 1 + Math.max(0, ...chosen.map(({ part }) => (part === null ? 0 : 1)));
  markByNumber(blocks, chapterLevel);
  markByStyle(blocks, chapterLevel);
  return { from: ranges.length > 0 ? 'pages' : isNone ? 'none' : from, spans, structure };
}
