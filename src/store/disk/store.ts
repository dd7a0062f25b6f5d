/** The passage store over the documents of an opened index: what ranks is in memory, the rest is read when asked for. */
import type { PassageStore, PassageVectors, ScoredPassage } from '../../core/passage-store.ts';
import { createPauses, mapInPieces } from '../../core/pauses.ts';
import { addCounts, addSummaries } from '../../core/summary.ts';
import type { Note, Passage, ReadingTrace, ReportDocument } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import type { PositionedScore } from '../best-scores.ts';
import type { TokenLevels } from '../token-codes.ts';
import { allowedPassages, isInStretch } from './filter.ts';
import type { Graph } from './graph.ts';
import { createKeywordIndex } from './keyword-index.ts';
import type { RecordFile } from './record-file.ts';
import { type DocumentContents, hashAt, readPieces, readText, readTokens, type Segment } from './segment.ts';
import type { VectorRows } from './vector-rows.ts';
import { createVectorSearch } from './vector-search.ts';

/** A document of an opened index; its rows are among those of all. */
export interface OpenSegment extends Omit<Segment, 'rows'> {
  document: ReportDocument;
  /** The position of its first passage in the store. */
  start: number;
  /** The place of its first row. */
  firstRow: number;
  body: RecordFile;
  graph?: Graph | undefined;
}

/** What an ingest takes over. */
export interface IndexSource {
  /** All that there is of a document, or undefined. */
  takeDocument(id: string): Promise<DocumentContents | undefined>;
  /** The vectors of a passage by their hash, or undefined. */
  findEncoding(hash: string): Promise<PassageEncoding | undefined>;
  /** The levels that a document's token vectors are kept in. */
  levelsOf(id: string): Promise<TokenLevels | undefined>;
}

