/** Turns a file's bytes into its document, passages and notes. */

import type { DocumentReader, OutlineEntry, PlacedText, ReadOptions } from '../core/document-reader.ts';
import type { IngestedDocument, PassageKind } from '../core/types.ts';
import { chooseLanguage } from '../language/choose-language.ts';
import { blankControls } from './blank-controls.ts';
import { chooseReader } from './choose-reader.ts';
import { formBlocks, usualLeadings } from './layout/blocks.ts';
import { readChapterText } from './layout/chapter-text.ts';
import { classifyBlocks } from './layout/classify.ts';
import { findGutter, orderLines } from './layout/columns.ts';
import { isFloat, markFloats, placeFloats } from './layout/floats.ts';
import { findFurniture } from './layout/furniture.ts';
import { joinLeadIns } from './layout/join-lead-ins.ts';
import { joinPieces } from './layout/join-pieces.ts';
import { findLineNumbers } from './layout/line-numbers.ts';
import { formLines } from './layout/lines.ts';
import { joinListColumns } from './layout/list-columns.ts';
import { cutLooseMarkers } from './layout/loose-markers.ts';
import { bodySizeOf } from './layout/main-size.ts';
import { allNotes, readNotes } from './layout/notes.ts';
import { edgeNumbers } from './layout/page-numbers.ts';
import { plainWordPairs, showsPullQuotes } from './layout/pull-quotes.ts';
import { createMarkerResolvers } from './layout/resolve-markers.ts';
import { placeSideHeads } from './layout/side-heads.ts';
import { findSidebar } from './layout/sidebar.ts';
import { splitHeadings } from './layout/split-headings.ts';
import { buildVocabulary } from './layout/vocabulary.ts';
import { mendLetters, reportBrokenWords } from './mend-letters.ts';
import { mendLigatures } from './mend-ligatures.ts';
import { type Block, blockText, type Line, lettersOf, type PageNote } from './page-model.ts';
import { partPages } from './part-pages.ts';
import { readScans, type ScanOptions } from './read-scans.ts';
import { markRecognised, reportScans } from './recognised-pages.ts';
import type { PrintedNumber } from './structure/contents-rows.ts';
import { titleOf } from './structure/document-title.ts';
import { frontPages, yearOf } from './structure/document-year.ts';
import { findMatter, markMatter } from './structure/find-matter.ts';
import { joinStructure } from './structure/join-structure.ts';
import { judgeStructure } from './structure/judge-structure.ts';
import { type ChapterSpan, planChapters } from './structure/plan-chapters.ts';
import { checkTextLayer, formatPages } from './text-layer.ts';
import { traceReading } from './trace/trace-reading.ts';

export interface ExtractSource {
  /** The document's id: the file's name without its ending. */
  id: string;
  /** Absolute path. */
  file: string;
  sha256: string;
  bytes: Uint8Array;
  /** The file's name in errors. */
  name: string;
  ingestedAt: string;
}

export interface ExtractOptions extends ReadOptions, ScanOptions {
  /** The kinds that are read; those that ship by default. */
  readers?: readonly DocumentReader[] | undefined;
}

/**
 * Extracts one document with the reader for its bytes.
 * @throws VerseError `unknown-kind`, `no-text-layer`, what its reader refuses, `bad-installation`; the reason of `signal`.
 */
export async function extractDocument(
  source: ExtractSource,
  { readers, ...options }: ExtractOptions = {},
): Promise<IngestedDocument> {
  const reader = chooseReader(source.bytes, source.name, readers);
  const named = mendLigatures(mendLetters(await reader.read(source.bytes, source.name, options)));
  const placed = blankControls(named);
  const read = await readScans(placed, { ...source, reader }, options);
  return layOut(read, source, options.onStep);
}

/** The plain lines before the first chapter, as letters: lists of authors and institutions. */
function frontMatterLines(spans: readonly ChapterSpan[], blocks: readonly Block[]): Set<string> {
  const front = spans.filter((span) => span.chapter.kind === 'front');
  const plain = front
    .flatMap((span) => blocks.slice(span.firstBlock, span.endBlock))
    .filter((block) => block.lines.every((line) => !line.bold));
  return new Set(plain.map((block) => lettersOf(blockText(block))));
}

