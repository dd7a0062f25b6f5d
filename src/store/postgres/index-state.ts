/** What a database says of its index as a whole, and the locks that go by it. */
import { prefixForm } from '../../search/indexed-text.ts';
import type { ExpectedIndex } from '../index-home.ts';
import type { Query } from './connect.ts';
import { noDatabaseIndex, staleDatabaseIndex } from './database-errors.ts';
import { checkTables, readTablesVersion } from './migrate.ts';

export interface IndexState {
  /** Raised by each change, from 1. */
  revision: number;
  /** Of the advisory locks: a pair with a revision is held by who reads it, with 0 by who writes. */
  key: number;
  changedAt: Date;
  encoder: string;
  dimensions: number;
  prefixForm: string;
  passageRules: number;
  summaryRules: number;
}

/** The number of the lock that the only writer holds. */
export const writerLock = 0;
/** The number of the lock that is held while old editions are deleted. */
export const cleaningLock = -1;

/** The state of the index; undefined before the first ingest. @throws VerseError `stale-index` for later tables. */
export async function readState(name: string, query: Query): Promise<IndexState | undefined> {
  const version = await readTablesVersion({ query });
  checkTables(name, version);
  if (version === 0) return undefined;
  const [state] = await query<IndexState>(
    `select revision, key, changed_at as "changedAt", encoder, dimensions, prefix_form as "prefixForm",
       passage_rules as "passageRules", summary_rules as "summaryRules"
     from index_state where revision > 0`,
  );
  return state;
}

/** @throws VerseError `no-index`, `stale-index` naming how the index was made and what this version uses. */
export function checkState(
  name: string,
  state: IndexState | undefined,
  expected: ExpectedIndex,
): asserts state is IndexState {
  if (state === undefined) throw noDatabaseIndex(name);
  const { passageRules = state.passageRules, summaryRules = state.summaryRules } = expected;
  const pairs = [
    ['the encoder', state.encoder, expected.encoderId],
    ['the heading prefix', state.prefixForm, prefixForm],
    ['passage rules', String(state.passageRules), String(passageRules)],
    ['summary rules', String(state.summaryRules), String(summaryRules)],
  ] as const;
  for (const [what, found, wanted] of pairs) {
    if (found !== wanted) throw staleDatabaseIndex(name, what, found, wanted);
  }
}