/** The entries for some ids, each once; unknown ids are skipped. */
function pick<Value>(ids: readonly string[], find: (id: string) => Value | undefined): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const id of ids) {
    const value = find(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}

/** A passage or note in its document, and the place of its record there. */
interface Found {
  segment: OpenSegment;
  place: number;
}

/** Reads the records of many documents, in their order. */
async function readRecords(found: readonly Found[]): Promise<Uint8Array[]> {
  const records: Uint8Array[] = [];
  const bySegment = new Map<OpenSegment, number[]>();
  found.forEach(({ segment }, at) => {
    const own = bySegment.get(segment) ?? [];
    bySegment.set(segment, own);
    own.push(at);
  });
  await Promise.all(
    [...bySegment].map(async ([{ body }, own]) => {
      const read = await body.read(own.map((at) => found[at]?.place ?? 0));
      own.forEach((at, nth) => {
        records[at] = read[nth] ?? new Uint8Array();
      });
    }),
  );
  return records;
}

/**
 * The texts were written by this program from these types, and are as they were, by their sums. Those of a whole document take
 * longer than others may wait.
 */
async function readTexts<Entry extends Passage | Note>(found: readonly Found[]): Promise<Entry[]> {
  const records = await readRecords(found);
  return mapInPieces(records, createPauses(), (record) => readText(record) as Entry);
}

/** Some of the documents, their passages counted without those of the others. */
function placeAnew(segments: readonly OpenSegment[]): OpenSegment[] {
  let next = 0;
  return segments.map((segment) => {
    const start = next;
    next += segment.entries.length;
    return { ...segment, start };
  });
}

/** Makes a `PassageStore` of documents in reading order, and `rows` with the vectors of all their passages. */
export function createStore(
  encoderId: string,
  segments: readonly OpenSegment[],
  rows: VectorRows,
): PassageStore & IndexSource {
  const entries = segments.flatMap((segment) => segment.entries);
  const owners = segments.flatMap((segment) => segment.entries.map(() => segment));
  const positions = new Map(entries.map(({ id }, position) => [id, position]));
  const notes = new Map(
    segments.flatMap((segment) =>
      segment.noteIds.map((id, at): [string, Found] => [id, { segment, place: segment.entries.length + at }]),
    ),
  );
  const keywords = createKeywordIndex(
    segments.map(({ keywords: table, start }) => ({ table, start })),
    entries.length,
  );
  const searchVectors = createVectorSearch(
    rows,
    segments.map(({ start, firstRow, entries: own, graph }) => ({
      start,
      end: start + own.length,
      firstRow,
      graph,
    })),
  );
  const summary = addSummaries(segments.map((segment) => segment.summary));
  const pieces = addCounts(segments.map((segment) => segment.pieces));
  let positionsByHash: Map<string, number> | undefined;

  const placeAt = (position: number): Found[] => {
    const segment = owners[position];
    return segment === undefined ? [] : [{ segment, place: position - segment.start }];
  };
  /** The record of a passage's tokens. */
  const tokensOf = ({ segment, place }: Found): Found => ({
    segment,
    place: segment.entries.length + segment.noteIds.length + place,
  });
  const readTrace = async (segment: OpenSegment) => {
    const place = 2 * segment.entries.length + segment.noteIds.length;
    const [record = new Uint8Array()] = await segment.body.read([place]);
    return (readText(record) as ReadingTrace | null) ?? undefined;
  };
  const positionsOf = (ids: readonly string[]) => [...pick(ids, (id) => positions.get(id)).values()];
  const toScored = ({ position, score }: PositionedScore): ScoredPassage[] => {
    const entry = entries[position];
    if (entry === undefined) return [];
    const { id, chapter, kind, matter } = entry;
    return [{ id, chapter, kind, ...(matter && { matter }), score }];
  };
  /** The passage at a distance from another, if it is in the same document. */
  const neighbour = (position: number, distance: number): string | null => {
    const other = entries[position + distance];
    return other?.documentId === entries[position]?.documentId ? (other?.id ?? null) : null;
  };
  const readPassages = (wanted: readonly number[]) => readTexts<Passage>(wanted.flatMap(placeAt));
  /** The records of what the encoder made of passages. */
  async function readTokenRecords(wanted: readonly number[]) {
    const found = wanted.flatMap(placeAt);
    const records = await readRecords(found.map(tokensOf));
    return found.map((one, at) => ({ ...one, record: records[at] ?? new Uint8Array() }));
  }
  async function readEncodings(wanted: readonly number[]): Promise<PassageEncoding[]> {
    return (await readTokenRecords(wanted)).map(({ segment, place, record }) => ({
      hash: hashAt(segment, place),
      vector: rows.vectorAt(segment.firstRow + place),
      tokens: readTokens(record, segment),
      pieces: readPieces(record, segment),
    }));
  }

  return {
    encoderId,
    findCandidates: async ({ vector, text, count, filter }) => {
      const allowed = allowedPassages(entries, filter);
      const byVector = vector === undefined ? [] : await searchVectors(vector, count, allowed);
      const byKeyword = text === undefined ? [] : keywords.search(text, count, allowed);
      return { byVector: byVector.flatMap(toScored), byKeyword: byKeyword.flatMap(toScored) };
    },
    vectors: async (ids) => {
      const read = await readTokenRecords(positionsOf(ids));
      return new Map(
        read.map(({ segment, place, record }): [string, PassageVectors] => [
          segment.entries[place]?.id ?? '',
          { vector: rows.vectorAt(segment.firstRow + place), tokens: readTokens(record, segment) },
        ]),
      );
    },
    tokenWeights: async (wanted) =>
      pick(wanted, (token) => Math.log(1 + entries.length / (1 + (pieces.get(token) ?? 0)))),
    passages: async (ids) => new Map((await readPassages(positionsOf(ids))).map((one) => [one.id, one])),
    neighbours: async (ids) =>
      pick(ids, (id) => {
        const position = positions.get(id);
        if (position === undefined) return undefined;
        return { previous: neighbour(position, -1), next: neighbour(position, 1) };
      }),
    readStretch: async (stretch) => {
      const isIn = isInStretch(stretch);
      const holding = stretch.words === undefined ? undefined : keywords.holding(stretch.words);
      return readPassages(
        entries.flatMap((entry, position) => (holding?.[position] !== 0 && isIn(entry) ? [position] : [])),
      );
    },
    countPassages: async (filter) => allowedPassages(entries, filter)?.count ?? entries.length,
    notes: async (ids) => {
      const found = await readTexts<Note>([...pick(ids, (id) => notes.get(id)).values()]);
      return new Map(found.map((note) => [note.id, note]));
    },
    summary: async (ids) =>
      ids === undefined
        ? summary
        : addSummaries(segments.flatMap((one) => (ids.includes(one.document.id) ? [one.summary] : []))),
    trace: async (id) => {
      const segment = segments.find(({ document }) => document.id === id);
      return segment && readTrace(segment);
    },
    documents: async (ids) =>
      segments.flatMap(({ document }) => ((ids?.includes(document.id) ?? true) ? [document] : [])),
    within: async (ids) =>
      createStore(encoderId, placeAnew(segments.filter(({ document }) => ids.includes(document.id))), rows),
    takeDocument: async (id) => {
      const segment = segments.find(({ document }) => document.id === id);
      if (segment === undefined) return undefined;
      const { document, start, entries: own, noteIds, levels } = segment;
      const wanted = own.map((_, place) => start + place);
      const [passages, ownNotes, encodings, trace] = await Promise.all([
        readPassages(wanted),
        readTexts<Note>(noteIds.map((_, at) => ({ segment, place: own.length + at }))),
        readEncodings(wanted),
        readTrace(segment),
      ]);
      return { document, passages, notes: ownNotes, trace, summary: segment.summary, encodings, levels };
    },
    levelsOf: async (id) => segments.find(({ document }) => document.id === id)?.levels,
    findEncoding: async (hash) => {
      positionsByHash ??= new Map(
        segments.flatMap((segment) =>
          segment.entries.map((_, place): [string, number] => [
            hashAt(segment, place),
            segment.start + place,
          ]),
        ),
      );
      const position = positionsByHash.get(hash);
      return position === undefined ? undefined : (await readEncodings([position]))[0];
    },
  };
}
