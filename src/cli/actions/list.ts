/** `verse list`: the documents, a row each. */
import { selectDocuments } from '../../assistant/select-documents.ts';
import { checkCollection } from '../../config/grants.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { hintOnReading, showDocuments } from '../show/show-documents.ts';

export interface ListOptions extends Pick<ScopeOptions, 'tag' | 'year'> {
  collection?: string;
  json?: true;
}

export async function list(
  { terminal, config }: Session,
  { json, collection: named, ...scope }: ListOptions,
): Promise<void> {
  const collection = named === undefined ? undefined : checkCollection(named);
  const assistant = await openOrIngest(config(), terminal);
  try {
    const documents = await assistant.documents();
    const ids = selectDocuments(toScope(scope), documents);
    const chosen = documents.filter(
      (one) => (ids?.includes(one.id) ?? true) && (collection === undefined || one.collection === collection),
    );
    terminal.out(json ? `${toPlainJson(chosen, 2)}\n` : showDocuments(chosen, terminal));
    if (terminal.isInteractive && !json) terminal.err(hintOnReading(chosen));
  } finally {
    await assistant.close();
  }
}
