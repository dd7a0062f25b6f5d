/** A passage store in memory: an opened index, or a test's. */
import type { PassageStore, PassageVectors, ScoredPassage } from '../../core/passage-store.ts';
import { addSummaries, type Counts, type Summary } from '../../core/summary.ts';
import type { Note, Passage, ReportDocument } from '../../core/types.ts';
import { type TokenTable, tokensAt } from '../../search/token-vectors.ts';
import type { PositionedScore, VectorIndex, VectorTable } from './exact.ts';
import { allowedPassages, isInStretch } from './filter.ts';
import type { KeywordIndex } from './keyword-index.ts';

/** The parts of a store; all lists of passages are in reading order. */
export interface StoreParts {
  encoderId: string;
  documents: readonly ReportDocument[];
  passages: readonly Passage[];
  notes: readonly Note[];
  /** One for each document, in their order. */
  summaries: readonly Summary[];
  keywords: KeywordIndex;
  vectors: VectorTable;
  vectorIndex: VectorIndex;
  tokens: TokenTable;
  /** In how many passages each vocabulary piece occurs. */
  pieces: Counts;
}

/** Inverse document frequencies, ln(1 + N / (1 + n)), of the pieces that occur. */
function weighPieces(pieces: Counts, passageCount: number): Map<string, number> {
  return new Map([...pieces].map(([piece, count]) => [piece, Math.log(1 + passageCount / (1 + count))]));
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

/** Whether a document is meant: where none is named, all are. */
const isNamed = (id: string | undefined, ids: readonly string[] | undefined) =>
  ids === undefined || (id !== undefined && ids.includes(id));

/** Makes a `PassageStore` of its parts. */
export function createStore(parts: StoreParts): PassageStore {
  const { encoderId, documents, passages, summaries, keywords, vectors, vectorIndex, tokens } = parts;
  const { dimensions, values } = vectors;
  const positions = new Map(passages.map(({ id }, position) => [id, position]));
  const notes = new Map(parts.notes.map((note) => [note.id, note]));
  const weights = weighPieces(parts.pieces, passages.length);
  const unseenWeight = Math.log(1 + passages.length);

  function findAt<Value>(id: string, read: (position: number) => Value): Value | undefined {
    const position = positions.get(id);
    return position === undefined ? undefined : read(position);
  }
  const vectorsAt = (position: number): PassageVectors => ({
    vector: values.subarray(position * dimensions, (position + 1) * dimensions),
    tokens: tokensAt(tokens, position),
  });
  const toScored = ({ position, score }: PositionedScore): ScoredPassage[] => {
    const passage = passages[position];
    if (passage === undefined) return [];
    const { id, chapter, kind, matter } = passage;
    return [{ id, chapter, kind, ...(matter && { matter }), score }];
  };
  /** The passage at a distance from another, if it is in the same document. */
  const neighbour = (position: number, distance: number): string | null => {
    const other = passages[position + distance];
    return other?.documentId === passages[position]?.documentId ? (other?.id ?? null) : null;
  };

  return {
    encoderId,
    findCandidates: async ({ vector, text, count, filter }) => {
      const allowed = allowedPassages(passages, filter);
      const byVector = vector === undefined ? [] : await vectorIndex.search(vector, count, allowed);
      const byKeyword = text === undefined ? [] : keywords.search(text, count, allowed);
      return { byVector: byVector.flatMap(toScored), byKeyword: byKeyword.flatMap(toScored) };
    },
    vectors: async (ids) => pick(ids, (id) => findAt(id, vectorsAt)),
    tokenWeights: async (wanted) => pick(wanted, (token) => weights.get(token) ?? unseenWeight),
    passages: async (ids) => pick(ids, (id) => findAt(id, (position) => passages[position])),
    neighbours: async (ids) =>
      pick(ids, (id) =>
        findAt(id, (position) => ({ previous: neighbour(position, -1), next: neighbour(position, 1) })),
      ),
    readStretch: async (stretch) => passages.filter(isInStretch(stretch)),
    countPassages: async (filter) => allowedPassages(passages, filter)?.count ?? passages.length,
    notes: async (ids) => pick(ids, (id) => notes.get(id)),
    summary: async (ids) => addSummaries(summaries.filter((_, at) => isNamed(documents[at]?.id, ids))),
    documents: async (ids) => documents.filter(({ id }) => isNamed(id, ids)),
  };
}
