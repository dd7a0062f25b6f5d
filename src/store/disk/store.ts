/** A passage store over what is in memory: what an opened index and a test's store have in common. */
import type { PassageStore } from '../../core/passage-store.ts';
import type { Note, Passage, ReportDocument } from '../../core/types.ts';
import { type TokenTable, tokensAt } from '../../search/token-vectors.ts';
import type { VectorIndex, VectorTable } from './exact.ts';
import { allowedPassages } from './filter.ts';
import type { KeywordIndex } from './keyword-index.ts';

/** The parts of a store; all lists of passages are in the same order. */
export interface StoreParts {
  encoderId: string;
  documents: readonly ReportDocument[];
  passages: readonly Passage[];
  notes: readonly Note[];
  keywords: KeywordIndex;
  vectors: VectorTable;
  vectorIndex: VectorIndex;
  tokens: TokenTable;
  /** The vocabulary pieces that occur, by their number in `tokens.pieces`. */
  pieces: readonly string[];
}

/** In how many passages each piece occurs, by piece number. */
function countPassages(tokens: TokenTable, pieceCount: number): Uint32Array {
  const counts = new Uint32Array(pieceCount);
  for (let position = 0; position + 1 < tokens.offsets.length; position += 1) {
    const pieces = new Set(tokens.pieces.subarray(tokens.offsets[position], tokens.offsets[position + 1]));
    for (const piece of pieces) counts[piece] = (counts[piece] ?? 0) + 1;
  }
  return counts;
}

/** Inverse document frequencies, ln(1 + N / (1 + n)), of the pieces that occur. */
function weighTokens({ tokens, pieces, passages }: StoreParts): Map<string, number> {
  const counts = countPassages(tokens, pieces.length);
  return new Map(
    pieces.map((piece, index) => [piece, Math.log(1 + passages.length / (1 + (counts[index] ?? 0)))]),
  );
}

/** Makes a `PassageStore` of its parts. */
export function createStore(parts: StoreParts): PassageStore {
  const { encoderId, documents, passages, keywords, vectors, vectorIndex, tokens } = parts;
  const positions = new Map(passages.map(({ id }, position) => [id, position]));
  const notes = new Map(parts.notes.map((note) => [note.id, note]));
  const weights = weighTokens(parts);
  const unseenWeight = Math.log(1 + passages.length);
  return {
    encoderId,
    documents,
    passages,
    position: (passageId) => positions.get(passageId),
    note: (noteId) => notes.get(noteId),
    searchVector: (vector, count, filter) =>
      vectorIndex.search(vector, count, allowedPassages(passages, filter)),
    searchKeywords: (query, count, filter) =>
      keywords.search(query, count, allowedPassages(passages, filter)),
    tokenWeight: (token) => weights.get(token) ?? unseenWeight,
    tokens: (position) => tokensAt(tokens, position),
    vector: (position) =>
      vectors.values.subarray(position * vectors.dimensions, (position + 1) * vectors.dimensions),
  };
}
