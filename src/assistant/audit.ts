/** Whom the audit of an index names, and what it says. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { tokenFile } from '../config/token-file.ts';
import type { AuditEntry } from '../store/audit.ts';
import { type IndexPlace, withHome } from '../store/choose-home.ts';

export type { AuditEntry };

/** "anna"; the number of a user whom the system has no name for, as it may not in a container. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

/**
 * Whom the audit names; undefined where none is kept: of a folder, without named tokens, for what its own user does. A database
 * always has one, since several use it.
 * @param by the name of the token; undefined for a user of this machine.
 */
export function nameActor(
  { indexDir, storeUrl }: Pick<IndexPlace, 'indexDir' | 'storeUrl'>,
  by: string | undefined,
): string | undefined {
  if (by !== undefined) return by;
  return storeUrl !== undefined || existsSync(tokenFile(indexDir)) ? `local:${userName()}` : undefined;
}

/** All entries, oldest first. @throws VerseError `cannot-read`. */
export function readAudit(place: IndexPlace): Promise<readonly AuditEntry[]> {
  return withHome(place, (home) => home.audit());
}
