/** Documents named on the command line, by their ids or by the files that they were read from. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';

/**
 * The id of the document that was read from a file; any other name as it is.
 * @throws VerseError `unknown-document` for a file that is not in the index.
 */
export async function nameDocument(name: string, assistant: Assistant): Promise<string> {
  const documents = await assistant.documents();
  if (documents.some(({ id }) => id === name)) return name;
  const isFile = existsSync(name);
  if (!isFile && !/\.pdf$/i.test(name)) return name;
  const known = await Promise.all(documents.map(({ id }) => assistant.document(id)));
  const document = known.find(({ file }) => resolve(file) === resolve(name));
  if (document !== undefined) return document.id;
  const remedy = isFile ? `Add it first: verse add ${name}` : 'Nor is there such a file.';
  throw new VerseError('unknown-document', `${name} is not in the index.`, remedy);
}
