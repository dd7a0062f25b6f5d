/** `verse compare`: what changed between two editions of a report. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { ChangeKind } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { showChanges } from '../show/show-changes.ts';

export interface CompareOptions {
  chapter?: string[];
  only?: ChangeKind[];
  json?: true;
}

/**
 * The id of the document that was read from a file; any other name as it is.
 * @throws VerseError `unknown-document` for a file that is not in the index.
 */
async function nameEdition(name: string, assistant: Assistant): Promise<string> {
  const documents = await assistant.documents();
  if (documents.some(({ id }) => id === name)) return name;
  const isFile = existsSync(name);
  if (!isFile && !/\.pdf$/i.test(name)) return name;
  const known = await Promise.all(documents.map(({ id }) => assistant.document(id)));
  const document = known.find(({ file }) => resolve(file) === resolve(name));
  if (document !== undefined) return document.id;
  const remedy = isFile ? `Add it first: verse ingest ${name}` : 'Nor is there such a file.';
  throw new VerseError('unknown-document', `${name} is not in the index.`, remedy);
}

export async function compare(
  { terminal, config }: Session,
  before: string,
  after: string,
  { chapter, only, json }: CompareOptions,
): Promise<void> {
  const assistant = await openOrIngest(config(), terminal);
  try {
    const changes = await assistant.compare({
      before: await nameEdition(before, assistant),
      after: await nameEdition(after, assistant),
      ...(chapter && { chapters: chapter }),
      ...(only && { only }),
    });
    terminal.out(
      json ? `${toPlainJson(changes, 2)}\n` : showChanges(changes, terminal, chapter !== undefined),
    );
  } finally {
    await assistant.close();
  }
}
