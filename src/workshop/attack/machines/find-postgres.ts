/** Where PostgreSQL's programs are installed, with pgvector. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's folder: a folder for each version. */
const installed = '/usr/lib/postgresql';
const extensions = (version: string) => `/usr/share/postgresql/${version}/extension`;

/** The folder of the newest version's programs; undefined where there is none with pgvector. */
export function findPostgres(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const [newest] = versions
    .filter((version) => existsSync(join(extensions(version), 'vector.control')))
    .filter((version) => existsSync(join(installed, version, 'bin', 'initdb')))
    .sort((left, right) => Number(right) - Number(left));
  return newest === undefined ? undefined : join(installed, newest, 'bin');
}

/** The notice of a test run without PostgreSQL. */
export const noPostgresNotice =
  'skipped: the tests over PostgreSQL, since there is none with pgvector. `sudo apt-get install postgresql-17 postgresql-17-pgvector` installs it.';
