/** The lengths of passages, which BM25 weighs its words by: read once, as editions never change. */
import { fieldCount } from '../keywords/postings.ts';
import { readVarints } from '../keywords/varints.ts';
import type { Query } from './connect.ts';
import type { ListedDocument } from './list-documents.ts';

/** Gives the lengths of an edition's fields, passages x fields: all editions' are read with the first; two bytes a passage. */
export function rememberLengths(
  query: Query,
  listed: readonly ListedDocument[],
): (edition: number) => Promise<Uint32Array> {
  let known: Promise<Map<number, Uint32Array>> | undefined;
  const readAll = async () => {
    const rows = await query<{ edition: number; passages: number; lengths: Buffer }>(
      'select edition, passages, lengths from documents where edition = any($1::integer[])',
      [listed.map(({ edition }) => edition)],
    );
    return new Map(
      rows.map(({ edition, passages, lengths }) => {
        const reader = readVarints(lengths, 0);
        return [edition, Uint32Array.from({ length: passages * fieldCount }, () => reader.next())];
      }),
    );
  };
  return async (edition) => {
    known ??= readAll().catch((error: unknown) => {
      // The next question reads them again: the database may be back.
      known = undefined;
      throw error;
    });
    return (await known).get(edition) ?? new Uint32Array();
  };
}
