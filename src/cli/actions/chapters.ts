/** `verse chapters`: the documents and their chapters with pages. */
import { selectDocuments } from '../../assistant/select-documents.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { printResult } from '../print-result.ts';
import { showChapters } from '../show/show-chapters.ts';
import { withAssistant } from '../with-assistant.ts';

export interface ChaptersOptions extends ScopeOptions {
  json?: true;
}

export async function chapters(
  { terminal, config }: Session,
  { json, ...scope }: ChaptersOptions,
): Promise<void> {
  const documents = await withAssistant(config(), terminal, (assistant) => assistant.documents());
  const ids = selectDocuments(toScope(scope), documents);
  const chosen = documents.filter(({ id }) => ids?.includes(id) ?? true);
  printResult(terminal, chosen, json, showChapters);
}
