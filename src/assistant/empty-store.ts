/** A store of no documents, to ask before there are any. */
import type { PassageStore } from '../core/passage-store.ts';
import { emptySummary } from '../core/summary.ts';
import type { OpenedIndex } from '../store/index-home.ts';

/** @param encoderId as of `Encoder.id`. */
export function createEmptyStore(
  encoderId: string,
): PassageStore & Pick<OpenedIndex, 'close' | 'locateFile' | 'findMissing'> {
  const store: PassageStore = {
    encoderId,
    findCandidates: async () => ({ byVector: [], byKeyword: [] }),
    vectors: async () => new Map(),
    tokenWeights: async () => new Map(),
    passages: async () => new Map(),
    neighbours: async () => new Map(),
    readStretch: async () => [],
    countPassages: async () => 0,
    notes: async () => new Map(),
    summary: async () => emptySummary,
    trace: async () => undefined,
    documents: async () => [],
    within: async () => store,
  };
  return {
    ...store,
    locateFile: () => Promise.reject(new Error('A store of no documents has no files.')),
    findMissing: async () => new Set(),
    close: async () => {},
  };
}
