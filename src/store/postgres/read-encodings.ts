/** What the encoder made of passages, as a database has it. */
import type { PassageTokens } from '../../core/passage-store.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { allLevels, type TokenLevels, unpackCodes } from '../token-codes.ts';
import { fromVectorSql, type Query } from './connect.ts';
import type { ByEdition } from './remember-editions.ts';

/** The columns of a passage's vectors, in text but for the bytes. */
export interface EncodingRow {
  edition: number;
  embedding: string;
  tokenVectors: Buffer;
  tokenParts: Buffer;
}

export const encodingColumns =
  'edition, embedding::text as embedding, token_vectors as "tokenVectors", token_parts as "tokenParts"';

/** The levels in which editions keep their token vectors. */
export async function readLevels(query: Query, editions: readonly number[]): Promise<ByEdition<TokenLevels>> {
  const rows = await query<{ edition: number; levels: Buffer }>(
    'select edition, levels from documents where edition = any($1::integer[])',
    [[...new Set(editions)]],
  );
  return new Map(rows.map(({ edition, levels }) => [edition, new Int16Array(new Uint8Array(levels).buffer)]));
}

/** The tokens of a row. */
export function toTokens(
  { edition, tokenVectors, tokenParts }: EncodingRow,
  levels: ByEdition<TokenLevels>,
): PassageTokens {
  const count = tokenParts.byteLength;
  return {
    vectors: unpackCodes(tokenVectors, count, levels.get(edition) ?? allLevels),
    parts: new Uint8Array(tokenParts.buffer, tokenParts.byteOffset, count),
    count,
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
  const levels = await readLevels(
    query,
    rows.map(({ edition }) => edition),
  );
  return new Map(
    rows.map(({ hash, pieces, ...row }) => [
      hash,
      { hash, pieces, vector: fromVectorSql(row.embedding), tokens: toTokens(row, levels) },
    ]),
  );
}