const blockOfNote = ({ lines, ...note }: PageNote): Block => ({
  kind: 'note',
  page: lines[0]?.page ?? 1,
  lines,
  note,
});

const titlesOf = (outline: readonly OutlineEntry[]): string[] =>
  outline.flatMap(({ title, children }) => [title, ...titlesOf(children)]);

/** The numbers printed on the pages, where they stand alone. */
function printedNumbers(furniture: ReadonlySet<Line>): Map<number, PrintedNumber> {
  const numbers = [...furniture].flatMap(({ page, text }) =>
    edgeNumbers(text).flatMap(({ value, isRoman, isAlone }) =>
      isAlone ? [[page, { value, roman: isRoman }] as const] : [],
    ),
  );
  return new Map(numbers);
}

function textsByPage(lines: Iterable<Line>): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { page, text } of lines) texts.set(page, [...(texts.get(page) ?? []), text]);
  return texts;
}

/** The layout rules in order, over text runs. Pure. */
export function layOut(
  placed: PlacedText,
  source: Omit<ExtractSource, 'bytes'>,
  onStep: NonNullable<ReadOptions['onStep']> = () => {},
): IngestedDocument {
  onStep('its lines');
  const allLines = formLines(placed.pages);
  const lineNumbers = findLineNumbers(allLines);
  const numberless = allLines.map((lines) => lines.filter((line) => !lineNumbers.has(line)));
  const furniture = new Set([...findFurniture(placed.pages, numberless), ...lineNumbers]);
  const keptLines = allLines.map((lines) => lines.filter((line) => !furniture.has(line)));
  const sparsePages = checkTextLayer(placed, keptLines, source.name);
  onStep('its tables and notes');
  const { contents, contentsPages, texts, notes: notesOfPage, spans } = partPages(placed.pages, keptLines);
  const ordered = texts.map((text) =>
    placeSideHeads(joinListColumns(joinPieces(orderLines(text, findGutter(text) ?? findSidebar(text))))),
  );
  const linesOfPage = cutLooseMarkers(ordered, spans);
  const leadings = usualLeadings(linesOfPage);
  const formed = linesOfPage.flatMap((lines, index) => [
    ...formBlocks(lines, leadings),
    ...(notesOfPage[index] ?? []).map(blockOfNote),
  ]);
  const blocks = splitHeadings(joinLeadIns(formed));
  const hasPullQuotes = showsPullQuotes(blocks);
  if (hasPullQuotes) markFloats(blocks);
  const bodySize = bodySizeOf(blocks);
  const { title, from: titleFrom } = titleOf(placed, blocks, source.id);
  const year = yearOf({ ...placed, title, id: source.id }, allLines.slice(0, frontPages).flat());
  onStep('its chapters');
  const plan = planChapters({
    outline: placed.outline,
    blocks,
    bodySize,
    contents,
    printed: printedNumbers(furniture),
    runningHeads: textsByPage(furniture),
    pageCount: placed.pages.length,
    title,
  });
  const language = chooseLanguage(blocks.map(blockText));
  const vocabulary = buildVocabulary(keptLines.flat(), language);
  const pairs = plainWordPairs(blocks);
  const names = frontMatterLines(plan.spans, blocks);
  // A title without letters ("2020") cannot be told from a bold number.
  const titles = new Set(
    titlesOf(placed.outline)
      .map(lettersOf)
      .filter((letters) => letters !== ''),
  );
  const pageSize = (page: number) => placed.pages[page - 1] ?? { width: 1, height: 1 };
  const parts = plan.spans.map((span, index) => {
    const titleBlock = span.titleBlock === null ? undefined : blocks[span.titleBlock];
    const own = blocks.slice(span.firstBlock, span.endBlock);
    // Before the title is its divider, and what is set beside it; the title itself is no section.
    const start = titleBlock === undefined ? 0 : own.indexOf(titleBlock) + 1;
    const before = own.slice(0, start).filter((block) => isFloat(block) || block.kind === 'table');
    const kept = [...before, ...own.slice(start)];
    const hints = { pairs, titles, hasPullQuotes, ...(span.chapter.kind === 'chapter' && { names }) };
    classifyBlocks(kept, bodySizeOf(kept), hints);
    const context = {
      language,
      documentId: source.id,
      idPrefix: `${source.id}/${index}`,
      vocabulary,
      pageSize,
    };
    return { span, context, blocks: placeFloats(kept), notes: readNotes(kept, span.chapter.name, context) };
  });
  onStep('its text');
  const resolvers = createMarkerResolvers(parts.map(({ span, notes }) => ({ chapter: span.chapter, notes })));
  const chapters = parts.flatMap(({ span, context, blocks: own, notes }, index) => {
    const resolver = resolvers[index];
    return resolver === undefined ? [] : [readChapterText(own, span, { ...context, notes, resolver })];
  });
  const passages = markRecognised(
    chapters.flatMap((chapter) => chapter.passages),
    placed.pages,
  );
  const structure = findMatter(
    joinStructure(
      plan.structure,
      chapters.flatMap(({ headings }) => headings),
      blocks,
      passages,
    ),
    plan.spans.map((span) => span.chapter),
  );
  const notes = parts.flatMap((part) => allNotes(part.notes));
  const countKind = (kind: PassageKind) => passages.filter((passage) => passage.kind === kind).length;
  const { trace, counts } = traceReading({
    titleFrom,
    language,
    linesOfPage: allLines,
    furniture,
    contentsPages,
    blocks,
    titleBlocks: plan.spans.flatMap(({ firstBlock, titleBlock }) =>
      titleBlock === null
        ? []
        : blocks.slice(firstBlock, titleBlock + 1).filter(({ kind }) => kind !== 'table'),
    ),
    tables: chapters.flatMap(({ tables }) => tables),
    passages,
    notes,
    looseMarkers: chapters.flatMap(({ markers }) => markers.loose),
    frameOf: pageSize,
  });
  const sum = (pick: (chapter: (typeof chapters)[number]) => number) =>
    chapters.reduce((total, chapter) => total + pick(chapter), 0);
  const captions = sum((chapter) => chapter.captions.length);
  return {
    document: {
      id: source.id,
      title,
      ...(year !== undefined && { year }),
      language: language.tag,
      file: source.file,
      sha256: source.sha256,
      pageCount: placed.pages.length,
      pageLabels: placed.pages.map((page) => page.label),
      chapters: plan.spans.map((span) => span.chapter),
      structure,
      ingestedAt: source.ingestedAt,
      report: {
        chaptersFrom: plan.from,
        chapters: plan.spans.filter((span) => span.chapter.kind === 'chapter').length,
        ...judgeStructure(
          plan.from,
          structure,
          plan.spans.map((span) => span.chapter),
        ),
        headings: sum((chapter) => chapter.headings.length),
        passages: { body: countKind('body'), note: countKind('note'), table: countKind('table') },
        sentences: passages.reduce((total, passage) => total + passage.sentences.length, 0),
        notes: notes.length,
        markers: {
          found: sum((chapter) => chapter.markers.count.found),
          resolved: sum((chapter) => chapter.markers.count.resolved),
        },
        pullQuotes: sum((chapter) => chapter.pullQuotes),
        tables: sum((chapter) => chapter.tables.length),
        sparsePages,
        skipped: [
          ...(furniture.size > 0 ? [`${furniture.size} running heads and page numbers`] : []),
          ...(contentsPages.size > 0 ? [`the contents (page ${formatPages([...contentsPages])})`] : []),
          ...(captions > 0 ? [`${captions} captions of pictures`] : []),
        ],
        ...(placed.damage !== undefined && placed.damage.length > 0 && { damage: placed.damage }),
        ...reportBrokenWords(placed),
        ...reportScans(placed),
        counts,
      },
    },
    passages: markMatter(passages, structure),
    notes,
    trace,
  };
}
