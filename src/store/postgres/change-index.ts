/** Changes the index in a database, in one transaction: who reads has the revision before, or all of the next. */
import { existsSync } from 'node:fs';
import type { ReportDocument, WorkOptions } from '../../core/types.ts';
import { prefixForm } from '../../search/indexed-text.ts';
import { findReadings, type Noting } from '../audit.ts';
import { isEncoded, type NextIndex } from '../index-home.ts';
import { noteEvents } from './audit-table.ts';
import type { Query, Session } from './connect.ts';
import { cleaningLock } from './index-state.ts';
import type { ListedDocument } from './list-documents.ts';
import type { StoredFiles } from './stored-files.ts';
import { writeEdition } from './write-edition.ts';

/** @throws what `work` throws; nothing is changed then. */
export async function inTransaction(session: Session, work: () => Promise<void>): Promise<void> {
  await session.query('begin');
  try {
    await work();
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => {
      // The connection is gone, and the transaction with it.
    });
    throw error;
  }
}

/** Raises the revision and gives its number. */
export async function raiseRevision(query: Query): Promise<number> {
  const [raised] = await query<{ revision: number }>(
    'update index_state set revision = revision + 1, changed_at = now() returning revision',
  );
  return raised?.revision ?? 0;
}

/**
 * The graph of the vectors of one length. It is partial, since editions of another encoder may be read still, and in half
 * precision, which takes half the memory: what it finds is compared anew with the vectors themselves.
 */
export async function ensureGraph(query: Query, dimensions: number): Promise<void> {
  // Asked first: the statement below waits for whoever writes to the table, also where the index is there.
  const [found] = await query<{ isThere: boolean }>(`select to_regclass($1) is not null as "isThere"`, [
    `vectors_graph_${dimensions}`,
  ]);
  if (found?.isThere) return;
  await query(
    `create index if not exists vectors_graph_${dimensions} on vectors
     using hnsw ((embedding::halfvec(${dimensions})) halfvec_ip_ops) with (m = 32, ef_construction = 160)
     where vector_dims(embedding) = ${dimensions}`,
  );
}

/** Writes what another encoder or other rules would read differently: the index as a whole. */
export async function describeIndex(
  query: Query,
  {
    encoderId,
    dimensions,
    passageRules,
    summarizer,
  }: Pick<NextIndex, 'encoderId' | 'dimensions' | 'passageRules' | 'summarizer'>,
): Promise<void> {
  await query(
    `update index_state set encoder = $1, dimensions = $2, prefix_form = $3, passage_rules = $4, summary_rules = $5`,
    [encoderId, dimensions, prefixForm, passageRules, summarizer.rules],
  );
}

/** Keeps the file of a document that stays, unless that is elsewhere: it may be of before files were kept. */
async function keepFile(
  query: Query,
  key: number,
  files: StoredFiles,
  document: ReportDocument,
): Promise<void> {
  if (files.areKept && existsSync(document.file)) await files.keep(query, key, document);
}

/** What a change is made with. */
export interface Writing {
  session: Session;
  /** Of the index's advisory locks. */
  key: number;
  files: StoredFiles;
}

/** Writes the index that comes after `before`, the documents that are there. */
export async function writeNext(
  { session, key, files }: Writing,
  next: NextIndex,
  before: readonly ListedDocument[],
  { onProgress = () => {}, signal, by }: WorkOptions & Noting = {},
): Promise<void> {
  const { query } = session;
  const current = new Map(before.map(({ edition, document }) => [document.id, edition]));
  const records = new Map(before.map(({ document }) => [document.id, JSON.stringify(document)]));
  const remove = async (editions: readonly number[], revision: number) => {
    await query('update documents set removed = $1 where edition = any($2::integer[])', [revision, editions]);
  };
  const encoded = next.documents.filter(isEncoded);
  let done = 0;
  await inTransaction(session, async () => {
    await ensureGraph(query, next.dimensions);
    const revision = await raiseRevision(query);
    await describeIndex(query, next);
    for (const one of next.documents) {
      signal?.throwIfAborted();
      const edition = current.get(one.document.id);
      current.delete(one.document.id);
      if (isEncoded(one)) {
        if (edition !== undefined) await remove([edition], revision);
        await writeEdition(query, one, next.summarizer, revision);
        await files.keep(query, key, one.document);
        done += 1;
        onProgress({ stage: 'write', done, total: encoded.length });
      } else {
        // Its file may stand elsewhere now, or its title be another.
        const record = JSON.stringify(one.document);
        if (record !== records.get(one.document.id)) {
          await query('update documents set record = $2::text::json where edition = $1', [edition, record]);
        }
        await keepFile(query, key, files, one.document);
      }
    }
    await remove([...current.values()], revision);
    const events = findReadings(
      before.map(({ document }) => document),
      next.documents.map(({ document }) => document),
    );
    await noteEvents(query, { by }, events);
    signal?.throwIfAborted();
  });
}

/** Deletes the editions that no revision has which somebody reads, and the terms and files that are in no other. */
export async function deleteUnread({ session, key, files }: Writing): Promise<void> {
  const { query } = session;
  await inTransaction(session, async () => {
    await query('select pg_advisory_xact_lock($1, $2)', [key, cleaningLock]);
    const gone = await query(
      `delete from documents where removed <= (
         select min(revision) from (
           select revision from index_state
           union all
           select objid::bigint::integer from pg_locks
           where locktype = 'advisory' and classid = $1::integer::oid and objsubid = 2 and objid between 1 and 2147483647
             and database = (select oid from pg_database where datname = current_database())
         ) as read
       ) returning edition`,
      [key],
    );
    if (gone.length === 0) return;
    await files.removeUnused(query);
    await query(
      'delete from vocabulary where not exists (select from document_terms where document_terms.term = vocabulary.term)',
    );
  });
}
