/** `verse chapters`: the documents and their chapters with pages. */
import { selectDocuments } from '../../assistant/select-documents.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { showChapters } from '../show/show-chapters.ts';

export interface ChaptersOptions extends ScopeOptions {
  json?: true;
}

export async function chapters(
  { terminal, config }: Session,
  { json, ...scope }: ChaptersOptions,
): Promise<void> {
  const assistant = await openOrIngest(config(), terminal);
  try {
    const documents = await assistant.documents();
    const ids = selectDocuments(toScope(scope), documents);
    const chosen = documents.filter(({ id }) => ids?.includes(id) ?? true);
    terminal.out(json ? `${toPlainJson(chosen, 2)}\n` : showChapters(chosen, terminal));
  } finally {
    await assistant.close();
  }
}
