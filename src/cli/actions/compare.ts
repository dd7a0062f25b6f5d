/** `verse compare`: what changed between two editions of a report. */
import { isUnlike, type ToldExtent } from '../../wire/tell-change.ts';
import type { ChangeKind, EditionChanges } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { nameDocument } from '../name-document.ts';
import { printResult } from '../print-result.ts';
import { showChanges } from '../show/show-changes.ts';
import { withAssistant } from '../with-assistant.ts';

export interface CompareOptions {
  chapter?: string[];
  only?: ChangeKind[];
  all?: true;
  json?: true;
}

/** Two reports that are hardly alike differ in all that they say: that is told chapter by chapter, unless more is asked for. */
function extentOf(changes: EditionChanges, { chapter, only, all }: CompareOptions): ToldExtent {
  if (chapter !== undefined) return 'part';
  return all || only !== undefined || !isUnlike(changes) ? 'all' : 'summary';
}

export async function compare(
  { terminal, config }: Session,
  before: string,
  after: string,
  options: CompareOptions,
): Promise<void> {
  const { chapter, only, json } = options;
  const changes = await withAssistant(config(), terminal, async (assistant) =>
    assistant.compare({
      before: await nameDocument(before, assistant),
      after: await nameDocument(after, assistant),
      ...(chapter && { chapters: chapter }),
      ...(only && { only }),
    }),
  );
  printResult(terminal, changes, json, () => showChanges(changes, terminal, extentOf(changes, options)));
}
