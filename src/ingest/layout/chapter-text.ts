/** Turns a chapter's blocks into passages and notes, by all the layout rules. Pure. */
import type { Language } from '../../core/language.ts';
import type { Note, NoteMarker, Passage, Sentence } from '../../core/types.ts';
import { splitSentences } from '../../language/split-sentences.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { type Block, blockText, type FoundTable } from '../page-model.ts';
import { groupPassages, type SentenceGroup } from '../passages.ts';
import { withoutStop } from '../structure/closing-stop.ts';
import type { TextHeading } from '../structure/join-structure.ts';
import type { ChapterSpan } from '../structure/plan-chapters.ts';
import { collectParagraphs, placesInLists } from './collect-paragraphs.ts';
import type { ListPlace } from './find-lists.ts';
import type { ChapterNotes } from './notes.ts';
import { boxesOf, joinLines, type PageFrame, type Paragraph, pagesOf } from './paragraphs.ts';
import { type MarkerResolver, notesOf, placeMarker } from './resolve-markers.ts';
import { createTableReader } from './tables/table-reader.ts';
import type { TableRow } from './tables/table-rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A table on one page, and its rows. */
export interface ReadTable {
  table: FoundTable;
  page: number;
  rows: readonly TableRow[];
}

export interface ChapterText {
  passages: Passage[];
  headings: TextHeading[];
  markers: MarkerResolver;
  pullQuotes: number;
  tables: ReadTable[];
  captions: string[];
}

interface Context {
  /** That of the document. */
  language: Language;
  documentId: string;
  /** `<document>/<chapter number>`. */
  idPrefix: string;
  vocabulary: Vocabulary;
  pageSize: (page: number) => PageFrame;
  notes: ChapterNotes;
  resolver: MarkerResolver;
}

/** A paragraph's sentences. A marker belongs to the sentence that it is in or directly after. */
function sentencesOf(
  paragraph: Paragraph,
  { item, announces }: ListPlace,
  resolver: MarkerResolver,
  context: Context,
): Sentence[] {
  const spans = splitSentences(paragraph.text, context.language);
  const sentences = spans.map(({ start, end }) => ({
    start,
    text: paragraph.text.slice(start, end),
    pages: pagesOf(paragraph, start, end),
    boxes: boxesOf(paragraph, start, end, context.pageSize),
    markers: [] as NoteMarker[],
  }));
  for (const marker of paragraph.markers) {
    const own = sentences.findLast(({ start }) => start < marker.offset) ?? sentences[0];
    const placed = placeMarker(marker, own?.text ?? '', own?.start ?? 0, resolver);
    own?.markers.push(...placed);
  }
  const last = sentences.length - 1;
  return sentences.map(({ start: _, ...sentence }, index) => ({
    ...sentence,
    noteIds: notesOf(sentence.markers),
    ...(item !== undefined && index === 0 && { item }),
    ...(announces !== undefined && index === last && { announces }),
  }));
}

/** The separator between the cells of a quoted row. */
export const cellSeparator = ' | ';

/** A table row as one sentence: its cells joined by a bar. */
function rowSentence(
  row: TableRow,
  { caption, unit }: Pick<FoundTable, 'caption' | 'unit'>,
  resolver: MarkerResolver,
  context: Context,
): Sentence {
  const whole = row.cells.map(({ content: cell }) => ({ cell, end: cell.text.length }));
  let start = 0;
  const markers = whole.flatMap(({ cell, end }) => {
    const placed = cell.markers.flatMap((marker) => placeMarker(marker, cell.text, 0, resolver));
    const moved = placed.map((marker) => ({ ...marker, offset: start + marker.offset }));
    start += end + cellSeparator.length;
    return moved;
  });
  return {
    text: row.cells.map(({ content }) => content.text).join(cellSeparator),
    pages: [...new Set(whole.flatMap(({ cell, end }) => pagesOf(cell, 0, end)))].sort((a, b) => a - b),
    boxes: whole.flatMap(({ cell, end }) => boxesOf(cell, 0, end, context.pageSize)),
    noteIds: [
      ...new Set([...notesOf(markers), ...row.markers.flatMap((marker) => resolver.resolve(marker))]),
    ],
    markers,
    row: {
      caption,
      unit,
      under: row.under,
      cells: row.cells.map(({ content, heads }) => ({
        text: content.text,
        heads,
        boxes: boxesOf(content, 0, content.text.length, context.pageSize),
      })),
    },
  };
}

