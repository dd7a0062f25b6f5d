/** Writes one edition of a document, with all that is searched and shown of it. */
import { countAll, type Summarizer } from '../../core/summary.ts';
import { bytesOf } from '../bytes-of.ts';
import type { EncodedDocument } from '../index-home.ts';
import { type CountedTerms, countTerms, fieldCount, packPostings } from '../keywords/postings.ts';
import { writeVarints } from '../keywords/varints.ts';
import { writeSummary } from '../summary-json.ts';
import { allLevels, createPacker, exactUpTo, fitLevels, type TokenLevels } from '../token-codes.ts';
import { type Query, toVectorSql } from './connect.ts';
import { ownSum } from './own-sum.ts';

/** Rows of one statement: some megabytes of text. */
const rowsAtOnce = 500;
const termsAtOnce = 10_000;

/** Inserts rows, some at a time; a statement takes their columns as lists, in the order of a row. */
async function insertRows(
  query: Query,
  statement: string,
  rows: readonly (readonly unknown[])[],
  atOnce: number,
  first: readonly unknown[] = [],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce);
    const columns = (some[0] ?? []).map((_, column) => some.map((row) => row[column]));
    await query(statement, [...first, ...columns]);
  }
}

/** Lists of one row in columns of lists: as JSON, since the lists of an array of arrays must be of one length. */
const asJson = (list: readonly unknown[] | undefined) => (list === undefined ? null : JSON.stringify(list));

async function insertPassages(query: Query, edition: number, { passages }: EncodedDocument): Promise<void> {
  const rows = passages.map((passage, ordinal) => [
    ordinal,
    passage.id,
    passage.chapter,
    passage.kind,
    passage.matter ?? null,
    asJson(passage.path),
    asJson(passage.pages),
    JSON.stringify(passage),
    ownSum(passage),
  ]);
  await insertRows(
    query,
    `insert into passages (edition, ordinal, id, chapter, kind, matter, path, pages, record, sum)
     select $1, ordinal, id, chapter, kind, matter,
       case when path is not null then array(select jsonb_array_elements_text(path::jsonb)) end,
       array(select value::integer from jsonb_array_elements_text(pages::jsonb)),
       record::json, sum
     from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[]) as row(ordinal, id, chapter, kind, matter, path, pages, record, sum)`,
    rows,
    rowsAtOnce,
    [edition],
  );
}

async function insertNotes(query: Query, edition: number, { notes }: EncodedDocument): Promise<void> {
  await insertRows(
    query,
    `insert into notes (edition, id, record, sum)
     select $1, id, record::json, sum from unnest($2::text[], $3::text[], $4::text[]) as row(id, record, sum)`,
    notes.map((note) => [note.id, JSON.stringify(note), ownSum(note)]),
    rowsAtOnce,
    [edition],
  );
}

async function insertEncodings(
  query: Query,
  edition: number,
  { encodings }: EncodedDocument,
  levels: TokenLevels,
): Promise<void> {
  const pack = createPacker(levels);
  await insertRows(
    query,
    `insert into vectors (edition, ordinal, embedding)
     select $1, ordinal, embedding::vector from unnest($2::integer[], $3::text[]) as row(ordinal, embedding)`,
    encodings.map(({ vector }, ordinal) => [ordinal, toVectorSql(vector)]),
    rowsAtOnce,
    [edition],
  );
  await insertRows(
    query,
    `insert into encodings (edition, ordinal, hash, token_vectors, token_parts, pieces)
     select $1, ordinal, hash, vectors, parts, array(select jsonb_array_elements_text(pieces::jsonb))
     from unnest($2::integer[], $3::text[], $4::bytea[], $5::bytea[], $6::text[])
       as row(ordinal, hash, vectors, parts, pieces)`,
    encodings.map(({ hash, tokens, pieces }, ordinal) => [
      ordinal,
      hash,
      toBuffer(pack(tokens.vectors)),
      toBuffer(tokens.parts),
      asJson(pieces),
    ]),
    rowsAtOnce,
    [edition],
  );
  const pieces = countAll(encodings.flatMap((encoding) => [...new Set(encoding.pieces)]));
  await insertRows(
    query,
    `insert into document_pieces (edition, piece, passages)
     select $1, piece, passages from unnest($2::text[], $3::integer[]) as row(piece, passages)`,
    [...pieces],
    termsAtOnce,
    [edition],
  );
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function insertTerms(query: Query, edition: number, { postings }: CountedTerms): Promise<void> {
  await insertRows(
    query,
    'insert into vocabulary (term) select unnest($1::text[]) on conflict do nothing',
    [...postings.keys()].map((term) => [term]),
    termsAtOnce,
  );
  await insertRows(
    query,
    `insert into document_terms (edition, term, in_headings, in_texts, postings)
     select $1, term, in_headings, in_texts, postings
     from unnest($2::text[], $3::integer[], $4::integer[], $5::bytea[])
       as row(term, in_headings, in_texts, postings)`,
    [...postings].map(([term, fields]) => [
      term,
      ...fields.map(({ size }) => size),
      toBuffer(packPostings(fields)),
    ]),
    termsAtOnce,
    [edition],
  );
}

/** The distinct words of all passages in a field. */
const sumOfField = ({ lengths }: CountedTerms, field: number): number =>
  lengths.reduce((sum, length, at) => (at % fieldCount === field ? sum + length : sum), 0);

/** The levels for a document's token vectors: in a small index all are kept as they are, as on disk. */
async function chooseLevels(
  query: Query,
  { document, passages, encodings }: EncodedDocument,
): Promise<TokenLevels> {
  const [row] = await query<{ before: number }>(
    `select coalesce(sum(passages), 0)::integer as before from documents where removed is null and id < $1 collate "C"`,
    [document.id],
  );
  if ((row?.before ?? 0) + passages.length <= exactUpTo) return allLevels;
  const dimensions = encodings[0]?.vector.length ?? 0;
  return fitLevels(
    encodings.map(({ tokens }) => tokens.vectors),
    dimensions,
  );
}

/** Writes an edition that revision `added` is the first to have. The caller has begun a transaction. */
export async function writeEdition(
  query: Query,
  document: EncodedDocument,
  summarizer: Summarizer,
  added: number,
): Promise<void> {
  const counted = countTerms(document.passages);
  const levels = await chooseLevels(query, document);
  const [row] = await query<{ edition: number }>(
    `insert into documents (id, record, summary, passages, notes, heading_words, text_words, added, trace, sha256,
       lengths, levels)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning edition`,
    [
      document.document.id,
      JSON.stringify(document.document),
      writeSummary(summarizer.summarize(document)),
      document.passages.length,
      document.notes.length,
      sumOfField(counted, 0),
      sumOfField(counted, 1),
      added,
      document.trace === undefined ? null : JSON.stringify(document.trace),
      document.document.sha256,
      toBuffer(writeVarints([...counted.lengths])),
      toBuffer(bytesOf(levels)),
    ],
  );
  if (row === undefined) throw new Error('The database gave no edition.');
  await insertPassages(query, row.edition, document);
  await insertNotes(query, row.edition, document);
  await insertEncodings(query, row.edition, document, levels);
  await insertTerms(query, row.edition, counted);
}
