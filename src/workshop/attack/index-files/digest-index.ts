/** A sum over everything that an index gives, to tell whether two give the same. */
import { createHash } from 'node:crypto';
import type { OpenIndex } from '../../../store/disk/open-index.ts';

/** Searches spread over the passages. */
const searchCount = 8;

async function searchAll({ whole: { passages }, ...store }: OpenIndex): Promise<unknown[]> {
  const step = Math.max(1, Math.floor(passages.length / searchCount));
  const asked = passages.filter((_, position) => position % step === 0);
  const vectors = await store.vectors(asked.map(({ id }) => id));
  return Promise.all(
    asked.map(({ id, text }) =>
      store.findCandidates({ vector: vectors.get(id)?.vector, text: text.slice(0, 80), count: 10 }),
    ),
  );
}

/** Maps, of which summaries consist, as lists of pairs. */
function unfoldMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

export async function digestIndex(index: OpenIndex): Promise<string> {
  const { documents, passages, notes, packed } = index.whole;
  const hash = createHash('sha256');
  const summary = await index.summary();
  const found = await searchAll(index);
  hash.update(JSON.stringify([documents, passages, notes, summary, packed.pieces, found], unfoldMaps));
  const { vectors, tokens } = packed;
  for (const { buffer, byteOffset, byteLength } of [
    vectors.values,
    tokens.offsets,
    tokens.pieces,
    tokens.parts,
    tokens.vectors,
  ])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest('hex');
}
