/** Which way files are kept beside the index of a database. */
import { findMissing } from '../../find-missing.ts';
import type { StoredFiles } from '../stored-files.ts';
import { keepInDatabase } from './keep-in-database.ts';
import { keepInFolder } from './keep-in-folder.ts';

/** Files stay where they are, and every machine finds them under the same path. */
const leaveFiles: StoredFiles = {
  keep: async () => {},
  fetch: async (_, { file }) => file,
  findMissing: (_, files) => findMissing(files),
  removeUnused: async () => {},
  areKept: false,
};

/** @param place "paths", "database", or a folder that all machines see, as an absolute path. */
export function openStoredFiles(place: string): StoredFiles {
  if (place === 'paths') return leaveFiles;
  return place === 'database' ? keepInDatabase() : keepInFolder(place);
}
