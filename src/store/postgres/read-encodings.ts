/** What the encoder made of passages, as a database has it. */
import type { PassageTokens } from '../../core/passage-store.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { fromVectorSql, type Query } from './connect.ts';

/** The columns of a passage's vectors, in text but for the bytes. */
export interface EncodingRow {
  embedding: string;
  tokenVectors: Buffer;
  tokenParts: Buffer;
}

export const encodingColumns =
  'embedding::text as embedding, token_vectors as "tokenVectors", token_parts as "tokenParts"';

/** The tokens of a row: views of its bytes. */
export function toTokens({ tokenVectors, tokenParts }: EncodingRow): PassageTokens {
  const { buffer, byteOffset, byteLength } = tokenVectors;
  return {
    vectors: new Int8Array(buffer, byteOffset, byteLength),
    parts: new Uint8Array(tokenParts.buffer, tokenParts.byteOffset, tokenParts.byteLength),
    count: tokenParts.byteLength,
  };
}

/** Encodings by the hash of what was encoded, of any edition; those that no passage has are left out. */
export async function readEncodings(
  query: Query,
  hashes: readonly string[],
): Promise<Map<string, PassageEncoding>> {
  const rows = await query<EncodingRow & { hash: string; pieces: string[] }>(
    `select distinct on (hash) hash, pieces, ${encodingColumns}
     from encodings join vectors using (edition, ordinal) where hash = any($1)`,
    [[...new Set(hashes)]],
  );
  return new Map(
    rows.map(({ hash, pieces, ...row }) => [
      hash,
      { hash, pieces, vector: fromVectorSql(row.embedding), tokens: toTokens(row) },
    ]),
  );
}
