/** A sum over everything that an index gives, to tell whether two give the same. */
import { createHash } from 'node:crypto';
import type { OpenIndex } from '../../../store/disk/open-index.ts';
import type { DocumentContents } from '../../../store/disk/segment.ts';

/** Searches spread over the passages. */
const searchCount = 8;

async function searchAll(index: OpenIndex, documents: readonly DocumentContents[]): Promise<unknown[]> {
  const passages = documents.flatMap((one) => one.passages);
  const step = Math.max(1, Math.floor(passages.length / searchCount));
  const asked = passages.filter((_, position) => position % step === 0);
  const vectors = await index.vectors(asked.map(({ id }) => id));
  return Promise.all(
    asked.map(({ id, text }) =>
      index.findCandidates({ vector: vectors.get(id)?.vector, text: text.slice(0, 80), count: 10 }),
    ),
  );
}

/** Maps, of which summaries consist, as lists of pairs; vectors as lists of numbers. */
function unfold(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
    : value;
}

export async function digestIndex(index: OpenIndex): Promise<string> {
  const ids = (await index.documents()).map(({ id }) => id);
  const taken = await Promise.all(ids.map((id) => index.takeDocument(id)));
  const documents = taken.flatMap((one) => one ?? []);
  const hash = createHash('sha256');
  const whole = [documents, await index.summary(), await searchAll(index, documents)];
  hash.update(JSON.stringify(whole, unfold));
  return hash.digest('hex');
}
