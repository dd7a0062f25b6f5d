/** Which store an index is kept in. */
import { installCommand } from '../config/install-command.ts';
import { VerseError } from '../core/errors.ts';
import type { QuotaCounts } from '../core/quota-counts.ts';
import { createDiskHome } from './disk/disk-home.ts';
import type { DocumentQueue } from './document-queue.ts';
import type { IndexHome } from './index-home.ts';
import type { DatabaseSettings } from './postgres/connect.ts';

/** The settings that say where an index is kept. */
export interface IndexPlace extends DatabaseSettings {
  indexDir: string;
}

/** A home, with the queue and the counts of quotas that one in a database has. */
export type OpenedHome = IndexHome & { readonly queue?: DocumentQueue; readonly quotas?: QuotaCounts };

/**
 * The database that `storeUrl` names, else the folder.
 * @throws VerseError `bad-installation` where the packages for a database are missing.
 */
export async function openHome({ indexDir, storeUrl, ...settings }: IndexPlace): Promise<OpenedHome> {
  if (storeUrl === undefined) return createDiskHome(indexDir);
  // The only way to pg, so that whoever has no database needs none of it.
  const { createDatabaseHome } = await import('./postgres/database-home.ts').catch((cause: unknown) => {
    throw new VerseError(
      'bad-installation',
      'VERSE_STORE names a database, and the packages for one are not installed.',
      `Run \`${installCommand(['pg', 'pgvector'])}\`, or leave VERSE_STORE out.`,
      { cause },
    );
  });
  return createDatabaseHome(storeUrl, settings);
}

/** Opens the home of an index, uses it and closes it. */
export async function withHome<Result>(
  place: IndexPlace,
  use: (home: OpenedHome) => Promise<Result>,
): Promise<Result> {
  const home = await openHome(place);
  try {
    return await use(home);
  } finally {
    await home.close();
  }
}
