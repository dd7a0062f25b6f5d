/**
 * Who added, removed, renamed and moved which document, and when: a line of JSON each, in files beside the index to which lines
 * are only added. Kept where there are named tokens, or a token changes something. No question and no passage is in them.
 */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { tokenFile } from '../config/token-file.ts';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';

export interface AuditEntry {
  /** ISO 8601, UTC. */
  at: string;
  event: 'added' | 'replaced' | 'removed' | 'renamed' | 'moved';
  /** The token's name; `local:anna` for a user of this machine. */
  by: string;
  document: string;
  /** Of its file. */
  sha256: string;
  /** The one that it is in afterwards, or was in; absent for none. */
  collection?: string;
}

/** What an audit knows of a document. */
type Audited = Pick<ReportDocument, 'id' | 'sha256'> & Partial<Pick<ReportDocument, 'title' | 'collection'>>;

/** A file of this size is set aside under its time, and a new one begun; none is ever deleted. */
const longestFile = 10 * 1024 * 1024;
const fileName = 'audit.jsonl';
const earlierName = /^audit-[\dTZ-]+\.jsonl$/;

/** What became of documents between two states of the index. Pure. */
export function findChanges(
  before: readonly Audited[],
  after: readonly Audited[],
): Pick<AuditEntry, 'event' | 'document' | 'sha256' | 'collection'>[] {
  const describe = (event: AuditEntry['event'], { id, sha256, collection }: Audited) => ({
    event,
    document: id,
    sha256,
    ...(collection !== undefined && { collection }),
  });
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

export interface Audit {
  /** Writes what became of documents. */
  write(before: readonly Audited[], after: readonly Audited[]): Promise<void>;
}

/** @param what what follows from it. */
const unwritable = (path: string, what: string, cause: unknown) =>
  new VerseError('cannot-write', `${path} cannot be written${what}.`, 'Check its folder.', { cause });

/** "anna"; the number of a user whom the system has no name for, as it may not in a container. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

async function setAsideFull(indexDir: string, now: Date): Promise<void> {
  const path = join(indexDir, fileName);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.size < longestFile) return;
  await rename(path, join(indexDir, `audit-${now.toISOString().replace(/[:.]/g, '-')}.jsonl`));
}

/**
 * Opens the audit before something is changed, so that nothing is where it cannot be noted; undefined where none is kept.
 * @param by the name of the token; undefined for a user of this machine.
 * @throws VerseError `cannot-write`.
 */
export async function openAudit(indexDir: string, by: string | undefined): Promise<Audit | undefined> {
  if (by === undefined && !existsSync(tokenFile(indexDir))) return undefined;
  const path = join(indexDir, fileName);
  try {
    await mkdir(indexDir, { recursive: true });
    await setAsideFull(indexDir, new Date());
    await (await open(path, 'a', 0o600)).close();
  } catch (cause) {
    throw unwritable(path, ', and what is not noted is not done', cause);
  }
  return {
    write: async (before, after) => {
      const at = new Date().toISOString();
      const who = by ?? `local:${userName()}`;
      const lines = findChanges(before, after).map(({ event, ...document }): AuditEntry => {
        return { at, event, by: who, ...document };
      });
      await appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join('')).catch(
        (cause: unknown) => {
          throw unwritable(path, ': the change is made, and not noted', cause);
        },
      );
    },
  };
}

function parseLine(line: string): AuditEntry[] {
  try {
    return line.trim() === '' ? [] : [JSON.parse(line)];
  } catch {
    // A crash cut it off.
    return [];
  }
}

/** All entries, oldest first. A line that a crash cut off is left out. @throws VerseError `cannot-read`. */
export async function readAudit(indexDir: string): Promise<AuditEntry[]> {
  const names = await readdir(indexDir).catch((): string[] => []);
  const files = [
    ...names.filter((name) => earlierName.test(name)).sort(),
    ...names.filter((name) => name === fileName),
  ];
  const texts = await Promise.all(
    files.map((name) =>
      readFile(join(indexDir, name), 'utf8').catch((cause: unknown) => {
        throw new VerseError('cannot-read', `${join(indexDir, name)} cannot be read.`, 'Check its owner.', {
          cause,
        });
      }),
    ),
  );
  return texts.flatMap((text) => text.split('\n').flatMap(parseLine));
}
