/**
 * A document in the files of an index, which are written once and never changed: the head, which is read whole when the
 * index is opened, and the body, of which single records are read when they are asked for. What is said of the document as
 * a whole, its title too, is a file of its own, so that it may change without them.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PassageTokens } from '../../core/passage-store.ts';
import { type Counts, countAll, type Summary } from '../../core/summary.ts';
import type { IngestedDocument, Note, Passage, ReadingTrace, ReportDocument } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { bytesOf } from '../bytes-of.ts';
import { sumOf } from '../sum-of.ts';
import { parseCounts, parseSummary, writeCounts, writeSummary } from '../summary-json.ts';
import {
  allLevels,
  codeBytes,
  createPacker,
  fitLevels,
  levelCount,
  type TokenLevels,
  unpackCodes,
} from '../token-codes.ts';
import type { PassageEntry } from './filter.ts';
import { buildKeywords, type KeywordTable } from './keyword-table.ts';
import { indexRecords, type RecordIndex } from './record-file.ts';
import { joinSections, splitSections } from './sections.ts';
import { toRows } from './vector-rows.ts';

/** What an index is made of, document by document. */
export interface DocumentContents extends IngestedDocument {
  summary: Summary;
  /** One for each passage, in order. */
  encodings: readonly PassageEncoding[];
  /** Those of its earlier version, whose encodings stay as they are by them; fitted anew by default. */
  levels?: TokenLevels | undefined;
}

/** A document's files, without the one about the document. */
export interface SegmentFiles {
  /** What their names begin with. */
  name: string;
  head: Uint8Array;
  body: Uint8Array;
  /** Unit vectors of the passages, end to end. */
  vectors: Float32Array;
}

export const documentFile = (segment: string) => `${segment}.document.json`;
export const headFile = (segment: string) => `${segment}.head.bin`;
export const bodyFile = (segment: string) => `${segment}.body.bin`;
export const graphFile = (segment: string) => `${segment}.graph.bin`;

/** A document's head. */
export interface Segment {
  entries: readonly PassageEntry[];
  noteIds: readonly string[];
  summary: Summary;
  /** In how many passages each vocabulary piece occurs. */
  pieces: Counts;
  keywords: KeywordTable;
  levels: TokenLevels;
  /** Of the vectors. */
  dimensions: number;
  rows: Int16Array;
  /** The key of each passage's vectors, `indexedHash`: 16 bytes each. */
  hashes: Buffer;
  /** In the body: the passages, the notes, the encodings of the passages, then the trace of the reading. */
  records: RecordIndex;
}

/** Of the key of a passage's vectors. */
export const hashBytes = 16;

/** What passages have in common, kept once. */
type PlaceOfEntries = Omit<PassageEntry, 'id' | 'documentId' | 'pages'>;

/** The entries of a head in JSON. */
interface ListedEntries {
  documentId: string;
  places: PlaceOfEntries[];
  /** For each passage its id, the number of its place, and its pages. */
  passages: [id: string, place: number, pages: number[]][];
  notes: string[];
}

function listEntries({ document, passages, notes }: IngestedDocument): ListedEntries {
  const places = new Map<string, number>();
  const listed = passages.map(
    ({ id, chapter, kind, matter, path, pages }): ListedEntries['passages'][number] => {
      const key = JSON.stringify({ chapter, kind, matter, path });
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      return [id, place, pages];
    },
  );
  return {
    documentId: document.id,
    places: [...places.keys()].map((key): PlaceOfEntries => JSON.parse(key)),
    passages: listed,
    notes: notes.map(({ id }) => id),
  };
}

function readEntries({ documentId, places, passages }: ListedEntries): PassageEntry[] {
  return passages.map(([id, place, pages]) => {
    const shared = places[place];
    if (shared === undefined) throw new RangeError(`${id} has no place`);
    return { id, documentId, pages, ...shared };
  });
}

const packText = (entry: Passage | Note | ReadingTrace | null) => deflateRawSync(JSON.stringify(entry));

/** @throws Error for a record that is none of a passage, note or trace. */
export function readText(record: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(record).toString('utf8'));
}

/** Two bytes a piece, four where a document has more kinds of them than fit. */
const pieceBytes = (pieces: Counts) => (pieces.size <= 65_536 ? 2 : 4);

/** The tokens of a passage: their parts, the numbers of their pieces, their vectors in codes. */
function packTokens(
  { tokens, pieces }: PassageEncoding,
  numbers: ReadonlyMap<string, number>,
  width: number,
  pack: (vectors: Int8Array) => Uint8Array,
): Uint8Array {
  const own = pieces.map((piece) => numbers.get(piece) ?? 0);
  const numbered = width === 2 ? Uint16Array.from(own) : Uint32Array.from(own);
  return Buffer.concat([tokens.parts, bytesOf(numbered), pack(tokens.vectors)]);
}

/** What the records of tokens are read by. */
type TokenForm = Pick<Segment, 'pieces' | 'levels' | 'dimensions'>;

