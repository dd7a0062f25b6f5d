/** What became of documents, for the audit: who added, removed, renamed and moved which of them. No question and no passage. Pure. */
import type { ReportDocument } from '../core/types.ts';

export interface AuditEntry {
  /** ISO 8601, UTC. */
  at: string;
  event: 'added' | 'replaced' | 'removed' | 'renamed' | 'moved';
  /** The token's name; `local:anna` for a user of a machine. */
  by: string;
  document: string;
  /** Of its file. */
  sha256: string;
  /** The one that it is in afterwards, or was in; absent for none. */
  collection?: string;
}

/** Whom a change is noted of. */
export interface Noting {
  /** As of `AuditEntry`; without it nothing is noted. */
  by?: string | undefined;
}

/** What an audit knows of a document. */
export type Audited = Pick<ReportDocument, 'id' | 'sha256'> &
  Partial<Pick<ReportDocument, 'title' | 'collection'>>;

export type DocumentEvent = Omit<AuditEntry, 'at' | 'by'>;

function describe(event: AuditEntry['event'], { id, sha256, collection }: Audited): DocumentEvent {
  return { event, document: id, sha256, ...(collection !== undefined && { collection }) };
}

/** What became of documents between two states of the index. */
export function findChanges(before: readonly Audited[], after: readonly Audited[]): DocumentEvent[] {
  const removed = before.filter(({ id }) => !after.some((one) => one.id === id));
  const changed = after.flatMap((document) => {
    const known = before.find(({ id }) => id === document.id);
    if (known === undefined) return [describe('added', document)];
    return [
      ...(known.sha256 === document.sha256 ? [] : [describe('replaced', document)]),
      ...(known.collection === document.collection ? [] : [describe('moved', document)]),
      ...(known.title === undefined || known.title === document.title ? [] : [describe('renamed', document)]),
    ];
  });
  return [...removed.map((document) => describe('removed', document)), ...changed];
}

/** The same of documents that were read: their titles may be others by a new way to read them, and nobody has renamed them then. */
export function findReadings(before: readonly Audited[], after: readonly Audited[]): DocumentEvent[] {
  const untitled = before.map(({ id, sha256, collection }) => ({
    id,
    sha256,
    ...(collection !== undefined && { collection }),
  }));
  return findChanges(untitled, after);
}
