/** Reads the best hits together with the question, passage by passage. */
import { doAtOnce } from '../../core/do-at-once.ts';
import type { AnswerReader, AnswerReading } from '../../core/networks.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';

/** What the reader says of passages, by their ids. */
export type Readings = ReadonlyMap<string, AnswerReading>;

export const unread: Readings = new Map();

/** The most that the reader says of any sentence, and of any passage. */
export interface MostRead {
  answers: number;
  passage: number;
}

/** 0 each where nothing was read. */
export function mostRead(readings: Readings): MostRead {
  const all = [...readings.values()];
  if (all.length === 0) return { answers: 0, passage: 0 };
  return {
    answers: Math.max(...all.flatMap(({ sentences }) => sentences.filter((one) => one !== null))),
    passage: Math.max(...all.map(({ passage }) => passage)),
  };
}

/**
 * Reads the first hits, about 15 ms each.
 * @param count how many.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function readHits(
  question: string,
  hits: readonly Pick<RetrievedHit, 'passage'>[],
  reader: AnswerReader,
  { count, signal }: { count: number; signal?: AbortSignal | undefined },
): Promise<Readings> {
  const read = async ({ passage }: Pick<RetrievedHit, 'passage'>) =>
    [passage.id, await reader.readAnswers(indexedParts(passage), question)] as const;
  return new Map(await doAtOnce(hits.slice(0, count), reader.concurrency ?? 1, read, signal));
}