/** How the record of a passage's tokens is divided. */
function measureTokens(record: Uint8Array, { pieces, levels, dimensions }: TokenForm) {
  const width = pieceBytes(pieces);
  const count = record.byteLength / (1 + width + codeBytes(dimensions, levels));
  return { count, width, codesAt: count * (1 + width) };
}

/** The tokens in a record. */
export function readTokens(record: Uint8Array, segment: TokenForm): PassageTokens {
  const { count, codesAt } = measureTokens(record, segment);
  return {
    parts: record.slice(0, count),
    vectors: unpackCodes(record.subarray(codesAt), count, segment.levels),
    count,
  };
}

/** The vocabulary pieces of these tokens. */
export function readPieces(record: Uint8Array, segment: TokenForm): string[] {
  const { count, width, codesAt } = measureTokens(record, segment);
  const { buffer } = record.slice(count, codesAt);
  const names = [...segment.pieces.keys()];
  const numbers = width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  return Array.from(numbers, (number) => names[number] ?? '');
}

function joinVectors(encodings: readonly PassageEncoding[], dimensions: number): Float32Array {
  const joined = new Float32Array(encodings.length * dimensions);
  encodings.forEach(({ vector }, at) => {
    joined.set(vector, at * dimensions);
  });
  return joined;
}

/** Makes a document's files. @param isExact whether its token vectors are kept as they are, where it has no levels yet. */
export function writeSegment(contents: DocumentContents, dimensions: number, isExact: boolean): SegmentFiles {
  const { passages, notes, encodings, summary } = contents;
  const vectorsOf = encodings.map(({ tokens }) => tokens.vectors);
  const levels = contents.levels ?? (isExact ? allLevels : fitLevels(vectorsOf, dimensions));
  const pack = createPacker(levels);
  const pieces = countAll(encodings.flatMap((one) => [...new Set(one.pieces)]));
  const numbers = new Map([...pieces.keys()].map((piece, number) => [piece, number]));
  const width = pieceBytes(pieces);
  const records = [
    ...passages.map(packText),
    ...notes.map(packText),
    ...encodings.map((encoding) => packTokens(encoding, numbers, width, pack)),
    packText(contents.trace ?? null),
  ];
  const { ends, sums } = indexRecords(records);
  const vectors = joinVectors(encodings, dimensions);
  const keywords = Object.entries(buildKeywords(passages)).map(([name, numbersOf]): [string, Uint8Array] => [
    `keywords.${name}`,
    bytesOf(numbersOf),
  ]);
  const head = joinSections(
    new Map<string, Uint8Array>([
      ['entries', Buffer.from(JSON.stringify(listEntries(contents)))],
      ['summary', Buffer.from(writeSummary(summary))],
      ['pieces', Buffer.from(writeCounts(pieces))],
      ['levels', bytesOf(levels)],
      ['rows', bytesOf(toRows(vectors))],
      ['hashes', Buffer.from(encodings.map(({ hash }) => hash).join(''), 'hex')],
      ['ends', bytesOf(ends)],
      ['sums', sums],
      ...keywords,
    ]),
  );
  const name = sumOf(head).slice(0, 2 * hashBytes);
  return { name, head, body: Buffer.concat(records), vectors };
}

function parseJson<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

/** Reads a head. @throws Error where it is none of a document with `dimensions`. */
export function readSegment(head: Uint8Array, dimensions: number): Segment {
  const find = splitSections(head);
  const words = (name: string) => new Uint32Array(find(`keywords.${name}`).buffer);
  const listed = parseJson<ListedEntries>(find('entries'));
  const entries = readEntries(listed);
  const hashes = Buffer.from(find('hashes').buffer);
  const rows = new Int16Array(find('rows').buffer);
  const ends = new Float64Array(find('ends').buffer);
  const recordCount = 2 * entries.length + listed.notes.length + 1;
  const levels: TokenLevels = new Int16Array(find('levels').buffer);
  const isWhole =
    hashes.byteLength === entries.length * hashBytes &&
    rows.length === entries.length * dimensions &&
    ends.length === recordCount &&
    (levels.length === 0 || levels.length === dimensions * levelCount);
  if (!isWhole) throw new RangeError('its parts disagree');
  return {
    entries,
    noteIds: listed.notes,
    summary: parseSummary(Buffer.from(find('summary')).toString('utf8')),
    pieces: parseCounts(Buffer.from(find('pieces')).toString('utf8')),
    keywords: {
      hashes: words('hashes'),
      letters: words('letters'),
      sizes: find('keywords.sizes'),
      termEnds: words('termEnds'),
      terms: find('keywords.terms'),
      postingEnds: words('postingEnds'),
      postings: find('keywords.postings'),
      lengths: words('lengths'),
    },
    levels,
    dimensions,
    rows,
    hashes,
    records: { ends, sums: find('sums') },
  };
}

/** The hash of a passage's vectors. */
export function hashAt({ hashes }: Pick<Segment, 'hashes'>, place: number): string {
  return hashes.toString('hex', place * hashBytes, (place + 1) * hashBytes);
}

/** A document's own file. */
export function writeDocument(document: ReportDocument): Uint8Array {
  return Buffer.from(JSON.stringify(document));
}
