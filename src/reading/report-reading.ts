/** Makes the report on how well a document was read. Pure. */
import { isHeadless } from '../core/reading-trace.ts';
import type { LeftOutAs, Note, Passage, PlacedWord, ReadingTrace, ReportDocument } from '../core/types.ts';
import { verdicts } from '../wire/kinds.ts';
import type { ReadingPart, ReadingPartName, ReadingReport, ReadingSample } from '../wire/types.ts';
import { choosePages } from './choose-pages.ts';
import { cutText } from './cut-text.ts';
import { findDoubts, ocrByPage } from './find-doubts.ts';
import { judgeReading, worstOf } from './judge-reading.ts';
import { markPage } from './mark-page.ts';
import { thresholds } from './thresholds.ts';

export interface ReadDocument {
  document: ReportDocument;
  passages: readonly Passage[];
  notes: readonly Note[];
  trace: ReadingTrace;
}

/** So many examples of a thing. */
const mostExamples = 8;

/** As it is read, without the dots that lead to a page number. */
const shorten = (text: string) => cutText(text.trim().replace(/[.·…_]{4,}/gu, '…'));

/** Each text once, spread over the document rather than from its first pages. */
function pickExamples(found: readonly PlacedWord[]): PlacedWord[] {
  const distinct = [...new Map(found.map((one) => [one.text, one])).values()];
  const step = Math.max(1, distinct.length / mostExamples);
  return Array.from(
    { length: Math.min(mostExamples, distinct.length) },
    (_, nth) => distinct[Math.floor(nth * step)],
  ).flatMap((one) => (one === undefined ? [] : [{ ...one, text: shorten(one.text) }]));
}

const pagesIn = (places: readonly { page: number }[]): number[] =>
  [...new Set(places.map(({ page }) => page))].sort((a, b) => a - b);

/** Letters that a file draws and does not name. */
const unnamed = /\S*[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]\S*/gu;

const leftOutAs = (trace: ReadingTrace, as: LeftOutAs): PlacedWord[] =>
  trace.leftOut.flatMap((line) => (line.as === as ? [{ text: line.text, page: line.box.page }] : []));

/** What each part is about, with its places; of the others there are none. */
function placesOf({
  document,
  passages,
  trace,
}: ReadDocument): Partial<Record<ReadingPartName, PlacedWord[]>> {
  const { unread, sparsePages, ocr, counts } = document.report;
  const bare = (pages: readonly number[]) => pages.map((page) => ({ text: '', page }));
  const sureness = ocrByPage(passages);
  const scans = ocr?.pages.filter((page) => (sureness.get(page) ?? 1) < thresholds.ocr.good) ?? [];
  const broken = passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, pages: [page = 1] }) =>
      [...text.matchAll(unnamed)].map(([word]) => ({ text: word, page })),
    ),
  );
  return {
    pages: bare(unread?.pages ?? (ocr === undefined ? sparsePages : scans)),
    chapters: (document.structure ?? [])
      .filter(({ kind, sources }) => kind === 'chapter' && sources.length < 2)
      .map(({ title, page }) => ({ text: title, page })),
    words: [...broken, ...trace.unknownWords],
    completeness: leftOutAs(trace, 'lost'),
    order: bare(counts?.upwardPages ?? []),
    notes: trace.looseMarkers,
    tables: trace.tables
      .filter(isHeadless)
      .map(({ caption, box }) => ({ text: caption ?? '', page: box.page })),
  };
}

/** The worst parts first, so that one look tells. */
const byVerdict = (left: ReadingPart, right: ReadingPart) =>
  verdicts.indexOf(right.verdict) - verdicts.indexOf(left.verdict);

function describeParts(read: ReadDocument): ReadingPart[] {
  const places = placesOf(read);
  const parts = judgeReading(read.document).map((judgement): ReadingPart => {
    const own = places[judgement.name] ?? [];
    // Of what is good, only which pages hold hardly any text is of use.
    const isToBeSeen = judgement.verdict !== 'good' || judgement.name === 'pages';
    return {
      ...judgement,
      pages: isToBeSeen ? pagesIn(own) : [],
      examples: isToBeSeen ? pickExamples(own.filter(({ text }) => text !== '')) : [],
    };
  });
  return parts.sort(byVerdict);
}

/** What is lost is a part of its own. */
const leftOutKinds: readonly Exclude<LeftOutAs, 'lost'>[] = [
  'running head',
  'contents',
  'caption',
  'label',
  'pull quote',
];

function describeLeftOut(trace: ReadingTrace): ReadingReport['leftOut'] {
  return leftOutKinds.flatMap((as) => {
    const lines = leftOutAs(trace, as);
    return lines.length === 0 ? [] : [{ as, lines: lines.length, examples: pickExamples(lines) }];
  });
}

/** @param sample how many pages are sampled, and the seed by which some of them are drawn. */
export function reportReading(read: ReadDocument, { pages, seed }: ReadingSample): ReadingReport {
  const { document, trace } = read;
  const parts = describeParts(read);
  const doubted = new Set(parts.filter(({ verdict }) => verdict !== 'good').map(({ name }) => name));
  const doubts = findDoubts(document, read.passages, trace).filter(({ part }) => doubted.has(part));
  const chosen = choosePages(doubts, document.pageCount, { count: pages, seed });
  return {
    document: document.id,
    title: document.title,
    pages: document.pageCount,
    verdict: worstOf(parts),
    parts,
    chapters: (document.structure ?? []).map(({ title, kind, level, page, sources }) => ({
      title,
      kind,
      level,
      page,
      sources,
    })),
    tables: trace.tables.map((table) => ({
      page: table.box.page,
      caption: table.caption,
      rows: table.rows,
      headless: isHeadless(table),
    })),
    leftOut: describeLeftOut(trace),
    sample: chosen.map(({ page, why }) => ({
      page,
      label: document.pageLabels[page - 1] ?? String(page),
      why,
      marks: markPage(page, read),
    })),
  };
}
