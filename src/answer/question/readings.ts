/** What documents have to read questions by: their chapters, the names at home in them, their words. */
import type { PassageStore } from '../../core/passage-store.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { createSpelling, type Spelling } from './spelling.ts';

export interface Reading {
  gazetteer: Gazetteer;
  /** By which typos are mended; without it none are. */
  spelling?: Spelling;
}

/** Of some documents, by their ids, or of all where none are named. */
export type ReadingOf = (documentIds?: readonly string[]) => Promise<Reading>;

/** The most sets of documents whose readings are kept; those asked for longest ago are made anew. */
const mostKept = 64;

/**
 * Makes readings once for each set of documents.
 * @param isCommon whether a lower-case word is common English; none is by default.
 */
export function createReadings(
  store: Pick<PassageStore, 'documents' | 'summary'>,
  isCommon?: (word: string) => boolean,
): ReadingOf {
  const kept = new Map<string, Promise<Reading>>();
  const make = async (documentIds: readonly string[] | undefined): Promise<Reading> => {
    const [documents, summary] = await Promise.all([
      store.documents(documentIds),
      store.summary(documentIds),
    ]);
    const gazetteer = await buildGazetteer(documents, summary);
    return { gazetteer, spelling: createSpelling(summary, isCommon) };
  };
  return (documentIds) => {
    const key = documentIds === undefined ? '' : JSON.stringify([...new Set(documentIds)].sort());
    const reading = kept.get(key) ?? make(documentIds);
    kept.delete(key);
    kept.set(key, reading);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
}