/**
 * The levels of a chapter's headings: as the document's structure has them, else below those by their size.
 */
function levelsOf(blocks: readonly Block[]): (block: Block) => number {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const known = headings.flatMap(({ heading }) => (heading === undefined ? [] : [heading.level]));
  const deepest = Math.max(1, ...known);
  const sizeOf = (block: Block) => Math.round((block.lines[0]?.size ?? 0) * 2) / 2;
  const sizes = [...new Set(headings.filter(({ heading }) => heading === undefined).map(sizeOf))];
  const larger = (block: Block) => sizes.filter((size) => size > sizeOf(block)).length;
  return (block) => block.heading?.level ?? deepest + 1 + larger(block);
}

/** Turns a chapter's classified blocks into passages and notes. */
export function readChapterText(
  classified: readonly Block[],
  span: ChapterSpan,
  context: Context,
): ChapterText {
  const { chapter } = span;
  const { notes, resolver } = context;
  // A list of references without numbers is text.
  const blocks = classified.map((block) =>
    block.kind === 'note' && block.note === undefined && notes.end.length === 0
      ? { ...block, kind: 'body' as const }
      : block,
  );
  const groups: SentenceGroup[] = [];
  const reader = createTableReader(context.vocabulary);
  const headings: TextHeading[] = [];
  const levelOf = levelsOf(blocks);
  const top = [...(chapter.part === undefined ? [] : [chapter.part]), chapter.title];
  /** The headings that the text is under, outermost first. */
  let open: (TextHeading & { level: number })[] = [];
  const place = () => ({ section: open.at(-1)?.title ?? null, path: open.at(-1)?.path ?? top });
  const tables: ReadTable[] = [];
  const collected = collectParagraphs(blocks);
  const placeInList = placesInLists(collected);
  for (const item of collected) {
    const block = Array.isArray(item) ? undefined : item;
    const table = block?.lines[0]?.table;
    if (table !== undefined) {
      const { rows, ...title } = reader.read(table, block?.page ?? 0);
      for (const row of rows)
        groups.push({ kind: 'table', ...place(), sentences: [rowSentence(row, title, resolver, context)] });
      tables.push({ table: { ...table, ...title }, page: block?.page ?? 0, rows });
    } else if (block !== undefined) {
      const title = withoutStop(block.heading?.title ?? joinLines(block.lines, context.vocabulary).text);
      reader.part(title);
      if (block.heading?.goesOn) continue;
      // The chapter's own title above its text is no section of it.
      if (open.length === 0 && titleKey(title) === titleKey(chapter.title)) continue;
      const level = levelOf(block);
      const above = open.filter((heading) => heading.level < level);
      const path = [...top, ...above.map((heading) => heading.title), title];
      open = [...above, { block, title, level, path }];
      headings.push(...open.slice(-1));
    } else if (Array.isArray(item)) {
      reader.part();
      const paragraph = joinLines(
        item.flatMap((part) => part.lines),
        context.vocabulary,
      );
      const inList = placeInList.get(item) ?? {};
      groups.push({ kind: 'body', ...place(), sentences: sentencesOf(paragraph, inList, resolver, context) });
    }
  }
  const addNote = (section: string, { text, pages, boxes, id }: Note) => {
    const sentence: Sentence = { text, pages, boxes, noteIds: [id], markers: [] };
    groups.push({ kind: 'note', section, sentences: text === '' ? [] : [sentence] });
  };
  for (const note of notes.foot) addNote('Footnotes', note);
  for (const note of notes.end.flatMap((list) => list.notes)) addNote('Endnotes', note);
  return {
    passages: groupPassages(groups, { ...context, chapter: chapter.name }),
    headings,
    markers: resolver,
    pullQuotes: blocks.filter((block) => block.kind === 'quote').length,
    tables,
    captions: blocks.filter((block) => block.kind === 'caption').map(blockText),
  };
}
