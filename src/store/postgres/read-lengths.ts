/** The lengths of passages, which BM25 weighs its words by. */
import { fieldCount } from '../keywords/postings.ts';
import { readVarints } from '../keywords/varints.ts';
import type { Query } from './connect.ts';
import type { ByEdition } from './remember-editions.ts';

/** The lengths of the fields of editions' passages: passages x fields. */
export async function readLengths(
  query: Query,
  editions: readonly number[],
): Promise<ByEdition<Uint32Array>> {
  const rows = await query<{ edition: number; passages: number; lengths: Buffer }>(
    'select edition, passages, lengths from documents where edition = any($1::integer[])',
    [editions],
  );
  return new Map(
    rows.map(({ edition, passages, lengths }) => {
      const reader = readVarints(lengths, 0);
      return [edition, Uint32Array.from({ length: passages * fieldCount }, () => reader.next())];
    }),
  );
}
