/** The editions of a revision. */
import type { ReportDocument } from '../../core/types.ts';
import type { Query } from './connect.ts';

export interface ListedDocument {
  edition: number;
  document: ReportDocument;
  passages: number;
  notes: number;
  headingWords: number;
  textWords: number;
}

export function countPassages(listed: readonly ListedDocument[]): number {
  return listed.reduce((sum, { passages }) => sum + passages, 0);
}

/** The documents of a revision with their editions, in reading order; the order of a database may be another. */
export async function listEditions(query: Query, revision: number): Promise<ListedDocument[]> {
  const rows = await query<Omit<ListedDocument, 'document'> & { record: string }>(
    `select edition, record::text as record, passages, notes, heading_words::float8 as "headingWords",
       text_words::float8 as "textWords"
     from documents where added <= $1 and (removed is null or removed > $1)`,
    [revision],
  );
  return rows
    .map(({ record, ...row }): ListedDocument => ({ ...row, document: JSON.parse(record) }))
    .sort((left, right) => (left.document.id < right.document.id ? -1 : 1));
}
