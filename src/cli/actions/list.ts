/** `verse list`: the documents, a row each. */
import { selectDocuments } from '../../assistant/select-documents.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { showDocuments } from '../show/show-documents.ts';

export interface ListOptions extends Pick<ScopeOptions, 'tag' | 'year'> {
  json?: true;
}

export async function list({ terminal, config }: Session, { json, ...scope }: ListOptions): Promise<void> {
  const assistant = await openOrIngest(config(), terminal);
  try {
    const documents = await assistant.documents();
    const ids = selectDocuments(toScope(scope), documents);
    const chosen = documents.filter(({ id }) => ids?.includes(id) ?? true);
    terminal.out(json ? `${toPlainJson(chosen, 2)}\n` : showDocuments(chosen, terminal));
  } finally {
    await assistant.close();
  }
}
