/** `verse compare`: what changed between two editions of a report. */
import { toPlainJson } from '../../text/control-signs.ts';
import type { ChangeKind } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { nameDocument } from '../name-document.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { showChanges } from '../show/show-changes.ts';

export interface CompareOptions {
  chapter?: string[];
  only?: ChangeKind[];
  json?: true;
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
      before: await nameDocument(before, assistant),
      after: await nameDocument(after, assistant),
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
